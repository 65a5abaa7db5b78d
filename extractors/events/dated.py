"""Happenings on a date of at least month precision: what takes force, pilots, launches, deciding meetings."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.events.fragments import decided_by, fragment_end, fragment_start
from extractors.events.open_dates import is_open
from extractors.events.subjects import Happening, subject_of
from extractors.found import DateMention, Event
from extractors.text.marks import CLAUSE_MARKS
from ontology.events import event_cues
from ontology.regions import COUNTRY

_MONTH = len("2018-01")
_HEAD = 600  # characters of the head of a text, where a law says by whom it was passed
_ENDS = f"{CLAUSE_MARKS})）"


def dated_events(analysis: Analysis) -> Iterator[Event]:
    """The events: at most one a date, by the first kind whose verb and subject are both there."""
    dates = [d for d in analysis.dates if len(d.iso) >= _MONTH and not d.to_iso]
    for index, date in enumerate(dates):
        sentence = analysis.structure.sentence_at(date.start)
        if sentence[0] == sentence[1] or analysis.structure.is_furniture(date.start):
            continue
        if is_open(analysis, date, sentence[0]):
            continue
        stop = _sentence_end(analysis, sentence)
        following = dates[index + 1].start if index + 1 < len(dates) else stop
        found = _event(analysis, date, sentence, min(stop, following if following > date.end else stop))
        if found:
            yield found


def _sentence_end(analysis: Analysis, sentence: tuple[int, int]) -> int:
    """Where the sentence ends; the line of passing below a law's title runs on over the line's end."""
    if sentence[1] > _HEAD or analysis.text[sentence[1] - 1] in _ENDS:
        return sentence[1]
    return max(sentence[1], analysis.structure.sentence_at(sentence[1] + 1)[1])


def _event(analysis: Analysis, date: DateMention, sentence: tuple[int, int], end: int) -> Event | None:
    text = analysis.text
    for kind in event_cues().kinds.values():
        verb = kind.pattern.search(text, date.end, min(end, date.end + kind.reach))
        subject = subject_of(Happening(analysis, kind, date, sentence, verb)) if verb else None
        if verb is None or subject is None:
            continue
        start = fragment_start(text, sentence[0], date.start)
        stop = fragment_end(text, verb.end(), sentence[1])
        region = _region(analysis, date.end if kind.subject == "session" else start, verb.end(), subject)
        decider = decided_by(analysis, start, stop, subject)
        return Event(kind.kind, subject, region, date.iso, start, stop, kind.finds, decider)
    return None


def _region(analysis: Analysis, start: int, end: int, subject: str) -> str | None:
    """Where it happened: the nation for its own bodies, else the place named in the clause, else the document's."""
    if subject.startswith(event_cues().national):
        return COUNTRY
    own = analysis.context.region
    named = [a.region for a in analysis.agencies if start <= a.mention.start < end and a.region]
    regions = [m.region.code for m in analysis.regions if start <= m.mention.start < end]
    return regions[0] if regions else (named[0] if named else (own.code if own else None))
