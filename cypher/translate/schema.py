"""What a graph holds, as far as a translation depends on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cypher.translate.types import Type

INDEXED = ("key", "name")  # properties that the engine looks up without reading all nodes of a label


@dataclass(frozen=True, slots=True)
class Schema:
    """What the graph holds, as far as a translation depends on it.

    Attributes:
        properties: the type of each property, over all labels and relationship types.
        labels: number of nodes by label.
        types: number of relationships by type.
        nodes: number of nodes.
        unlabelled: whether a node without labels is among them.
        label_properties: the properties of nodes by label, and whether all of them have it.
        type_properties: the same of relationships by type.
        ends: which labels are joined by which types: start, type, end.
    """

    properties: Mapping[str, Type]
    labels: Mapping[str, int]
    types: Mapping[str, int]
    nodes: int
    unlabelled: bool = False
    label_properties: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    type_properties: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    ends: Sequence[tuple[str, str, str]] = ()

    @property
    def every_node_has(self) -> tuple[str, ...]:
        """Labels of which each node has one; none where a node has none."""
        return () if self.unlabelled else tuple(self.labels)

    def bound(self, types: tuple[str, ...]) -> int:
        """The length that no path over these types (all, if none) can exceed, since it repeats no relationship."""
        names = types or tuple(self.types)
        return sum(self.types.get(name, 0) for name in names)
