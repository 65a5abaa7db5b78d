"""What a graph is made of, and what a query may return: nodes, relationships and paths, alike on every store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Node:
    """One node.

    Attributes:
        key: unique over the graph (``region/510900/遂宁市``); also the property ``key``.
        label: its one label (``Region``); empty for a node without labels, which graphs of ours never hold.
        properties: all properties, ``key`` and ``name`` among them; values are bool, int, float, str or
            lists of str; a property without a value is left out, never None.
        more_labels: further labels, for graphs from elsewhere; ours give each node one.
    """

    key: str
    label: str
    properties: Mapping[str, Any] = field(default_factory=dict, compare=False)
    more_labels: tuple[str, ...] = field(default=(), compare=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels, the first one first; empty for a node without labels."""
        return (self.label, *self.more_labels) if self.label else self.more_labels


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship, which is one statement of one source.

    Attributes:
        key: unique over the graph; also the property ``key``.
        type: its relationship type (``ADOPTED``).
        start: key of the node it leaves.
        end: key of the node it enters.
        properties: all properties, ``key`` among them; values as for nodes.
    """

    key: str
    type: str
    start: str
    end: str
    properties: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Path:
    """A path: ``nodes[i]`` and ``nodes[i + 1]`` are the ends of ``relationships[i]``, in either direction."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]
