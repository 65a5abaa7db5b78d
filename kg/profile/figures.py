"""The figures of a region in short: each indicator with its first and its last value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from cypher.elements import Node, Relationship
from kg.profile.facts import Facts
from kg.profile.kept import ends_of

FIGURES = (
    "region", "indicator", "unit", "initiative", "figures", "first_year", "first_value", "last_year", "last_value",
    "quote", "statement",
)  # fmt: skip


def figure_rows(facts: Facts, region: Node, years: tuple[int, int]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``FIGURES``: an indicator in one unit, with its first and its last value, and the sentence of that.

    Those of most years come first, then those about a reform. Targets are not what was reached, and are left out.
    """
    about = ends_of(facts.edges["ABOUT"])
    series: dict[tuple[str, str], list[tuple[int, Node, Relationship]]] = defaultdict(list)
    for edge in facts.edges["MEASURED_IN"]:
        told = facts.nodes[edge.start].properties
        within = edge.end in facts.keys[region.key] and years[0] <= told.get("year", -1) <= years[1]
        if within and not told.get("target"):
            figure = int(told["year"]), facts.nodes[edge.start], edge
            series[str(told["indicator"]), str(told.get("unit", ""))].append(figure)
    spans = {key: len({year for year, *_ in figures}) for key, figures in series.items()}
    reform = {key: _reform([node for _, node, _ in figures], about) for key, figures in series.items()}
    for key in sorted(series, key=lambda key: (-spans[key], reform[key] is None, -len(series[key]), key)):
        figures = sorted(series[key], key=lambda figure: (figure[0], figure[2].key))
        (first, one, _), (last, other, edge) = figures[0], figures[-1]
        yield (
            region.properties["name"], *key, reform[key], len(figures), first, one.properties["value"], last,
            other.properties["value"], edge.properties.get("quote"), edge.key,
        )  # fmt: skip


def _reform(measurements: list[Node], about: Mapping[str, list[str]]) -> str | None:
    """The reform that most of the figures are about."""
    found = Counter(key for node in measurements for key in about.get(node.key, ()) if key.startswith("initiative/"))
    return min(found, key=lambda key: (-found[key], key)).partition("/")[2] if found else None
