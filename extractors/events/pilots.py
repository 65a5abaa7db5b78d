"""Pilots that a region was approved for, with who approved them: 获国家发展改革委批复开展…试点, 入选全省…试点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors.analysis import Analysis, Event, InitiativeMention
from extractors.events.fragments import decided_by, fragment_end, fragment_start
from extractors.events.when import date_of
from extractors.text.marks import HAN
from extractors.text.runs import run_start
from ontology.events import event_cues
from ontology.foundings import founding_cues
from ontology.patterns import alternatives

_BESIDE = 4  # characters between the name of what is tried and 试点: …改革创新试点
_BEFORE = 8  # characters between that name and the verb: …工作入选全国试点
_CONTEXT = 40  # characters before the verb in which it may be told that the pilot is only sought
_HAN = re.compile(f"[{HAN}]")


def approved_pilots(analysis: Analysis) -> Iterator[Event]:
    """The approvals, one for each region that its run names as approved."""
    cue = event_cues().pilot_approved
    for match in cue.pattern.finditer(analysis.text):
        sentence = analysis.structure.sentence_at(match.start())
        if analysis.structure.is_furniture(match.start()) or sentence[0] == sentence[1]:
            continue
        low = run_start(analysis.text, sentence[0], match.start())
        named = _named(analysis, match, low)
        regions = _approved(analysis, match, low, named)
        when = date_of(analysis, match.start(), *sentence) if named and regions else None
        if named is None or when is None or _is_sought(analysis, match, low):
            continue
        date, at = when
        start = fragment_start(analysis.text, sentence[0], low if at is None else min(low, at))
        stop = fragment_end(analysis.text, match.end(), sentence[1])
        decider = _approver(analysis, match, low, stop) or decided_by(analysis, start, stop, named.name)
        for region in regions:
            yield Event("pilot_approved", named.name, region, date, start, stop, cue.rule[0], decider)


def _named(analysis: Analysis, match: re.Match[str], low: int) -> InitiativeMention | None:
    """The initiative between the verb and 试点, else the one right before the verb."""
    trial = match.end() - len("试点")
    inside = [m for m in analysis.initiatives if match.start() <= m.mention.start and trial - _BESIDE <= m.mention.end]
    inside = [m for m in inside if m.mention.start < match.end()]
    before = [
        m for m in analysis.initiatives if low <= m.mention.start and 0 <= match.start() - m.mention.end <= _BEFORE
    ]
    return next(iter(inside or before[-1:]), None)


def _approved(analysis: Analysis, match: re.Match[str], low: int, named: InitiativeMention | None) -> Sequence[str]:
    """The codes of the approved regions: named before 入选 or behind 批准, the document's own where nobody is named."""
    text, cues = analysis.text, event_cues()
    approves = match[0].startswith(cues.approves)  # who stands before 批准 is not the one approved
    within = (match.start(), match.end()) if approves else (low, match.start())
    places = [m for m in analysis.regions if within[0] <= m.mention.start < within[1]]
    places = [m for m in places if not text.endswith(cues.approved_by, low, m.mention.start)]
    spans = [(m.mention.start, m.mention.end) for m in analysis.regions]
    spans += [(m.mention.start, m.mention.end) for m in analysis.agencies]
    spans = [span for span in spans if low <= span[0] < match.start()]
    if named and low <= named.mention.start < match.start():
        spans.append((named.mention.start, named.mention.end))
    if _HAN.search(_filler().sub("", _without(text, low, match.start(), spans))):
        return ()  # somebody else, whom no list knows
    own = analysis.context.region
    return list(dict.fromkeys(m.region.code for m in places)) or ((own.code,) if own else ())


def _approver(analysis: Analysis, match: re.Match[str], low: int, high: int) -> str | None:
    """The agency right behind 获, 被, 经 or the verb: 获财政部批准, 入选国家知识产权局…试点."""
    for agency in analysis.agencies:
        if agency.mention.start >= min(high, match.end()):
            return None
        if agency.mention.start >= low and analysis.text.endswith(event_cues().approved_by, low, agency.mention.start):
            return agency.name
    return None


def _is_sought(analysis: Analysis, match: re.Match[str], low: int) -> bool:
    before = analysis.text[max(low, match.start() - _CONTEXT) : match.start()]
    return founding_cues().wished.search(before) is not None or event_cues().sought.search(before) is not None


def _without(text: str, low: int, high: int, spans: list[tuple[int, int]]) -> str:
    kept, at = [], low
    for start, end in sorted(spans):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join((*kept, text[at:high]))


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(alternatives(event_cues().between))
