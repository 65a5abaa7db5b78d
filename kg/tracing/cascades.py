"""Many reforms as cascades: by reform, who adopted when; of a graph, or of a list of events."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from cypher.elements import Node
from kg.tracing.background import calendar_span
from kg.tracing.event_list import Event, EventList
from kg.tracing.facts import facts_of
from kg.tracing.ground import read_ground
from kg.tracing.record import make_record
from kg.tracing.source import Source
from kg.tracing.words import RANKED
from ontology.regions import Region

ALL = "all"
"""Regions of all levels, the country aside."""
MOST = 400
"""Regions up to which any may be the origin of any other."""


@dataclass(frozen=True, slots=True)
class Place:
    """What adopts: a region, or a node of cascades of another origin, which has no code."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Cascades:
    """Reforms over the same places.

    Attributes:
        times: by reform with two adoptions at least, by key of a place, when it adopted.
        places: by key.
        untimed: adoptions of these reforms that are known to lie by a year only, and are not among the times.
        reforms: how many reforms were looked at.
        points: whether the times are points, not calendar years.
        level: of the regions; None of other nodes.
        origins: by key the places that may be origins; None: all.
        windows: by key the first and last time at which a report can show it to adopt; None where nothing limits that.
    """

    times: Mapping[str, Mapping[str, float]]
    places: Mapping[str, Place]
    untimed: int
    reforms: int
    points: bool
    level: str | None
    origins: Mapping[str, Collection[str]] | None
    windows: Mapping[str, tuple[float, float]] | None = None

    @property
    def adoptions(self) -> int:
        """How many adoptions have a time."""
        return sum(map(len, self.times.values()))

    @property
    def nodes(self) -> set[str]:
        """The places that adopt in any of the reforms."""
        return {key for times in self.times.values() for key in times}


def cascades_of_graph(
    source: Source,
    initiatives: Collection[str],
    count: Collection[str],
    level: str,
    *,
    join_successors: bool = False,
    min_confidence: float = 0.0,
    regions: Collection[str] = (),
    among: Collection[str] | None = None,
    years: tuple[int, int] | None = None,
) -> Cascades:
    """The adoptions whose bound is exact or an interval, of the reforms ``initiatives`` of a graph.

    Without any these are all that the reference list knows; the arguments else are those of ``trace``.

    Raises:
        SelectionError: for an unknown name.
        GraphError: the graph does not say which documents observe their region.
    """
    ground = read_ground(source, join_successors=join_successors, years=years)
    known = (node for node in ground.nodes["Initiative"].values() if not node.properties["discovered"])
    words = list(initiatives) or sorted(str(node.properties["name"]) for node in known)
    times, untimed = dict[str, dict[str, float]](), dict[str, int]()
    for facts in facts_of(source, ground, words, min_confidence=min_confidence, regions=regions):
        is_shown = facts.are_shown(among)
        rows = [
            row
            for key, row in make_record(facts, count).items()
            if row.hi is not None and _of_level(row.region, level) and is_shown(key)
        ]
        times[facts.name] = {row.region.key: float(row.hi or 0) for row in rows if row.bound in RANKED}
        untimed[facts.name] = len(rows) - len(times[facts.name])
    learned = [(edge.start, edge.end) for edge in ground.edges["LEARNED_FROM"]]
    nodes = ground.nodes["Region"].values()
    places = {node.key: Place(node.properties["name"], node.properties["code"]) for node in nodes}
    found = _cascades(times, places, untimed, len(words), False, level, learned)
    return replace(found, windows={key: _window(ground.observed.get(key, ()), key, found) for key in found.nodes})


def _window(observed: Collection[int], key: str, found: Cascades) -> tuple[float, float]:
    """From the year after the first report of a region to its last, and what else it is known to have adopted."""
    own = [times[key] for times in found.times.values() if key in times]
    return min([*own, min(observed, default=0) + 1.0]), max([*own, max(observed, default=0)])


def cascades_of_list(
    events: EventList, initiatives: Collection[str], level: str, *, years: tuple[int, int] | None = None
) -> Cascades:
    """The events of a list; of a reform the first one of each place. Dates count where all events have their day.

    Raises:
        SelectionError: for an unknown name.
    """
    wanted = {events.choose(name) for name in initiatives} or set(events.initiatives)
    first, last = years or (0, 9999)
    told = [
        event
        for event in events.events
        if event.initiative in wanted
        and event.time is not None
        and (not events.of_regions or (first <= event.time <= last and _region_of_level(event, level)))
    ]
    points = not events.of_regions and any(e.time != int(e.time or 0) for e in told)
    dated = events.of_regions and all(e.date and len(e.date) == len("2019-01-01") for e in told)
    times: dict[str, dict[str, float]] = {name: {} for name in sorted(wanted)}
    places: dict[str, Place] = {}
    for event in told:
        region = event.place if isinstance(event.place, Region) else None
        key = region.key if region else str(event.place)
        places[key] = Place(region.name, region.code) if region else Place(str(event.place))
        time = calendar_span(event.date or "")[0] if dated else float(event.time or 0)
        times[event.initiative][key] = min(time, times[event.initiative].get(key, time))
    return _cascades(times, places, {}, len(wanted), points or dated, level if events.of_regions else None, [])


def _cascades(
    times: Mapping[str, Mapping[str, float]],
    places: Mapping[str, Place],
    untimed: Mapping[str, int],
    reforms: int,
    points: bool,
    level: str | None,
    learned: Collection[tuple[str, str]],
) -> Cascades:
    kept = {name: at for name, at in times.items() if len(at) > 1}
    nodes = sorted({key for at in kept.values() for key in at})
    origins = _origins(nodes, learned) if level and len(nodes) > MOST else None
    left = sum(untimed.get(name, 0) for name in kept)
    return Cascades(kept, {key: places[key] for key in nodes}, left, reforms, points, level, origins)


def _origins(nodes: Collection[str], learned: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """By region those of its province, its superior being one of them, and those from which it says it learned."""
    province = {key: key.split("/")[1][:2] for key in nodes}
    within: dict[str, set[str]] = {}
    for key, code in province.items():
        within.setdefault(code, set()).add(key)
    found = {key: within[province[key]] - {key} for key in nodes}
    for region, origin in learned:
        if region in found and origin in found:
            found[region].add(origin)
    return found


def _of_level(region: Node, level: str) -> bool:
    own = region.properties["level"]
    return bool(own != "country" and level in (ALL, own))


def _region_of_level(event: Event, level: str) -> bool:
    return isinstance(event.place, Region) and event.place.level != "country" and level in (ALL, event.place.level)
