"""The sentences behind the pictures, each once, with the form found in them and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Protocol

from cypher.elements import Node
from extractors.initiatives.known import known_forms
from extractors.text.folding import fold, fold_with_offsets
from kg.tracing.facts import Facts
from kg.tracing.statements import Statement


class Placed(Protocol):
    """Sentences of a page, each with its place in a list."""

    def place(self, statement: Statement | None) -> int | None:
        """The place of a statement; None for none, or for one that is not listed."""


class Evidence:
    """Sentences and documents as data for the page, each listed once.

    Attributes:
        sentences: those of ``statements``, in their order.
        documents: those that they stand in, in the order in which they are met.
    """

    def __init__(self, facts: Facts, statements: Iterable[Statement], regions: Mapping[str, int]) -> None:
        """List ``statements``; ``regions`` has the place of each region in the page's list, by key."""
        self._documents = facts.documents
        self._places: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self.documents: list[dict[str, Any]] = []
        self.sentences: list[dict[str, Any]] = []
        for statement in statements:
            self._numbers[statement.key] = len(self.sentences)
            told = self._describe(statement, facts.name) | {"region": regions.get(statement.region)}
            self.sentences.append({name: value for name, value in told.items() if value is not None})

    def place(self, statement: Statement | None) -> int | None:
        """The place of a statement in :attr:`sentences`; None for none, or for one that is not listed."""
        return self._numbers.get(statement.key) if statement else None

    def _describe(self, statement: Statement, traced: str) -> dict[str, Any]:
        name = statement.initiative.partition("/")[2]
        marks = forms_at(statement.quote, name, statement.told)
        return {
            "year": statement.year,
            "stage": statement.stage,
            "date": statement.date,
            "quote": statement.quote,
            "marks": marks or None,
            "form": statement.quote[marks[0][0] : marks[0][1]] if marks else None,
            "part": name if name != traced else None,
            "document": self._document(statement.source),
            "start": statement.start,
            "rule": statement.rule,
            "confidence": statement.confidence,
            "told": statement.told,
            "unsure": statement.unsure or None,
        }

    def _document(self, key: str) -> int:
        if key not in self._places:
            self._places[key] = len(self.documents)
            self.documents.append(_titled(key, self._documents.get(key)))
        return self._places[key]


def _titled(key: str, node: Node | None) -> dict[str, Any]:
    known = node.properties if node else {}
    shown = {
        "name": known.get("title") or known.get("name") or key,
        "year": known.get("year"),
        "date": known.get("date"),
    }
    return {"key": key} | {name: value for name, value in shown.items() if value is not None}


def forms_at(text: str, name: str, year: int | None) -> list[list[int]]:
    """Where the forms of the initiative ``name`` stand in ``text`` of ``year``: pairs of start and end.

    >>> forms_at("全市持续推进“放管服”改革。", "放管服改革", 2018)
    [[7, 13]]
    """
    folded = fold_with_offsets(text)
    found = [(start, end) for start, end, called in _forms(folded.text, year) if called == name]
    bare = fold(name)
    at = folded.text.find(bare) if bare and not found else -1
    while at >= 0:
        found.append((at, at + len(bare)))
        at = folded.text.find(bare, at + len(bare))
    return [list(folded.span(start, end)) for start, end in found]


@lru_cache(maxsize=1 << 12)  # one sentence often speaks of several reforms
def _forms(folded: str, year: int | None) -> tuple[tuple[int, int, str], ...]:
    return tuple((hit.start, hit.end, hit.name) for hit in known_forms(folded, year))
