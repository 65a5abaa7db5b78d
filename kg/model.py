"""The knowledge graph: nodes and relationships in a NetworkX multigraph, always walked in the order of their keys."""

from __future__ import annotations

import hashlib
import json
from bisect import insort
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from cypher.elements import Node, Relationship
from kg import keys
from kg.errors import GraphError

HUBS = ("Graph", "Year")
"""Labels of nodes that everything touches, so that no way leads through them."""

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class KnowledgeGraph:
    """A directed multigraph whose node ids and edge keys are the keys of graph.md.

    In ``self.graph`` (a ``networkx.MultiDiGraph``) a node has its properties as attributes, and its label as
    ``label``; an edge has its properties, and its type as ``type``.
    """

    def __init__(self, nodes: Iterable[Node] = (), relationships: Iterable[Relationship] = ()) -> None:
        """Hold ``nodes`` and ``relationships``.

        Raises:
            GraphError: for a key given twice, or a relationship one of whose ends is missing.
        """
        import networkx as nx  # noqa: PLC0415 - it takes long to load, and only a graph in memory needs it

        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._ends: dict[str, tuple[str, str]] = {}
        for node in nodes:
            self.add_node(node)
        for relationship in relationships:
            self.add_relationship(relationship)

    def add_node(self, node: Node) -> None:
        """Add ``node``; its key must be new."""
        if node.key in self.graph:
            raise GraphError(f"two nodes have the key {node.key}")
        self.graph.add_node(node.key)
        self.graph.nodes[node.key].update(node.properties, label=node.label)

    def add_relationship(self, relationship: Relationship) -> None:
        """Add ``relationship``; its key must be new and both its ends there."""
        if relationship.key in self._ends:
            raise GraphError(f"two relationships have the key {relationship.key}")
        for end in (relationship.start, relationship.end):
            if end not in self.graph:
                raise GraphError(f"relationship {relationship.key} ({relationship.type}) has no node at its end {end}")
        self._ends[relationship.key] = (relationship.start, relationship.end)
        self.graph.add_edge(relationship.start, relationship.end, key=relationship.key)
        edge = self.graph.edges[relationship.start, relationship.end, relationship.key]
        edge.update(relationship.properties, type=relationship.type)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.graph)

    def __contains__(self, key: object) -> bool:
        return key in self.graph or key in self._ends

    @property
    def relationship_count(self) -> int:
        """How many relationships there are."""
        return len(self._ends)

    def node(self, key: str) -> Node | None:
        """The node with ``key``, or None."""
        return self._node(key) if key in self.graph else None

    def relationship(self, key: str) -> Relationship | None:
        """The relationship with ``key``, or None."""
        return self._relationship(key) if key in self._ends else None

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""
        for key in sorted(self.graph):
            if not labels or self.graph.nodes[key]["label"] in labels:
                yield self._node(key)

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""
        for key in sorted(self._ends):
            start, end = self._ends[key]
            if (to is None or end in to) and (not kinds or self.graph.edges[start, end, key]["type"] in kinds):
                yield self._relationship(key)

    def touching(self, key: str) -> Iterator[Relationship]:
        """The relationships that leave or enter the node ``key``, by key."""
        near = {k for _, _, k in self.graph.out_edges(key, keys=True)}
        near.update(k for _, _, k in self.graph.in_edges(key, keys=True))
        return (self._relationship(k) for k in sorted(near))

    def nodes_of(self, keys: Iterable[str]) -> Iterator[Node]:
        """The nodes that have one of ``keys``, by key."""
        return (self._node(key) for key in sorted(set(keys)) if key in self.graph)

    def around(self, keys: Iterable[str], hops: int) -> set[str]:
        """``keys`` and what lies within ``hops`` steps of them, either way; no step leads on from a year."""
        found = set(keys)
        outermost = set(found)
        for _ in range(hops):
            outermost = {
                neighbour
                for key in outermost
                if self.graph.nodes[key]["label"] not in HUBS
                for neighbour in (*self.graph.successors(key), *self.graph.predecessors(key))
            } - found
            found |= outermost
        return found

    def part(self, keys: Iterable[str]) -> KnowledgeGraph:
        """The graph of the nodes that have one of ``keys``, and of all relationships between them."""
        return self.subgraph(keys)

    def with_ends(self, keys: Iterable[str]) -> KnowledgeGraph:
        """The part of the nodes that have one of ``keys``, and of those that such relationships join."""
        asked = set(keys)
        return self.part(asked.union(*(self._ends[key] for key in asked if key in self._ends)))

    def resolve_key(self, key: str) -> str | None:
        """``key`` itself, or the policy's key that has it among its aliases, or None."""
        if key in self:
            return key
        found = [node.key for node in self.nodes("Policy") if key in node.properties.get("aliases", ())]
        return found[0] if found else None

    def subgraph(self, node_keys: Iterable[str], relationship_keys: Iterable[str] | None = None) -> KnowledgeGraph:
        """The graph of ``node_keys`` and of ``relationship_keys`` (None: all between them)."""
        kept = {key for key in node_keys if key in self.graph}
        wanted = None if relationship_keys is None else set(relationship_keys)
        edges = (
            key
            for key, (start, end) in sorted(self._ends.items())
            if start in kept and end in kept and (wanted is None or key in wanted)
        )
        return KnowledgeGraph((self._node(key) for key in sorted(kept)), (self._relationship(key) for key in edges))

    def content_hash(self) -> str:
        """Hex blake2b (16 bytes) over all rows but the ``Graph`` node, by key: equal graphs, equal hash."""
        return _content_hash(self.nodes(), self.relationships())

    def _node(self, key: str) -> Node:
        attributes = self.graph.nodes[key]
        return Node(key, attributes["label"], {name: attributes[name] for name in attributes if name != "label"})

    def _relationship(self, key: str) -> Relationship:
        start, end = self._ends[key]
        attributes = self.graph.edges[start, end, key]
        properties = {name: attributes[name] for name in attributes if name != "type"}
        return Relationship(key, attributes["type"], start, end, properties)


class Elements:
    """All nodes and relationships of a graph by key, as lists: enough to write it, and less than the graph takes."""

    def __init__(self, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> None:
        """Hold ``nodes`` and ``relationships``, which come by key.

        Raises:
            GraphError: an end of a relationship is missing.
        """
        self._nodes = list(nodes)
        self._relationships = list(relationships)
        there = {node.key for node in self._nodes}
        for edge in self._relationships:
            for end in (edge.start, edge.end):
                if end not in there:
                    raise GraphError(f"relationship {edge.key} ({edge.type}) has no node at its end {end}")

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""
        return (node for node in self._nodes if not labels or node.label in labels)

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""
        of_kinds = (edge for edge in self._relationships if not kinds or edge.type in kinds)
        return of_kinds if to is None else (edge for edge in of_kinds if edge.end in to)

    def add_node(self, node: Node) -> None:
        """Put ``node``, whose key is new, in its place."""
        insort(self._nodes, node, key=lambda each: each.key)

    def content_hash(self) -> str:
        """As that of the ``KnowledgeGraph``."""
        return _content_hash(self._nodes, self._relationships)


class ContentHash:
    """The content hash of nodes by key, then relationships by key, made as they come."""

    def __init__(self) -> None:
        """Begin without any."""
        self._state = hashlib.blake2b(digest_size=16)

    def add(self, element: Node | Relationship) -> None:
        """Take in ``element``; the ``Graph`` node, which bears the hash, counts for nothing."""
        if element.key != keys.GRAPH:
            self._state.update(canonical_row(element).encode("utf-8"))

    def hexdigest(self) -> str:
        """The hash of all that came, in hex."""
        return self._state.hexdigest()


def _content_hash(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> str:
    found = ContentHash()
    for element in chain[Node | Relationship](nodes, relationships):
        found.add(element)
    return found.hexdigest()


def canonical_row(element: Node | Relationship) -> str:
    """One line of JSON that is the same for equal elements, whatever the order of their properties."""
    head = [element.label] if isinstance(element, Node) else [element.type, element.start, element.end]
    row = [element.key, *head, dict(element.properties)]
    return _JSON.encode(row) + "\n"
