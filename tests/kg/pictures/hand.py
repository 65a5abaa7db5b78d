"""Regions made by hand, with the years of their reports and what is stated of them, and what lies above them."""

from __future__ import annotations

from types import SimpleNamespace

from cypher.elements import Node
from kg.pictures.evidence import Evidence
from kg.tracing.record import Row
from kg.tracing.statements import Statement
from kg.tracing.words import DONE, STAGES

REFORM = "网格化综合服务"


def statement(region: str, stage: str, year: int, *, told: int | None = None, quote: str = "", rule: bool = False, n: int = 0, name: str = REFORM) -> Statement:
    """A sentence on ``year`` in the document of the year ``told``; ``rule``: it stands in a regulation."""
    key = f"{region}/{stage}/{year}/{n}"
    return Statement(
        key, region, f"initiative/{name}", stage, year, None, f"document/{region}/{told or year}", told or year,
        quote or f"推进{name}。", rule, 0.9, start=12, rule="adoption.test",
    )  # fmt: skip


def row(
    code: str,
    name: str,
    *stated: tuple[str, int] | Statement,
    observed: tuple[int, ...] | range = (),
    level: str = "county",
    parent: str | None = None,
    count: tuple[str, ...] = DONE,
) -> Row:
    """A region with its reports of the years ``observed``; ``stated`` are pairs of a stage and a year, or statements."""
    region = Node(f"region/{code}/{name}", "Region", {"code": code, "name": name, "level": level})
    said = [item if isinstance(item, Statement) else statement(region.key, *item) for item in stated]
    said.sort(key=lambda item: item.order)
    stages: dict[str, Statement] = {}
    for item in said:
        if item.stage in STAGES:
            stages.setdefault(item.stage, item)
    adoption = min((stages[stage] for stage in stages if stage in count), key=lambda item: item.order, default=None)
    named = frozenset(item.told for item in said if item.stage in DONE and item.told in observed)
    return Row(region, parent, tuple(said), stages, adoption, tuple(observed), named)


def evidence(*rows: Row) -> Evidence:
    """The sentences of ``rows``."""
    facts = SimpleNamespace(documents={}, name=REFORM)
    said = [item for of in rows for item in of.statements]
    return Evidence(facts, said, {of.region.key: place for place, of in enumerate(rows)})  # type: ignore[arg-type]


class Above:
    """What lies right above each region, whatever the year."""

    def __init__(self, above: dict[str, str]) -> None:
        self._above = above

    def of(self, region: str, year: int | None) -> str | None:
        return self._above.get(region)
