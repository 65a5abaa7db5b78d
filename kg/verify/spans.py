"""What the relationships of each document quote, document by document, without all of them in memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from kg.disk import GraphDirectory
from kg.disk.directory import EDGES
from kg.disk.duck import Duck
from kg.disk.rows import read_rows
from kg.keys import ONTOLOGY, document_key


@dataclass(frozen=True, slots=True)
class Quoted:
    """What one relationship quotes: its key, where, and the words."""

    key: str
    start: int | None
    end: int | None
    quote: str | None


class Spans:
    """What is quoted, in the order in which the documents of the directory come."""

    def __init__(self, directory: GraphDirectory) -> None:
        """Read ``directory``."""
        self._duck = Duck({"edges": directory.checked(EDGES)})
        self._places = {key: place for place, key in enumerate(_keys_of(directory), 1)}

    @cached_property
    def statements(self) -> dict[str, int]:
        """By source, how many relationships name it; those of the ontology quote nothing."""
        counted = "SELECT coalesce(source, '') AS source, count(*) AS n FROM edges GROUP BY 1"
        return {row["source"]: row["n"] for row in self._duck.rows(counted) if row["source"] != ONTOLOGY}

    def of(self, key: str) -> Sequence[Quoted]:
        """What is quoted of the document ``key``; documents are asked for in their order, each once."""
        place = self._places.get(key, 0)
        while self._next[0] < place:
            self._next = next(self._coming, _END)
        return self._next[1] if self._next[0] == place else ()

    @cached_property
    def _next(self) -> tuple[int, Sequence[Quoted]]:
        return next(self._coming, _END)

    @cached_property
    def _coming(self) -> Iterator[tuple[int, Sequence[Quoted]]]:
        places = "SELECT unnest($keys) AS source, generate_subscripts($keys, 1) AS place"
        columns = 'place, key, start, "end", quote'
        rows = self._duck.rows(
            f"SELECT {columns} FROM edges JOIN ({places}) USING (source) ORDER BY place", {"keys": list(self._places)}
        )
        for place, group in groupby(rows, lambda row: int(row["place"])):
            yield place, [Quoted(row["key"], row.get("start"), row.get("end"), row.get("quote")) for row in group]


_END = (1 << 62, ())  # behind the last document


def _keys_of(directory: GraphDirectory) -> dict[str, None]:
    """The keys of the documents that have a text, in their order, each once."""
    texts = (
        row.get("text_sha256")
        for path in directory.part_paths()
        for row in read_rows(directory.checked_part(path.name), ["text_sha256"])
    )
    return dict.fromkeys(document_key(text) for text in texts if text)
