"""Bodies set up, unveiled, renamed and abolished: the body that stands right before or behind the verb, no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extractors.agencies.forms import is_name
from extractors.agencies.scan import Found, in_folded
from extractors.analysis import Analysis
from extractors.document import Context
from extractors.events.fragments import decided_by, fragment_end, fragment_start
from extractors.events.when import date_of
from extractors.found import Event
from extractors.regions.context import region_of_level
from extractors.text.marks import HAN, JOINTS
from extractors.text.place_names import LEVEL_LETTERS
from ontology.agencies import agency_words
from ontology.cues import CueSet
from ontology.foundings import founding_cues
from ontology.patterns import alternatives
from ontology.rules import Rule

_VERB = re.compile("成立|设立|组建|增设|挂牌|揭牌|撤销|撤并|不再保留|并入|更名为|改名为|变更为|改组为")
_LEADING = 4  # characters of a verb before its last word: 挂牌|成立
_FILLED = 14  # characters between the verb and the body: 成立了全省首个…
_ADVERBS = 18  # characters between the body and the verb: …于2018年3月6日正式成立
_CONTEXT = 40  # characters before a verb in which it may be told that the body is only wished for
_OF_AGENCIES = ("人民政府", "厅", "部")
_PARK = "国家公园"  # a name may hold it, though no other word of the nation
_SHORTEST = 5  # characters of an unlisted name


class Body(NamedTuple):
    """A body at ``start:end`` of the folded text, by its full name or the printed one, and its region's code."""

    start: int
    end: int
    name: str
    region: str | None


class _Bodies:
    """The bodies of a document by where they begin and end: its agencies, and others by how their names end."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.folded.text
        self._starts: dict[int, Found] = {}
        self._ends: dict[int, Found] = {}
        for found in in_folded(analysis, analysis.agencies):
            self._starts[found.start] = max(found, self._starts.get(found.start, found), key=lambda f: f.end)
            self._ends[found.end] = min(found, self._ends.get(found.end, found), key=lambda f: f.start)

    def beginning(self, start: int) -> Body | None:
        """The body that begins at ``start`` and ends its phrase."""
        agency = self._starts.get(start)
        if agency:
            return _of_agency(agency) if _ends_phrase().match(self.text, agency.end) else None
        match = _object().match(self.text, start)
        return _named(self.text, *match.span()) if match and _ends_phrase().match(self.text, match.end()) else None

    def ending(self, end: int) -> Body | None:
        """The body that ends at ``end``."""
        agency = self._ends.get(end)
        if agency:
            return _of_agency(agency)
        if not self.text.endswith(_endings(), 0, end):
            return None
        match = _subject().search(self.text, max(0, end - 24), end)
        return _named(self.text, match.start("name"), end) if match else None


def foundings(analysis: Analysis) -> Iterator[Event]:
    """The foundings and their like in the order of the text."""
    bodies = _Bodies(analysis)
    for match in _VERB.finditer(analysis.folded.text):
        for kind, rule, found in _deeds(analysis, bodies, match):
            yield from _events(analysis, match, kind, rule, found)


def _deeds(analysis: Analysis, bodies: _Bodies, verb: re.Match[str]) -> Iterator[tuple[str, Rule, list[Body]]]:
    text, cues = analysis.folded.text, founding_cues()
    for kind, before, after in (
        ("established", cues.founds, cues.founded),
        ("abolished", cues.abolishes, cues.abolished),
        ("other", cues.renamed, None),
    ):
        rule = before.rule[0]
        behind = _behind(text, bodies, verb, before)
        found = behind or (_ahead(text, bodies, verb, after) if after else [])
        if found and not _is_wished(text, verb, found):
            yield kind, rule, found
            return


def _behind(text: str, bodies: _Bodies, verb: re.Match[str], cue: CueSet) -> list[Body]:
    """The bodies behind the verb: 组建|A局、B中心."""
    for start in range(min(len(text), verb.end() + _FILLED), verb.end() - 1, -1):
        low = max(0, verb.start() - _LEADING)
        told = cue.search(text[low:start])
        if told is None or low + told.start() > verb.start():
            continue
        body = bodies.beginning(start)
        if body is None:
            continue
        found = [body]
        while text[body.end : body.end + 1] in JOINTS and (body := bodies.beginning(found[-1].end + 1)):
            found.append(body)
        last = text[found[-1].end : found[-1].end + 8]
        return [] if founding_cues().counted.search(last) else found
    return []


def _ahead(text: str, bodies: _Bodies, verb: re.Match[str], cue: CueSet) -> list[Body]:
    """The bodies before the verb: A局、B局|正式挂牌成立."""
    for end in range(verb.start(), max(0, verb.start() - _ADVERBS), -1):
        body = bodies.ending(end)
        if body is None or not cue.search(text[end : end + _ADVERBS + 12]):
            continue
        found = [body]
        while found[-1].start and text[found[-1].start - 1] in JOINTS:
            other = bodies.ending(found[-1].start - 1)
            if other is None:
                break
            found.append(other)
        return found[::-1]
    return []


def _is_wished(text: str, verb: re.Match[str], found: list[Body]) -> bool:
    start, cues = min(verb.start(), found[0].start), founding_cues()
    before = text[max(0, start - _CONTEXT) : start]
    return cues.wished.search(before) is not None or cues.several.search(before) is not None


def _events(
    analysis: Analysis, verb: re.Match[str], kind: str, rule: Rule, found: list[Body]
) -> Iterator[Event]:
    folded = analysis.folded
    begin, end = min(verb.start(), found[0].start), max(verb.end(), found[-1].end)
    first, last = folded.span(begin, end)
    if analysis.structure.is_furniture(first):
        return
    sentence = analysis.structure.sentence_at(first)
    when = date_of(analysis, folded.offsets[verb.start()], *sentence)
    if when is None:
        return
    date, at = when
    start = fragment_start(analysis.text, sentence[0], first if at is None else min(first, at))
    stop = fragment_end(analysis.text, last, max(last, sentence[1]))
    for body in found:
        name, region = _at_home(body, analysis.context)
        yield Event(kind, name, region, date, start, stop, rule, decided_by(analysis, start, stop, name))


def _at_home(body: Body, context: Context) -> tuple[str, str | None]:
    """The full name of ``body`` and its region: 区数据统筹办公室 is the own district's."""
    if body.region:
        return body.name, body.region
    level = region_of_level(context, body.name[0]) if body.name[0] in LEVEL_LETTERS else None
    if level:
        return level.name + body.name[1:], level.code
    return body.name, context.region.code if context.region else None


def _of_agency(agency: Found) -> Body | None:
    if _no_body().search(agency.name) or not agency.name.endswith((*_endings(), *_OF_AGENCIES)):
        return None
    return Body(agency.start, agency.end, agency.name, agency.region.code)


def _named(text: str, start: int, end: int) -> Body | None:
    words = text[start:end]
    if len(words) < _SHORTEST or not is_name(words.replace(_PARK, "")) or _no_body().search(words):
        return None
    return None if words.startswith(agency_words().not_first) else Body(start, end, words, None)


@cache
def _endings() -> tuple[str, ...]:
    return tuple({*agency_words().generic, *founding_cues().bodies, "办公室", "党工委"})


@cache
def _object() -> re.Pattern[str]:
    return re.compile(rf"(?:[{HAN}]{{2,8}}\([{HAN}]{{2,6}}\))?[{HAN}]{{2,18}}?(?:{alternatives(_endings())})")


@cache
def _subject() -> re.Pattern[str]:
    led = alternatives(founding_cues().led)
    return re.compile(
        rf"(?:\A|[^{HAN}]|[{JOINTS}])(?:{led})?(?P<name>(?:[{HAN}]{{2,8}}\([{HAN}]{{2,6}}\))?[{HAN}]+)\Z"
    )


@cache
def _ends_phrase() -> re.Pattern[str]:
    return re.compile(rf"[^{HAN}]|\Z|{alternatives({*agency_words().phrase_ends, *founding_cues().goes_on})}")


@cache
def _no_body() -> re.Pattern[str]:
    return re.compile(alternatives(founding_cues().no_bodies))
