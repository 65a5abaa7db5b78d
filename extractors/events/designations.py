"""Pilots that a region was approved for, models that it was named: 获国家发展改革委批复开展…试点, 获评全国…示范城市."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.analysis import Analysis
from extractors.events.designees import designees, places_between
from extractors.events.fragments import fragment_end, fragment_start
from extractors.events.givers import Giver, giver_of
from extractors.events.when import date_of
from extractors.found import Event, InitiativeMention
from extractors.text.marks import JOINTS
from extractors.text.runs import Runs
from extractors.text.starts import named_within
from ontology.cues import CueSet
from ontology.designations import designation_cues
from ontology.foundings import founding_cues
from ontology.regions import Region

_BEFORE = 8  # characters between the name of what is tried and the verb: …工作入选全国试点
_CONTEXT = 40  # characters before the verb in which it may be told that the pilot is only sought
_BEHIND = 30  # characters between that name and what the region became: …领域改革创新试点
_LISTED = 60  # the same where a list of names stands between: …、…等多项国家级试点
_WITHIN = 8  # characters behind what the region became in which it may turn out to be a candidate
_TRIAL = "试点"
_CLOSES = re.compile(rf"(?:[市县区]|城市|奖|称号|案例|单位|品牌|名单|榜|典型|试点)[”\"]?[{JOINTS}]")


class _Verb(NamedTuple):
    """A verb of giving in its run between marks, and which sets tell what the region became by it."""

    start: int
    end: int
    run: tuple[int, int]
    approves: bool
    kinds: tuple[CueSet, ...]


class _Distinction(NamedTuple):
    """What a region became, ``start:end``, in which initiative."""

    named: InitiativeMention
    start: int
    end: int
    kind: CueSet


def designations(analysis: Analysis) -> Iterator[Event]:
    """The approvals and namings, one for each initiative and each region that its run names."""
    for verb in _verbs(analysis):
        sentence = analysis.structure.sentence_at(verb.start)
        for found in _distinctions(analysis, verb):
            giver = giver_of(analysis, (verb.run[0], found.end), (verb.start, verb.end), _place(found, verb))
            regions = [r for r in _regions(analysis, verb, found) if _may_give(giver, r, found.kind)]
            when = date_of(analysis, verb.start, *sentence) if regions else None
            if when is None:
                continue
            date, at = when
            first = min(verb.run[0], at) if at is not None else verb.run[0]
            start = fragment_start(analysis.text, sentence[0], first)
            stop = fragment_end(analysis.text, found.end, sentence[1])
            kind, rule = found.kind.rule[0].value.partition(".")[2], found.kind.rule[0]
            for region in regions:
                yield Event(kind, found.named.name, region.code, date, start, stop, rule, *giver)


def _verbs(analysis: Analysis) -> Iterator[_Verb]:
    """The verbs of giving, but for those of what is only sought."""
    cues, text = designation_cues(), analysis.text
    taken = ((cues.pilot, cues.model, cues.practice), (cues.pilot, cues.model), (cues.pilot,))
    runs = Runs(text)
    for index, match in _matches(text):
        low, high = analysis.structure.sentence_at(match.start())
        if low == high or analysis.structure.is_furniture(match.start()):
            continue
        run = runs.around(match.start(), match.end(), low, high)
        before = text[max(run[0], match.start() - _CONTEXT) : match.start()]
        if not (founding_cues().wished.search(before) or cues.sought.search(before)):
            yield _Verb(match.start(), match.end(), run, index == len(taken) - 1, taken[index])


def _matches(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The verbs from left to right, none inside another, each with the number of its set: given, told, approves."""
    cues = designation_cues()
    sets = (cues.given, cues.told, cues.approves)
    found = sorted(
        ((match.start(), index, match) for index, each in enumerate(sets) for match in each.pattern.finditer(text)),
        key=lambda item: item[:2],
    )
    done = 0
    for start, index, match in found:
        if start >= done:
            done = match.end()
            yield index, match


def _distinctions(analysis: Analysis, verb: _Verb) -> Iterator[_Distinction]:
    """What the region became behind the verb, with the initiative of each; else with the one right before the verb."""
    found = False
    for named in named_within(analysis.initiatives, verb.end, verb.run[1]):
        became = _became(analysis.text, named.mention.start, named.mention.end, verb)
        if became and _is_title(analysis.text, named, became):
            continue
        if became and not _is_none(analysis, verb, named.mention.start, became[1], became[2]):
            found = True
            yield _Distinction(named, *became)
    named_before = named_within(analysis.initiatives, verb.run[0], verb.start)
    before = [m for m in named_before if verb.start - m.mention.end <= _BEFORE]
    became = _became(analysis.text, verb.end, verb.end, verb) if before and not found else None
    if became and not _is_none(analysis, verb, verb.end, became[1], became[2]):
        yield _Distinction(before[-1], *became)


def _became(text: str, start: int, end: int, verb: _Verb) -> tuple[int, int, CueSet] | None:
    """The first word behind the name ``start:end`` of what the region became, in its item of the list."""
    high = min(verb.run[1], end + _LISTED)
    matches = [(match, kind) for kind in verb.kinds if (match := kind.pattern.search(text, start, high))]
    first = min(matches, key=lambda found: found[0].start(), default=None)
    if first is None:
        return None
    match, kind = first
    between = text[end : match.start()]
    if _CLOSES.search(between) or (len(between) > _BEHIND and not any(joint in between for joint in JOINTS)):
        return None
    return match.start(), match.end(), kind


def _is_title(text: str, named: InitiativeMention, became: tuple[int, int, CueSet]) -> bool:
    """Whether what seems a local initiative is what the region became (信访示范区); 某某试点 is a name of its own."""
    start, end, kind = became
    return named.new and named.mention.end > start and (kind != designation_cues().pilot or text[start:end] != _TRIAL)


def _is_none(analysis: Analysis, verb: _Verb, name: int, end: int, kind: CueSet) -> bool:
    """Whether it is a candidate's, or a prize that no superior gives."""
    cues, text = designation_cues(), analysis.text
    if cues.unsure.search(text[verb.end : min(verb.run[1], end + _WITHIN)]):
        return True
    item = max(verb.start, text.rfind("、", verb.end, name))
    subject = text[verb.run[0] : verb.start]
    return kind != cues.pilot and bool(cues.honour.search(text[item:end]) or cues.honour.search(subject))


def _regions(analysis: Analysis, verb: _Verb, found: _Distinction) -> Sequence[Region]:
    """Who was distinguished: those named behind 批准, or right behind 确定; else those before the verb."""
    text, run = analysis.text, (verb.run[0], verb.start)
    before = () if designation_cues().several.search(text[slice(*run)]) else designees(analysis, *run)
    behind = places_between(analysis, verb.end, found.start)
    chooses = text[verb.start : verb.end] in designation_cues().chooses
    if behind and (verb.approves or (chooses and behind[0].mention.start == verb.end)):
        return list(dict.fromkeys(place.region for place in behind))
    own = analysis.context.region
    return ([own] if own and before else []) if verb.approves else before


def _may_give(giver: Giver, region: Region, kind: CueSet) -> bool:
    """Whether it is a superior's: of a pilot that need not be told."""
    return giver.is_above(region) or (kind == designation_cues().pilot and giver.scope is None)


def _place(found: _Distinction, verb: _Verb) -> tuple[int, int]:
    """Where what is given is named: behind the verb; right behind it, where its name stands before."""
    place = found.named.mention
    return (place.start, place.end) if place.start >= verb.end else (verb.end, verb.end)
