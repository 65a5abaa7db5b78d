"""Where the rows of a sheet begin: the row that names its columns, below banners and with a second level of heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from extractors.catalogues.tables import Row
from extractors.source import ReadError

_LOOK = 12  # rows in which the names of the columns are looked for: banners, notes and who made the list stand above
_ASIDE = re.compile(r"[（(\[【][^（(\[【)）\]】]*[)）\]】]|[\s_*＊:：\ufeff]+")


@dataclass(frozen=True, slots=True)
class Header:
    """The names of a sheet's columns.

    Attributes:
        names: by column; empty where it has none.
        places: by field of a document its column.
    """

    names: tuple[str, ...]
    places: Mapping[str, int]

    def unused(self) -> list[str]:
        """The names of the columns that are of no use."""
        used = set(self.places.values())
        return [name for place, name in enumerate(self.names) if name and place not in used]


def find_header(
    rows: Iterator[Row | ReadError], known: Mapping[str, Sequence[str]], needed: str = "title"
) -> tuple[Header, Iterator[Row | ReadError]]:
    """The header of a sheet and the rows below it; that of the first row that is filled where none has what is needed.

    Args:
        rows: the sheet's.
        known: by field the names of its columns, the first to be preferred.
        needed: the field without which a row is no header.

    Raises:
        ReadError: the rows cannot be read.
    """
    opening = list(islice(rows, _LOOK))
    best, at = Header((), {}), 0
    above: Header | None = None
    for number, row in enumerate(opening):
        if isinstance(row, ReadError) or not any(row.cells):
            above = None
            continue
        found = _header(row.cells, known, above)
        better = needed in found.places and len(found.places) > len(best.places) * (needed in best.places)
        if better or not best.names:
            best, at = found, number
        above = found if found.places else None
    rest = opening[at + 1 :]
    while rest and isinstance(rest[0], Row) and tuple(rest[0].cells) == best.names:
        del rest[0]  # cells of the header that are merged over several rows
    return best, chain(rest, rows)


def _header(cells: Sequence[str], known: Mapping[str, Sequence[str]], above: Header | None) -> Header:
    """The header that ``cells`` are; an empty one is named by the level above."""
    upper = above.names if above else ()
    names = tuple(cell or (upper[place] if place < len(upper) else "") for place, cell in enumerate(cells))
    bare = [plain(name) for name in names]
    places = {}
    for field, words in known.items():
        place = next((bare.index(plain(word)) for word in words if plain(word) in bare), None)
        if place is not None:
            places[field] = place
    return Header(names, places)


def plain(name: str) -> str:
    """The name of a column as it is compared: without blanks, marks and what stands in brackets, in lower case."""
    return _ASIDE.sub("", name).lower() or name.strip().lower()
