"""Practices of a region that a superior promotes: 容缺受理经验获全省推广, …做法被国务院办公厅通报推广."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.analysis import Analysis
from extractors.events.designees import designees
from extractors.events.fragments import fragment_end, fragment_start
from extractors.events.givers import Giver, giver_by, scope_between
from extractors.events.when import date_of
from extractors.found import Event, InitiativeMention
from extractors.text.marks import QUOTES
from extractors.text.numerals import TO_99
from extractors.text.runs import run_start
from extractors.text.starts import named_within
from ontology.designations import designation_cues
from ontology.patterns import alternatives
from ontology.rules import Rule

_REACH = 40  # characters of the run before 推广 in which it is told how far, and by whom
_LISTED = 40  # characters of a list of practices behind one of them: …、…等三项经验
_AGENCY = "\0"  # stands for each character of an agency's name
_COUNTED = rf"[、等多余项个\d{TO_99}{QUOTES}]"


def promotions(analysis: Analysis) -> Iterator[Event]:
    """The promotions, one for each initiative that the run names as the region's practice."""
    text, cues = analysis.text, designation_cues()
    for match in cues.promoted.pattern.finditer(text):
        sentence = analysis.structure.sentence_at(match.start())
        if analysis.structure.is_furniture(match.start()) or sentence[0] == sentence[1]:
            continue
        low = run_start(text, sentence[0], match.start())
        place = _spread(analysis, low, match.start())
        giver = _giver(analysis, place, match.start())
        when = date_of(analysis, match.start(), *sentence) if giver.scope else None
        if when is None or cues.possible.search(text[place : match.start()]) or cues.sought.search(text[low:place]):
            continue
        date, at = when
        start = fragment_start(text, sentence[0], low if at is None else min(low, at))
        stop = fragment_end(text, match.end(), sentence[1])
        for named in _practices(analysis, low, place):
            for region in designees(analysis, low, named.mention.start, listed="、" in text[low:place]):
                if giver.is_above(region):
                    rule = Rule.EVENT_PROMOTED
                    yield Event("promoted", named.name, region.code, date, start, stop, rule, *giver)


def _spread(analysis: Analysis, low: int, high: int) -> int:
    """Where the words before 推广 begin that tell how far, and by whom: 在|全国|复制, 获|住房城乡建设部."""
    low = max(low, high - _REACH)
    words = list(analysis.text[low:high])
    for agency in named_within(analysis.agencies, low, high):
        length = agency.mention.end - agency.mention.start
        words[agency.mention.start - low : agency.mention.end - low] = _AGENCY * length
    told = _spreading().search("".join(words))
    return low + told.start() if told else high


def _giver(analysis: Analysis, low: int, high: int) -> Giver:
    agencies = named_within(analysis.agencies, low, high)
    if not agencies:
        return Giver(None, scope_between(analysis, low, high))
    return giver_by(agencies[-1], analysis)


def _practices(analysis: Analysis, low: int, high: int) -> Iterator[InitiativeMention]:
    """The initiatives that end ``low:high`` with words of a practice, and those that are listed before them."""
    for named in named_within(analysis.initiatives, low, high):
        behind = analysis.text[named.mention.end : high]
        if _practice().fullmatch(behind) or ("等" in behind and len(behind) <= _LISTED):
            yield named


@cache
def _spreading() -> re.Pattern[str]:
    cues = designation_cues()
    words = {*cues.spreading, *(word for scope in cues.scopes.values() for word in scope)}
    return re.compile(rf"(?:{alternatives(words)}|{_AGENCY})+\Z")


@cache
def _practice() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(designation_cues().practices)}|{_COUNTED})*")
