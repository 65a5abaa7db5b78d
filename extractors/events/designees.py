"""Whom a distinction is given to: the place named last before the verb, else the document's own region."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractors.analysis import Analysis
from extractors.found import AgencyMention, InitiativeMention, RegionMention
from extractors.text.marks import HAN, JOINTS
from extractors.text.numerals import TO_99
from extractors.text.starts import named_between, named_within
from ontology.designations import designation_cues
from ontology.patterns import alternatives
from ontology.regions import Region
from ontology.rules import Rule

_Mentioned = RegionMention | AgencyMention | InitiativeMention
_HAN = re.compile(f"[{HAN}]")
_QUOTED = re.compile(r"[“\"‘《][^“”\"‘’《》\n]{1,30}[”\"’》]")
_LIST = re.compile(rf"[{JOINTS}]?")
# 全省 and 川渝 name regions, but nobody who is distinguished.
_NOBODY = (Rule.REGION_BLOC, Rule.REGION_CONTEXT)


def designees(analysis: Analysis, low: int, high: int, *, listed: bool = False) -> Sequence[Region]:
    """The regions of ``low:high`` that are distinguished; none where the words name somebody whom no list knows.

    ``low:high`` is the run up to the verb. Agencies, initiatives and quoted names in it belong to the region. In a list
    of practices (``listed``) unknown words are other practices.
    """
    known = [m for m in analysis.initiatives if not m.new]
    if designation_cues().smaller.search(_without(analysis, low, high, (analysis.regions, known))):
        return ()
    left = _without(analysis, low, high, (analysis.regions, analysis.agencies, analysis.initiatives))
    if not listed and _HAN.search(_filler().sub("", _QUOTED.sub("", left))):
        return ()
    own = analysis.context.region
    return _nearest(analysis, low, high) or ((own,) if own else ())


def _nearest(analysis: Analysis, low: int, high: int) -> Sequence[Region]:
    """The places of the list that ends last before ``high``; none above the document's own region."""
    above = [r for r in analysis.context.levels.values() if r != analysis.context.region]
    group: list[RegionMention] = []
    for found in places_between(analysis, low, high):
        if found.region in above:
            continue
        between = analysis.text[group[-1].mention.end : found.mention.start] if group else None
        if between == "":  # 乐山市峨边县 is one place
            group.pop()
        elif between is not None and not _LIST.fullmatch(between):
            group = []
        group.append(found)
    return tuple(dict.fromkeys(found.region for found in group))


def places_between(analysis: Analysis, low: int, high: int) -> Sequence[RegionMention]:
    """The places named in ``low:high``, but for those behind 被 or 经, which give."""
    text, by = analysis.text, designation_cues().approved_by
    found = named_within(analysis.regions, low, high)
    return [m for m in found if m.mention.rule not in _NOBODY and not text.endswith(by, low, m.mention.start)]


def _without(analysis: Analysis, low: int, high: int, layers: Sequence[Sequence[_Mentioned]]) -> str:
    """``low:high`` without what the layers name in it."""
    spans = [(m.mention.start, m.mention.end) for layer in layers for m in named_between(layer, low, high)]
    kept, at = [], low
    for start, end in sorted(spans):
        kept.append(analysis.text[at:start])
        at = max(at, end)
    return "".join((*kept, analysis.text[at:high]))


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(rf"[{TO_99}]|{alternatives(designation_cues().between)}")
