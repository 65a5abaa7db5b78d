"""Sentences of a graph that say of two reforms that the one became the other, or grew out of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from cypher.elements import Relationship
from extractors.initiatives.known import known_forms
from extractors.text.folding import fold
from ontology.turns import turn_cues

_CLOSE = 40  # characters between two names at most: beyond, a sentence has gone on to something else


class ToldTurn(NamedTuple):
    """What a sentence says: the two names, how (a cue of ``turns.yaml``), and the statement that has the sentence."""

    earlier: str
    later: str
    cue: str
    edge: Relationship


class _Named(NamedTuple):
    start: int
    end: int
    name: str


def turns_told(edges: Iterable[Relationship], names: Collection[str], local: Collection[str]) -> list[ToldTurn]:
    """What the sentences of ``edges`` say of one of ``names``, each sentence of a document once.

    Args:
        edges: statements that have a quote.
        names: the line of names.
        local: the names of initiatives that the reference list does not have.
    """
    found: dict[tuple[str, str, str, str], ToldTurn] = {}
    for edge in edges:
        folded = fold(str(edge.properties.get("quote", "")))
        if any(cue.between.search(folded) for cue in turn_cues().values()):
            for earlier, later, cue in turns_in(folded, edge.properties.get("year"), local):
                if {earlier, later} & set(names):
                    key = edge.properties["source"], earlier, later, cue
                    found.setdefault(key, ToldTurn(earlier, later, cue, edge))
    return [found[key] for key in sorted(found)]


def turns_in(folded: str, year: int | None, local: Collection[str] = ()) -> Iterator[tuple[str, str, str]]:
    """Of a folded sentence: an earlier name, a later one, and the cue that says so.

    >>> list(turns_in("将最多跑一次改革升级为一件事一次办。", 2020))
    [('最多跑一次', '一件事一次办', 'renamed')]
    """
    for first, second in pairwise(_names(folded, year, local)):
        if first.name == second.name or not 0 <= second.start - first.end <= _CLOSE:
            continue
        for name, cue in turn_cues().items():
            if cue.holds(folded, first[:2], second[:2]):
                earlier, later = (second, first) if cue.reversed else (first, second)
                yield earlier.name, later.name, name
                break


def _names(folded: str, year: int | None, local: Collection[str]) -> list[_Named]:
    """The names of reforms in ``folded``, from left to right; a longer local name hides the known form in it."""
    found = [_Named(hit.start, hit.end, hit.name) for hit in known_forms(folded, year)]
    for name in local:
        start = folded.find(fold(name)) if len(name) > 1 else -1
        if start >= 0:
            found.append(_Named(start, start + len(fold(name)), name))
    found.sort(key=lambda named: (named.start, -named.end, named.name))
    kept: list[_Named] = []
    for named in found:
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return kept
