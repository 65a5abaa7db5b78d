"""A page's own nodes and relationships as a graph to be traced, where no whole graph is given."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from cypher.elements import Node, Relationship
from ontology.schema import schema

# What a trace reads of each kind; what has less of it, as hand-made elements may, is passed over.
_READ: dict[str, tuple[str, ...]] = {
    "Region": ("name", "code", "level"),
    "ADOPTED": ("status", "source"),
    "CONCERNS": ("source",),
    "COVERS": ("observes",),
    "PART_OF": (),
    "LAUNCHED_BY": (),
    "LEARNED_FROM": ("source", "initiative"),
}


class OwnElements:
    """The elements of a page as what ``kg.tracing`` asks of a graph."""

    def __init__(
        self, nodes: Sequence[Node], relationships: Sequence[Relationship], documents: Mapping[str, Node]
    ) -> None:
        """Hold ``nodes`` with the ``documents`` beside them, and ``relationships``."""
        known = {**documents, **{node.key: node for node in nodes}}
        self._nodes = [known[key] for key in sorted(known) if _has_all(known[key].label, known[key].properties)]
        self._edges = sorted(
            (edge for edge in relationships if edge.type in _READ and _has_all(edge.type, edge.properties)),
            key=lambda edge: edge.key,
        )

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""
        return (node for node in self._nodes if not labels or node.label in labels)

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All that a trace reads, or those of ``kinds``; given ``to``, those that end at one of its keys."""
        return (edge for edge in self._edges if (not kinds or edge.type in kinds) and (to is None or edge.end in to))


def _has_all(kind: str, properties: Mapping[str, object]) -> bool:
    whole = all(properties.get(name) is not None for name in _READ.get(kind, ()))
    return whole and (kind != "ADOPTED" or properties["status"] in schema().statuses)
