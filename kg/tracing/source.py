"""What a trace asks of a graph, and which initiative a word means in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Protocol

from cypher.elements import Node, Relationship
from extractors.text.folding import fold
from kg.errors import SelectionError
from kg.subgraph.names import nearest
from ontology.initiatives import initiative_table


class Source(Protocol):
    """A graph: a store, a graph directory or a graph in memory."""

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``."""

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``; given ``to``, those that end at one of its keys."""


def find_initiative(nodes: Collection[Node], word: str) -> Node:
    """The initiative of ``nodes`` that is called ``word``, or whose key or form (放管服) it is.

    Raises:
        SelectionError: when there is none, or ``word`` is a form of several.
    """
    by_key = next((node for node in nodes if node.key == word), None)
    if by_key is not None:
        return by_key
    by_name = {str(node.properties["name"]): node for node in nodes}
    bare = word.removeprefix("initiative/")
    if bare in by_name:
        return by_name[bare]
    wanted = fold(bare)
    meant = [row.name for row in initiative_table() if any(fold(form.form) == wanted for form in row.forms)]
    found = [name for name in meant if name in by_name] or [name for name in by_name if fold(name) == wanted]
    if len(found) == 1:
        return by_name[found[0]]
    if found:
        raise SelectionError(f"{word} is a form of several initiatives, by year: {', '.join(found)}; name one")
    if meant:
        raise SelectionError(f"{word} is a form of {', '.join(meant)}, which no document of this graph names")
    raise SelectionError(f"no initiative in this graph is called {word}{nearest(word, by_name)}")
