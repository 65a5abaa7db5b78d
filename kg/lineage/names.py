"""The names that a reform had before and after: what the reference list and documents say became what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.elements import Node, Relationship
from kg.keys import ONTOLOGY
from ontology.initiatives import initiative_table

TURNS = ("earlier", "later", "year", "said_by", "document", "quote", "statement")
SAME, EARLIER, LATER, BESIDE, PART = ("this name", "earlier name", "later name", "of the same line", "part")
"""What another name is to the one asked for; ``of the same line`` is what became the same, or came from the same."""


@dataclass(frozen=True, slots=True)
class Line:
    """The names of one reform.

    Attributes:
        asked: the name asked for.
        names: all names, the oldest first, the one asked for among them.
        relations: what each name is to it.
        turns: what became what, the earliest first.
        parts: the initiatives of the reference list that are part of it, by name.
        local: how many more parts are known from documents only.
    """

    asked: str
    names: tuple[str, ...]
    relations: Mapping[str, str]
    turns: tuple[Relationship, ...]
    parts: tuple[str, ...]
    local: int

    @property
    def pairs(self) -> Iterator[tuple[str, str, int | None]]:
        """An earlier and a later name, and the year of the turn, each pair once."""
        told: dict[tuple[str, str], int | None] = {}
        for turn in self.turns:
            told.setdefault((_name(turn.start), _name(turn.end)), turn.properties.get("year"))
        return ((earlier, later, year) for (earlier, later), year in told.items())


def line_of(
    asked: Node, turns: Iterable[Relationship], parts: Iterable[Relationship], nodes: Mapping[str, Node]
) -> Line:
    """The line of ``asked``.

    Args:
        asked: the initiative.
        turns: all ``EVOLVED_INTO``.
        parts: all ``PART_OF`` of initiatives.
        nodes: all initiatives, by key.

    The turns of the reference list are followed all the way, in both directions; what a document says of two names is
    told where one of them is in that line.
    """
    turns = list(turns)
    listed = [turn for turn in turns if turn.properties["source"] == ONTOLOGY]
    before = _reach({asked.key}, ((turn.end, turn.start) for turn in listed))
    after = _reach({asked.key}, ((turn.start, turn.end) for turn in listed))
    whole = _reach({asked.key}, (ends for turn in listed for ends in ((turn.end, turn.start), (turn.start, turn.end))))
    kept = sorted((turn for turn in turns if {turn.start, turn.end} & whole), key=_when)
    whole |= {key for turn in kept for key in (turn.start, turn.end)}
    came = {turn.end: turn.properties.get("year") or 0 for turn in reversed(kept)}
    told = {turn.start: EARLIER for turn in kept if turn.end == asked.key}
    told |= {turn.end: LATER for turn in kept if turn.start == asked.key}
    relations = {
        key: SAME
        if key == asked.key
        else EARLIER
        if key in before
        else LATER
        if key in after
        else told.get(key, BESIDE)
        for key in whole
    }
    below = {edge.start for edge in parts if edge.end == asked.key}
    known = sorted(_name(key) for key in below if key in nodes and not nodes[key].properties["discovered"])
    names = sorted(whole, key=lambda key: (came.get(key, 0), relations[key] != EARLIER, key))
    return Line(
        asked=_name(asked.key),
        names=tuple(map(_name, names)),
        relations={_name(key): relation for key, relation in relations.items()},
        turns=tuple(kept),
        parts=tuple(known),
        local=len(below) - len(known),
    )


def turn_rows(line: Line, documents: Mapping[str, Node]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``TURNS``: ``said_by`` is the reference list or the name of a document, which has the quote.

    ``document`` is the number of the document that made the turn, where the list has one.
    """
    table = initiative_table().by_name
    for turn in line.turns:
        properties, earlier, later = turn.properties, _name(turn.start), _name(turn.end)
        heir = table[earlier].successor if earlier in table else None
        of_list = properties["source"] == ONTOLOGY
        by = documents.get(properties["source"])
        number = heir.document if of_list and heir and heir.name == later else None
        said_by = "reference list" if of_list else by.properties["name"] if by else properties["source"]
        yield earlier, later, properties.get("year"), said_by, number, properties.get("quote"), turn.key


def _reach(found: Collection[str], steps: Iterable[tuple[str, str]]) -> set[str]:
    following: dict[str, set[str]] = {}
    for start, end in steps:
        following.setdefault(start, set()).add(end)
    reached, waiting = set(found), list(found)
    while waiting:
        new = following.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def _when(turn: Relationship) -> tuple[int, str, str]:
    return turn.properties.get("year") or 9999, turn.properties["source"], turn.key


def _name(key: str) -> str:
    return key.partition("/")[2]
