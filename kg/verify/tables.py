"""The checks of the tables: nodes and relationships in one reading, some thousands in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from cypher.elements import Node, Relationship
from kg.disk import GraphDirectory
from kg.disk.directory import EDGES, NODES
from kg.disk.duck import Duck
from kg.model import ContentHash
from kg.verify.finding import Finding
from kg.verify.first_years import FirstYears
from kg.verify.regions import RegionYears
from kg.verify.schema import check_nodes, check_relationships
from ontology.schema import schema

_BATCH = 5_000
E = TypeVar("E", Node, Relationship)


@dataclass(slots=True)
class TableReport:
    """How much was read, its content hash, what was found, and which adoptions are early."""

    nodes: int = 0
    relationships: int = 0
    hash: ContentHash = field(default_factory=ContentHash)
    findings: list[Finding] = field(default_factory=list)
    early: list[Finding] = field(default_factory=list)


def check_tables(directory: GraphDirectory, last_year: int) -> TableReport:
    """Check the nodes and relationships of ``directory``; ``last_year`` is the latest that may stand anywhere."""
    report = TableReport()
    duck = Duck({"nodes": directory.checked(NODES), "edges": directory.checked(EDGES)})
    for table, what in (("nodes", "nodes"), ("edges", "relationships")):
        report.findings += _repeated(duck, table, what)
    labels: dict[str, str] = {}
    regions, first_years = RegionYears(directory.conflicts()), FirstYears()
    for nodes in _batches(directory.nodes(), report):
        report.nodes += len(nodes)
        labels.update((node.key, node.label) for node in nodes)
        regions.add(nodes)
        first_years.add(nodes)
        report.findings += check_nodes(nodes, schema(), last_year)
    for edges in _batches(directory.relationships(), report):
        report.relationships += len(edges)
        report.findings += check_relationships(edges, labels, schema(), last_year)
        report.findings += regions.check(edges)
        report.early += first_years.check(edges)
    return report


def _repeated(duck: Duck, table: str, what: str) -> Iterator[Finding]:
    for row in duck.rows(f"SELECT key, count(*) AS n FROM {table} GROUP BY key HAVING count(*) > 1"):
        yield Finding("key", row["key"], f"{row['n']} {what} have this key")


def _batches(elements: Iterable[E], report: TableReport) -> Iterator[list[E]]:
    """Some of ``elements`` at a time, of which each goes into the hash; readers rely on the order of their keys."""
    coming, last = iter(elements), ""
    while batch := list(islice(coming, _BATCH)):
        for element in batch:
            if element.key < last:
                report.findings.append(Finding("key", element.key, f"comes after {last}, out of the order of keys"))
            last = element.key
            report.hash.add(element)
        yield batch
