"""The profile of one region, or of two side by side: their tables, and the sentences that say what they rest on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from cypher.elements import Node
from cypher.results import Result
from kg.errors import SelectionError
from kg.profile import adopted, figures, kept, pairs
from kg.profile.facts import Facts, read_facts
from kg.profile.tables import ONE
from kg.tables import Tables
from kg.tracing.notes import Note
from kg.tracing.source import Source
from kg.tracing.words import BOUNDS, DONE, check_stages


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Tables):
    """The profile of one region or of two.

    Attributes:
        regions: their names.
        counted: what counts as an adoption.
        tables: by name; docs/profile.md describes their columns. ``order`` and ``side_by_side`` are of two regions.
        notes: what the figures rest on.

    Examples:
        >>> from kg import open_graph
        >>> with open_graph("out/graph") as graph:
        ...     profile = graph.profile("浦东新区", "福田区")
        >>> profile["order"].columns
        ('first', 'initiatives', 'exact', 'apart')
    """

    CALLED: ClassVar[str] = "this profile"
    regions: tuple[str, ...]
    counted: tuple[str, ...]
    notes: tuple[Note, ...]


def profile(
    source: Source,
    region: str,
    other: str | None = None,
    *,
    count: Collection[str] = DONE,
    join_successors: bool = False,
    min_confidence: float = 0.0,
    years: tuple[int, int] | None = None,
) -> Profile:
    """The profile of ``region`` over ``source``, or of it and ``other``.

    Args:
        source: a store, a graph directory or a graph in memory.
        region: its name or code.
        other: that of a second region.
        count: the stages that count as an adoption, of ``kg.tracing.words.STAGES``.
        join_successors: a region and the one that it became (射洪县, 射洪市) are one, under the last name.
        min_confidence: sentences that were read right with less than this probability are left out.
        years: first and last year; what is about other years is as if it was not there.

    Raises:
        SelectionError: for an unknown name or stage, a name of several regions, or the same region twice.
        GraphError: the graph does not say which documents observe their region.
    """
    counted, span = check_stages(count), years or (0, 9999)
    words = (region,) if other is None else (region, other)
    facts = read_facts(
        source, words, counted, join_successors=join_successors, min_confidence=min_confidence, years=span
    )
    regions = facts.regions
    if len({node.key for node in regions}) < len(regions):
        raise SelectionError(f"{region} and {other} are the same region; name two, or one alone")
    made: dict[str, tuple[tuple[str, ...], Iterable[tuple[Any, ...]]]] = {
        "adopted": (adopted.ADOPTED, (row for node in regions for row in adopted.adopted_rows(facts, node))),
        "innovativeness": (
            adopted.INNOVATIVENESS,
            (row for node in regions for row in adopted.innovativeness_rows(facts, node)),
        ),
        "agencies": (kept.AGENCIES, (row for node in regions for row in kept.agency_rows(facts, node))),
        "documents": (kept.DOCUMENTS, (row for node in regions for row in kept.document_rows(facts, node, span))),
        "events": (kept.EVENTS, (row for node in regions for row in kept.event_rows(facts, node, span))),
        "figures": (figures.FIGURES, (row for node in regions for row in figures.figure_rows(facts, node, span))),
    }
    tables = {name: Result(made[name][0], tuple(made[name][1])) for name in ONE}
    if len(regions) == len(("one", "other")):
        tables = {
            "order": Result(pairs.ORDER, tuple(pairs.order_rows(facts, *regions))),
            "side_by_side": Result(pairs.BESIDE, tuple(pairs.beside_rows(facts, *regions))),
            **tables,
        }
    names = tuple(f"{node.properties['name']} ({node.properties['code']})" for node in regions)
    return Profile(tables=tables, regions=names, counted=counted, notes=tuple(_notes(facts, counted, tables)))


def _notes(facts: Facts, counted: Collection[str], tables: Mapping[str, Result]) -> Iterator[Note]:
    yield Note("counted", {"stages": tuple(counted)})
    for node in facts.regions:
        yield from _of_region(facts, node)
    if "order" in tables:
        yield Note("order_told", {"one": _name(facts.regions[0]), "other": _name(facts.regions[1])})
    if tables["innovativeness"].rows:
        yield Note("innovativeness_told")


def _of_region(facts: Facts, node: Node) -> Iterator[Note]:
    years, name = facts.observed[node.key], _name(node)
    if years:
        yield Note("reported", {"region": name, "n": len(years), "first": years[0], "last": years[-1]})
    else:
        yield Note("not_reported", {"region": name})
    has = {key: row.bound for key, row in facts.adopted[node.key].items() if row.adoption}
    bounds = [bound for key, bound in has.items() if not facts.nodes[key].properties["discovered"]]
    if has:
        counts = {bound: bounds.count(bound) for bound in BOUNDS} | {"local": len(has) - len(bounds)}
        yield Note("profile_bounds", {"region": name, "n": len(bounds)} | counts)
    twins = sorted(facts.keys[node.key] - {node.key})
    if twins:
        told = ("{2} ({1})".format(*key.split("/")) for key in twins)
        yield Note("joined", {"region": name, "names": ", ".join(told)})


def _name(node: Node) -> str:
    return str(node.properties["name"])
