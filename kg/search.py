"""Full text: the sentences of all documents in which given words stand, by region and year.

There is no index: looking through the texts of a thousand documents takes a few hundredths of a second, and what is
found is what stands there, whatever a cutter of words would make of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.elements import Node
from cypher.results import Result
from kg.disk import GraphDirectory
from kg.disk.rows import read_rows
from kg.errors import SelectionError
from kg.keys import document_key
from kg.sentences import Sentences
from kg.tracing.ground import regions_below
from kg.tracing.source import Source

COLUMNS = ("year", "region", "code", "document", "date", "sentence", "place", "source", "file")
_KEPT = 100_000_000
"""Characters of texts that are kept in memory for the next search; those of larger graphs are read each time."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What is said of a document beside each of its sentences."""

    document: Node
    region: Node | None

    @property
    def order(self) -> tuple[Any, ...]:
        told = self.document.properties
        return told.get("year") or 9999, told.get("date") or "9999", self.document.key


class Texts:
    """The texts of a graph directory, each once under the key of its document; small ones stay in memory."""

    def __init__(self, directory: GraphDirectory) -> None:
        """Read ``directory`` when they are first asked for."""
        self._directory = directory
        self._kept: dict[str, str] | None = None

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Key of the document, and its text."""
        if self._kept is not None:
            yield from self._kept.items()
            return
        kept: dict[str, str] = {}
        seen: set[str] = set()
        size = 0
        for key, text in self._read():
            if key in seen:
                continue
            seen.add(key)
            size += len(text)
            if size <= _KEPT:
                kept[key] = text
            yield key, text
        if size <= _KEPT:
            self._kept = kept

    def _read(self) -> Iterator[tuple[str, str]]:
        for path in self._directory.part_paths():
            for row in read_rows(self._directory.checked_part(path.name), ["text_sha256", "text"]):
                if "text_sha256" in row:
                    yield document_key(row["text_sha256"]), row.get("text", "")


def search(
    source: Source,
    texts: Texts,
    words: Collection[str],
    *,
    regions: Collection[str] = (),
    years: tuple[int, int] | None = None,
) -> Result:
    """The sentences that hold all of ``words``, as rows under ``COLUMNS``, the earliest years first.

    Args:
        source: the graph: its documents are looked through.
        texts: those of its directory.
        words: what must stand in a sentence; a line's break within a word does not matter, nor the case of letters.
        regions: names or codes; only documents of these, and of what belongs to them.
        years: the first and the last year that the documents speak of.

    Raises:
        SelectionError: for no word, an empty one, or a region that is not known.
    """
    if not words or not all(word.strip() for word in words):
        raise SelectionError("give a word to look for")
    patterns = [_pattern(word.strip()) for word in words]
    places = _places(source, regions, years)
    found = []
    for key, text in texts:
        if key in places and all(pattern.search(text) for pattern in patterns):
            found += [(places[key], at) for at in _clauses(text, patterns)]
    found.sort(key=lambda one: (one[0].order, one[1][0]))
    return Result(COLUMNS, tuple(_row(place, at) for place, at in found))


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(r"\s*".join(map(re.escape, "".join(word.split()))), re.IGNORECASE)


def _clauses(text: str, patterns: list[re.Pattern[str]]) -> Iterator[tuple[int, int, str]]:
    """The spans and texts of the clauses around the first word that hold the others, too."""
    sentences, last = Sentences(text), -1
    for match in patterns[0].finditer(text):
        start, end = sentences.around(*match.span())
        if start > last and all(pattern.search(text, start, end) for pattern in patterns[1:]):
            yield start, end, text[start:end]
            last = start


def _places(source: Source, words: Collection[str], years: tuple[int, int] | None) -> Mapping[str, _Place]:
    """By key, the documents to look through, with their regions."""
    regions = {node.key: node for node in source.nodes("Region")}
    covered = {edge.start: edge.end for edge in source.relationships("COVERS")}
    asked = regions_below(list(regions.values()), source.relationships("PART_OF"), words) if words else None
    first, last = years or (None, None)
    return {
        node.key: _Place(node, regions.get(covered.get(node.key, "")))
        for node in source.nodes("Document")
        if (asked is None or covered.get(node.key) in asked)
        and (first is None or last is None or first <= node.properties.get("year", -1) <= last)
    }


def _row(place: _Place, at: tuple[int, int, str]) -> tuple[Any, ...]:
    told, region = place.document.properties, place.region.properties if place.region else {}
    start, end, sentence = at
    named = region.get("name") or told.get("area")
    where = (told.get("year"), named, region.get("code"), told["name"], told.get("date"))
    return *where, sentence, f"{start}–{end}", place.document.key, told["paths"][0]
