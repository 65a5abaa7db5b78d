"""That what a region does with a known initiative is spread by those above it, as the events of a document tell."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.claims.runs import Claims
from extractors.found import Claim, Event
from ontology.initiatives import initiative_table
from ontology.rules import Rule

_YEAR = len("2018")


def promotions(claims: Claims) -> Iterator[Claim]:
    """The claims to be spread: the event says when and by whom, the claim whose practice of which initiative it is."""
    known = initiative_table().by_name
    for event in claims.analysis.events:
        if event.kind == "promoted" and event.region and event.subject in known:
            yield _claim(event, event.region)


def _claim(event: Event, region: str) -> Claim:
    return Claim(
        kind="promoted",
        region=region,
        other=None,
        initiative=event.subject,
        scope=event.scope,
        planned=None,
        year=int(event.date[:_YEAR]),
        date=event.date if len(event.date) > _YEAR else None,
        start=event.start,
        end=event.end,
        rule=Rule.CLAIM_PROMOTED,
    )
