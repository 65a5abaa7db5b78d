"""A part of a graph in memory, or all of it, an element at a time: what the formats write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cypher.elements import Node, Relationship


class Exported(Protocol):
    """What an export reads, if need be more than once."""

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""

    def relationships(self, *kinds: str) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key."""
