"""All agencies of a document: those named, under one name each, and those that it means without their region."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.agencies.bare import named_elsewhere, with_region
from extractors.agencies.defined import with_defined
from extractors.agencies.founded import founded_bodies
from extractors.agencies.groups import task_groups
from extractors.agencies.own import own_bodies, with_full_name
from extractors.agencies.own_area import of_own_area
from extractors.agencies.scan import Found, Taken, in_folded, in_order, mentions_of
from extractors.agencies.seats import seats_of_leagues
from extractors.agencies.sections import own_sections
from extractors.agencies.watching import watching_bodies
from extractors.agencies.zones import bodies_of_zones
from extractors.analysis import Analysis
from extractors.found import AgencyMention

_LAWS = {"law", "measures"}  # they provide for groups that anyone may set up


def extract(analysis: Analysis) -> list[AgencyMention]:
    """The agencies in the order of the text."""
    own = analysis.context.agency
    agencies = with_region(with_full_name(analysis.named_agencies, own), own)
    agencies = with_defined(analysis, agencies)
    meant = mentions_of(analysis, _meant(analysis, in_folded(analysis, agencies)))
    return in_order(of_own_area(analysis, [*agencies, *meant]))


def _meant(analysis: Analysis, named: list[Found]) -> Iterator[Found]:
    """The bodies that are meant, beside those ``named``."""
    text, region, agency = analysis.folded.text, analysis.context.region, analysis.context.agency
    if region is None:
        return
    taken = Taken((found.start, found.end) for found in named)
    if agency:
        yield from own_bodies(text, region, agency, taken)
        yield from own_sections(text, region, agency, taken)
    if region.level == "country":
        return
    yield from seats_of_leagues(text, region, taken)
    yield from watching_bodies(text, region, taken)
    zones = list(bodies_of_zones(analysis, taken))
    yield from zones
    taken = Taken((found.start, found.end) for found in (*named, *zones))
    again = list(named_elsewhere(text, named, taken))
    yield from again
    if analysis.head.kind not in _LAWS:
        taken = Taken((found.start, found.end) for found in (*named, *zones, *again))
        groups = list(task_groups(text, region, agency, named, taken))
        yield from groups
        taken = Taken((found.start, found.end) for found in (*named, *zones, *again, *groups))
        yield from founded_bodies(text, region, taken)
