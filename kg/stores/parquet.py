"""A graph read from its Parquet tables as far as it is asked for; in memory is what is cut out of it.

It gives what a graph in memory gives, by key, but for Cypher.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from cypher.elements import Node, Relationship
from kg.disk import GraphDirectory
from kg.disk.directory import EDGES, NODES
from kg.disk.duck import Duck
from kg.disk.tables import as_node, as_relationship
from kg.model import HUBS, KnowledgeGraph
from kg.subgraph.sureness import CLAIMED, CLAIMS, sure_of

_LAYERS = ", ".join(map(repr, sorted(CLAIMS)))
_UNSURE = f"split_part(rule, '.', 1) IN ({_LAYERS}) AND coalesce(confidence, -1.0) < $least"
_ASKED = "IN (SELECT unnest($keys))"


class ParquetGraph:
    """The graph of a directory, or what of it is sure enough."""

    def __init__(self, directory: GraphDirectory, least: float | None = None) -> None:
        """Read ``directory`` when something is asked for.

        Args:
            directory: the graph; its tables are compared with their hashes before they are first read.
            least: how sure adoptions, events and figures must be; None for all.
        """
        self._directory = directory
        self._least = least
        self._sure = "true" if least is None else f"NOT ({_UNSURE})"
        self._given: dict[str, float] = {} if least is None else {"least": least}

    def sure_of(self, least: float) -> ParquetGraph:
        """This graph without the adoptions, events and figures whose confidence is below ``least``."""
        return ParquetGraph(self._directory, least)

    @cached_property
    def _duck(self) -> Duck:
        return Duck({"nodes": self._directory.checked(NODES), "edges": self._directory.checked(EDGES)})

    def __len__(self) -> int:
        """How many nodes there are."""
        if self._least is None:
            return sum(self._directory.manifest.counts["nodes"].values())
        (row,) = self._duck.rows(f"SELECT count(*) AS n FROM nodes WHERE {self._told()}", self._given)
        return int(row["n"])

    @property
    def relationship_count(self) -> int:
        """How many relationships there are."""
        if self._least is None:
            return sum(self._directory.manifest.counts["relationships"].values())
        (row,) = self._duck.rows(f"SELECT count(*) AS n FROM edges WHERE {self._sure}", self._given)
        return int(row["n"])

    @property
    def tables(self) -> tuple[Path, Path] | None:
        """The files of nodes and of relationships, where all that they hold is of this graph."""
        return (self._directory.checked(NODES), self._directory.checked(EDGES)) if self._least is None else None

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""
        if not labels and self._least is None:
            return self._directory.nodes()
        return self._nodes("label IN (SELECT unnest($labels))", labels=labels) if labels else self._nodes("true")

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""
        if not kinds and to is None and self._least is None:
            return self._directory.relationships()
        asked: dict[str, Collection[str]] = {}
        which = ["true"]
        if kinds:
            asked["kinds"] = kinds
            which.append("type IN (SELECT unnest($kinds))")
        if to is not None:
            asked["keys"] = sorted(to)
            which.append(f"to_key {_ASKED}")
        return self._relationships(" AND ".join(which), **asked)

    def node(self, key: str) -> Node | None:
        """The node with ``key``, or None."""
        return next(self.nodes_of([key]), None)

    def nodes_of(self, keys: Iterable[str]) -> Iterator[Node]:
        """The nodes that have one of ``keys``, by key."""
        return self._nodes(f"key {_ASKED}", keys=sorted(set(keys)))

    def relationship(self, key: str) -> Relationship | None:
        """The relationship with ``key``, or None."""
        return next(self._relationships(f"key {_ASKED}", keys=[key]), None)

    def touching(self, key: str) -> Iterator[Relationship]:
        """The relationships that leave or enter the node ``key``, by key."""
        return self._relationships(f"from_key {_ASKED} OR to_key {_ASKED}", keys=[key])

    def resolve_key(self, key: str) -> str | None:
        """``key`` itself, or the policy's key that has it among its aliases, or None."""
        if self.node(key) or self.relationship(key):
            return key
        found = next(self._nodes("label = 'Policy' AND list_contains(aliases, $alias)", alias=key), None)
        return found.key if found else None

    def around(self, keys: Iterable[str], hops: int) -> set[str]:
        """``keys`` and what lies within ``hops`` steps of them, either way; no step leads on from a year."""
        found = set(keys)
        outermost, hubs = found, {node.key for node in self.nodes(*HUBS)}
        steps = (
            f"SELECT to_key AS key FROM edges WHERE from_key {_ASKED} AND {self._sure} "
            f"UNION SELECT from_key FROM edges WHERE to_key {_ASKED} AND {self._sure}"
        )
        for _ in range(hops):
            near = self._duck.rows(steps, {"keys": sorted(outermost - hubs), **self._given})
            outermost = {row["key"] for row in near} - found
            found |= outermost
        return found

    def part(self, keys: Iterable[str]) -> KnowledgeGraph:
        """The graph of the nodes that have one of ``keys``, and of all relationships between them."""
        asked = sorted(set(keys))
        edges = self._relationships(f"from_key {_ASKED} AND to_key {_ASKED}", keys=asked)
        return KnowledgeGraph(self.nodes_of(asked), edges)

    def with_ends(self, keys: Iterable[str]) -> KnowledgeGraph:
        """The part of the nodes that have one of ``keys``, and of those that such relationships join."""
        asked = sorted(set(keys))
        ends = {end for edge in self._relationships(f"key {_ASKED}", keys=asked) for end in (edge.start, edge.end)}
        return self.part({*asked, *ends})

    def _nodes(self, which: str, **values: str | Collection[str]) -> Iterator[Node]:
        query = f"FROM nodes WHERE ({which}) AND {self._told()} ORDER BY key"
        return map(as_node, self._duck.rows(query, {**values, **self._given}))

    def _told(self) -> str:
        """Events and figures are nothing without what states them."""
        if self._least is None:
            return "true"
        claimed = ", ".join(map(repr, sorted(CLAIMED)))
        stated = f"SELECT from_key FROM edges WHERE {self._sure} UNION SELECT to_key FROM edges WHERE {self._sure}"
        return f"(label NOT IN ({claimed}) OR key IN ({stated}))"

    def _relationships(self, which: str, **values: Any) -> Iterator[Relationship]:
        query = f"FROM edges WHERE ({which}) AND {self._sure} ORDER BY key"
        return map(as_relationship, self._duck.rows(query, {**values, **self._given}))


AnyGraph = KnowledgeGraph | ParquetGraph
"""A graph in memory, or one whose parts are cut out of its tables."""


def surest(graph: AnyGraph, least: float) -> AnyGraph:
    """``graph`` without the adoptions, events and figures whose confidence is below ``least``."""
    return graph.sure_of(least) if isinstance(graph, ParquetGraph) else sure_of(graph, least)
