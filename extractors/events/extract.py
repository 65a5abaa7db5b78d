"""The events of a document: what carries a date, and pilots approved and bodies set up, of which a year is enough."""

from __future__ import annotations

from extractors.analysis import Analysis, Event
from extractors.events.dated import dated_events
from extractors.events.foundings import foundings
from extractors.events.pilots import approved_pilots


def extract(analysis: Analysis) -> list[Event]:
    """The events, each once, in the order of the text."""
    found: dict[tuple[str, str, str, str | None], Event] = {}
    for event in (*dated_events(analysis), *approved_pilots(analysis), *foundings(analysis)):
        found.setdefault((event.kind, event.subject, event.date, event.region), event)
    return sorted(found.values(), key=lambda event: (event.start, event.end, event.kind, event.subject))
