"""Pilots told without the initiative's name: 确定甲区和乙县作为试点, in a paragraph on that initiative's pilot."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractors.adoptions.actors import regions_between, role_of
from extractors.adoptions.phrases import Phrase, phrase_of
from extractors.analysis import Analysis
from extractors.found import InitiativeMention, Mention
from extractors.initiatives.known import known_forms
from extractors.text.folding import fold
from extractors.text.marks import PHRASE_MARKS
from ontology.adoption_cues import adoption_cues
from ontology.rules import Rule

_BREAK = re.compile(rf"[{PHRASE_MARKS}\n]")
_DATE = re.compile(r"于?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?")
_LOOK, _LONGEST = 60, 6


def unnamed_pilots(analysis: Analysis) -> Iterator[tuple[Phrase, list[str]]]:
    """The phrase that tells of a pilot, with the paragraph's initiative for its own, and codes of the pilot regions."""
    if not analysis.regions or not analysis.initiatives:
        return
    text = analysis.text
    for match in adoption_cues().pilot_place.pattern.finditer(text):
        low = max([m.end() for m in _BREAK.finditer(text, max(0, match.start() - _LOOK), match.start())], default=-1)
        if low < 0 or _named(analysis, low, match.end()):
            continue
        groups = [g for g in regions_between(analysis, low, match.start()) if role_of(analysis, g)]
        # 甲县实施某某试点 is a pilot of something else.
        between = text[groups[-1][-1].mention.end : match.start()] if groups else ""
        near = groups and len(_DATE.sub("", between)) <= _LONGEST
        subject = _subject(analysis, match.start()) if near else None
        if subject:
            phrase = phrase_of(analysis, InitiativeMention(Mention(*match.span(), Rule.INITIATIVE_IMPLIED), subject))
            yield phrase, [found.region.code for found in groups[-1]]


def _named(analysis: Analysis, low: int, high: int) -> bool:
    index = bisect_left(analysis.initiatives, low, key=lambda m: m.mention.start)
    return index < len(analysis.initiatives) and analysis.initiatives[index].mention.start < high


def _subject(analysis: Analysis, position: int) -> str | None:
    """The initiative named last before ``position`` in its line as a pilot, else the only one in the title."""
    line = analysis.structure.line_at(position)
    index = bisect_left(analysis.initiatives, position, key=lambda m: m.mention.start)
    for mention in reversed(analysis.initiatives[:index]):
        if mention.mention.start < line[0]:
            break
        if not mention.new and adoption_cues().pilot.search(phrase_of(analysis, mention).folded):
            return mention.name
    titled = {hit.name for hit in known_forms(fold(analysis.head.title or ""), analysis.context.year) if not hit.new}
    return titled.pop() if len(titled) == 1 else None
