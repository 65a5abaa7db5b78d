"""A list of events as the facts of a trace: the list is taken as complete, so that it cannot be silent."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from cypher.elements import Node, Relationship
from kg.errors import SelectionError
from kg.resolve.regions import RegionResolver
from kg.tracing.background import Superiors
from kg.tracing.event_list import Event, EventList, read_events
from kg.tracing.facts import Facts
from kg.tracing.ground import Edges, Ground
from kg.tracing.notes import left_out_notes
from kg.tracing.statements import Statement
from kg.tracing.successors import heirs, join_statements, join_years
from kg.tracing.trace import Trace, make_trace
from kg.tracing.words import LISTED
from ontology.regions import Region, region_table


def trace_events(
    file: Path,
    initiative: str | None = None,
    *,
    join_successors: bool = False,
    regions: Collection[str] = (),
    years: tuple[int, int] | None = None,
) -> Trace:
    """Trace the reform that a list of events tells of; docs/tracing.md says what such a list is.

    Args:
        file: the list (CSV, Excel, JSON lines, Parquet): which region has the reform since which year.
        initiative: the reform, where the list has several.
        join_successors: a region and the one that it became are one, under the last name.
        regions: names or codes; only they and all that belongs to them are shown.
        years: first and last year; what the list tells of later ones is as if it was not there.

    Raises:
        InputError: the list cannot be read.
        SelectionError: for an unknown name.
    """
    events = read_events(file)
    facts = facts_of_list(events, initiative, join_successors=join_successors, regions=regions, years=years)
    return make_trace(facts, (LISTED,), said=tuple(left_out_notes(events.left_out)))


def facts_of_list(
    events: EventList,
    initiative: str | None = None,
    *,
    join_successors: bool = False,
    regions: Collection[str] = (),
    years: tuple[int, int] | None = None,
) -> Facts:
    """What ``events`` tell of one reform, as ``read_facts`` gives what a graph states.

    Each region of the list is observed in all years from that before the first event to that of the last, and has the
    reform from its first event on. Regions that the list does not name are not there.

    Args:
        events: the list.
        initiative: the reform; None where the list has but one.
        join_successors: take a region and the one that it became as one, under the last name.
        regions: names or codes; they and all that belongs to them are shown.
        years: first and last year that are observed; what the list tells of later ones is as if it was not there, and
            regions of earlier events have it by then.

    Raises:
        SelectionError: for an unknown name, cascades of other nodes than regions, or years without any event.
    """
    if not events.of_regions:
        raise SelectionError(f"{events.name} tells of nodes and not of regions: only --network reads it")
    name = events.choose(initiative)
    told = [event for event in events.events if event.initiative == name]
    first, last = _span(told, years)
    places = {event.place.key: event.place for event in told if isinstance(event.place, Region)}
    ground = _ground(places, range(first, last + 1), join_successors)
    dated = (_statement(events.name, event) for event in told if event.time is not None and event.time <= last)
    statements = tuple(sorted(dated, key=lambda statement: statement.order))
    return Facts(
        name=name,
        parts=(),
        part_count=0,
        regions=ground.nodes["Region"],
        shown=ground.below(regions),
        documents={},
        statements=join_statements(statements, ground.heirs) if join_successors else statements,
        undated=0,
        areas=(),
        areas_joined=(),
        observed=ground.observed,
        heirs=ground.heirs,
        joined=join_successors,
        superiors=ground.superiors,
        launches=(),
        origins=(),
        listed=events.name,
    )


def _span(told: Iterable[Event], years: tuple[int, int] | None) -> tuple[int, int]:
    """The first and the last year that the list observes."""
    at = [int(event.time) for event in told if event.time is not None]
    first, last = years or (0, 9999)
    known = [year for year in at if year <= last]
    if not known:
        raise SelectionError(f"the list has no event up to {last}" if at else "the list has no event of this reform")
    return max(min(known) - 1, first), min(max(at), last)


def _statement(file: str, event: Event) -> Statement:
    assert isinstance(event.place, Region) and event.time is not None
    initiative = f"initiative/{event.initiative}"
    return Statement(
        f"{file}:{event.number}", event.place.key, initiative, LISTED, int(event.time), event.date, file,
        int(event.time), "", by_rule=False,
    )  # fmt: skip


def _ground(places: dict[str, Region], years: range, join_successors: bool) -> Ground:
    resolver = RegionResolver(region_table())
    closure = resolver.closure(places.values())
    nodes = {region.key: _node(region, resolver) for region in closure}
    edges: Edges = {"PART_OF": [], "SUCCEEDED_BY": [], "SPLIT_FROM": []}
    for region in closure:
        for part in resolver.memberships(region):
            span = {"from_year": part.from_year} | ({} if part.to_year is None else {"to_year": part.to_year})
            edges["PART_OF"].append(Relationship("", "PART_OF", region.key, part.parent.key, span))
        for heir, year in resolver.successions(region):
            edges["SUCCEEDED_BY"].append(Relationship("", "SUCCEEDED_BY", region.key, heir.key, {"year": year}))
        for origin, year, founded in resolver.splits(region):
            told = {"year": year, "founded": founded}
            edges["SPLIT_FROM"].append(Relationship("", "SPLIT_FROM", region.key, origin.key, told))
    became = heirs([*edges["SUCCEEDED_BY"], *edges["SPLIT_FROM"]], nodes)
    observed = {key: tuple(years) for key in sorted(places)}
    return Ground(
        nodes={"Region": nodes},
        edges=edges,
        covered={},
        observed=join_years(observed, became) if join_successors else observed,
        heirs=became,
        joined=join_successors,
        superiors=Superiors(edges["PART_OF"]),
        first=years.start,
        last=years.stop - 1,
    )


def _node(region: Region, resolver: RegionResolver) -> Node:
    known = {"name": region.name, "code": region.code, "full_name": region.full_name, "level": region.level}
    return Node(region.key, "Region", {**known, "valid": resolver.valid(region)})
