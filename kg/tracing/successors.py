"""Regions that are one place under several names: where one became one other (射洪县, 射洪市), and no more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from cypher.elements import Node, Relationship
from kg.tracing.statements import Statement


def heirs(edges: Iterable[Relationship], regions: Mapping[str, Node]) -> dict[str, str]:
    """By region, what it last became; only where each step of the way is one region that ended and became one other.

    A county that was divided, a city put together of several, be it of parts of those that went on, stay apart from
    what they became: their reforms are not its own. So does what a functional area became.

    Args:
        edges: the ``SUCCEEDED_BY`` and ``SPLIT_FROM`` of ``regions``.
        regions: by key.
    """
    edges = [edge for edge in edges if edge.start in regions]
    turns = [edge for edge in edges if edge.type == "SUCCEEDED_BY"]
    steps = {(edge.start, edge.end) for edge in turns}
    go_on = {edge.start for edge in turns if not _ended(regions[edge.start], edge.properties["year"])}
    before, after = Counter(start for start, _ in steps), Counter(end for _, end in steps)
    after.update(edge.start for edge in edges if edge.type == "SPLIT_FROM" and edge.properties["founded"])
    single = {start: end for start, end in steps if before[start] == after[end] == 1 and start not in go_on}
    found = {}
    for region in sorted(single):
        heir, passed = single[region], {region}
        while heir in single and heir not in passed:
            passed.add(heir)
            heir = single[heir]
        found[region] = heir
    return found


def _ended(region: Node, year: int) -> bool:
    """Whether no span in which ``region`` held goes beyond ``year``."""
    ends = [span.partition("-")[2] for span in region.properties["valid"]]
    return bool(ends) and all(end and int(end) <= year for end in ends)


def join_statements(statements: Iterable[Statement], heirs: Mapping[str, str]) -> tuple[Statement, ...]:
    """``statements`` as those of what each region became."""
    return tuple(replace(s, region=heirs[s.region]) if s.region in heirs else s for s in statements)


def join_years(observed: Mapping[str, tuple[int, ...]], heirs: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """The observed years as those of what each region became."""
    found: dict[str, set[int]] = {}
    for region, years in observed.items():
        found.setdefault(heirs.get(region, region), set()).update(years)
    return {region: tuple(sorted(years)) for region, years in found.items()}
