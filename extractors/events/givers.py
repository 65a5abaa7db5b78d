"""Who gave a region a distinction: the agency that is named, and its level, which 国家级 and 全省 tell without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extractors.analysis import Analysis
from extractors.document import Context
from extractors.events.fragments import decider
from extractors.found import AgencyMention
from extractors.regions.context import region_of_level
from extractors.text.runs import run_start
from extractors.text.starts import named_between, named_within
from ontology.designations import designation_cues
from ontology.patterns import alternatives
from ontology.regions import Region, region_table
from ontology.schema import schema

_BEFORE = 8  # characters of a run behind the agency that decided: 经省政府批复同意，
_BESIDE = 4  # characters behind a word of a level in which it may turn out that it names no giver


class Giver(NamedTuple):
    """The full name of the agency, and the level that it is of; each None where nothing tells."""

    agency: str | None
    scope: str | None

    def is_above(self, region: Region | None) -> bool:
        """Whether it is known to stand above ``region``."""
        levels = [*schema().levels]  # the highest first
        return self.scope is not None and (region is None or levels.index(self.scope) < levels.index(region.level))


def giver_of(analysis: Analysis, run: tuple[int, int], verb: tuple[int, int], name: tuple[int, int]) -> Giver:
    """Who gave what is called ``name`` behind the verb: an agency right behind 被 or the verb, or one that decided, in
    this run or the one before (经省政府批复同意，…); else words of a level.

    Of several levels the one that stands last before the name counts; then one behind it; then one before the verb,
    where a named place is who was given it.
    """
    agency = agency_between(analysis, *run) or _decider(analysis, *run)
    if agency:
        return agency
    told = (
        list(found)
        for found in (
            _scopes(analysis, verb[0], name[0]),
            _scopes(analysis, name[1], run[1]),
            (level for _, level in _worded(analysis, run[0], verb[0])),
        )
    )
    return Giver(None, next((scopes[-1] for scopes in told if scopes), None))


def agency_between(analysis: Analysis, low: int, high: int) -> Giver | None:
    """The agency of ``low:high`` right behind 获, 被, 经 or the verb: 获财政部批准, 入选国家知识产权局…试点."""
    for agency in named_between(analysis.agencies, low, high):
        if analysis.text.endswith(designation_cues().approved_by, low, agency.mention.start):
            return giver_by(agency, analysis)
    return None


def _decider(analysis: Analysis, low: int, high: int) -> Giver | None:
    """The agency right before a word of deciding in the run ``low:high``, or at the end of the run before."""
    before = run_start(analysis.text, analysis.structure.sentence_at(low)[0], max(0, low - 1))
    agency = decider(analysis, before, high)
    near = agency is not None and low - agency.mention.end <= _BEFORE
    return giver_by(agency, analysis) if agency and near else None


def giver_by(agency: AgencyMention, analysis: Analysis) -> Giver:
    """``agency`` as who gave."""
    region = region_table().at(agency.region, analysis.context.year) if agency.region else None
    return Giver(agency.name, region.level if region else None)


def scope_between(analysis: Analysis, low: int, high: int) -> str | None:
    """The level that the last word of one in ``low:high`` tells."""
    return next(reversed(list(_scopes(analysis, low, high))), None)


def _scopes(analysis: Analysis, low: int, high: int) -> Iterator[str]:
    """The levels that words, or names of places above the document's region, tell in ``low:high``, left to right."""
    found, above = list(_worded(analysis, low, high)), analysis.context.levels.values()
    found += [
        (place.mention.start, place.region.level)
        for place in named_within(analysis.regions, low, high)
        if place.region in above and _gives(analysis.text, place.mention.end)
    ]
    return (level for _, level in sorted(found))


def _worded(analysis: Analysis, low: int, high: int) -> Iterator[tuple[int, str]]:
    """Where words tell a level, and which."""
    for match in _words().finditer(analysis.text, low, high):
        level = _level(match[0], analysis.context)
        if level and _gives(analysis.text, match.end()):
            yield match.start(), level


def _gives(text: str, end: int) -> bool:
    """Whether the level that is named up to ``end`` is that of a giver: 全省唯一 and 国家治理 name none."""
    return designation_cues().no_giver.search(text[end : end + _BESIDE]) is None


def _level(word: str, context: Context) -> str | None:
    level = next(level for level, words in designation_cues().scopes.items() if word in words)
    if level != "district":
        return level
    region = region_of_level(context, "区")
    return region.level if region else None


@cache
def _words() -> re.Pattern[str]:
    return re.compile(alternatives(word for words in designation_cues().scopes.values() for word in words))
