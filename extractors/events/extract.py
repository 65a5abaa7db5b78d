"""The events of a document: what carries a date, and distinctions and bodies set up, of which a year is enough."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.events.dated import dated_events
from extractors.events.designations import designations
from extractors.events.foundings import foundings
from extractors.events.labelled import labelled_events
from extractors.events.promotions import promotions
from extractors.found import Event


def extract(analysis: Analysis) -> list[Event]:
    """The events, each once, in the order of the text."""
    found: dict[tuple[str, str, str, str | None], Event] = {}
    steps = (dated_events, labelled_events, designations, promotions, foundings)
    for event in (event for step in steps for event in step(analysis)):
        found.setdefault((event.kind, event.subject, event.date, event.region), event)
    return sorted(found.values(), key=lambda event: (event.start, event.end, event.kind, event.subject))
