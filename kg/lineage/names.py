"""The names that a reform had before and after: what the reference list and documents say became what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.elements import Node, Relationship
from kg.lineage.told import ToldTurn
from ontology.initiatives import initiative_table

TURNS = ("earlier", "later", "year", "how", "said_by", "document", "quote", "statement")
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

    Turns are followed all the way, in both directions.
    """
    kept = list(turns)
    before = _reach({asked.key}, ((turn.end, turn.start) for turn in kept))
    after = _reach({asked.key}, ((turn.start, turn.end) for turn in kept))
    whole = _reach({asked.key}, (ends for turn in kept for ends in ((turn.end, turn.start), (turn.start, turn.end))))
    kept = sorted((turn for turn in kept if turn.start in whole), key=_when)
    came = {turn.end: turn.properties.get("year") or 0 for turn in reversed(kept)}
    relations = {
        key: SAME if key == asked.key else EARLIER if key in before else LATER if key in after else BESIDE
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


def turn_rows(line: Line, told: Iterable[ToldTurn], documents: Mapping[str, Node]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``TURNS``: what the reference list says, then what sentences say, the earliest first.

    ``how`` is ``successor`` in the list, else the cue (``turns.yaml``) that the sentence, ``quote``, has; ``document``
    is the number of the document that made the turn, where the list has one.
    """
    table = initiative_table().by_name
    for turn in line.turns:
        earlier, later = _name(turn.start), _name(turn.end)
        heir = table[earlier].successor if earlier in table else None
        number = heir.document if heir and heir.name == later else None
        yield earlier, later, turn.properties.get("year"), "successor", "reference list", number, None, turn.key
    rows = []
    for said in told:
        properties = said.edge.properties
        source = documents.get(properties["source"])
        year = properties.get("year") or (source.properties.get("year") if source else None)
        name = source.properties["name"] if source else properties["source"]
        rows.append((said.earlier, said.later, year, said.cue, name, None, properties["quote"], said.edge.key))
    yield from sorted(rows, key=lambda row: (row[2] or 9999, row[-1]))


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
