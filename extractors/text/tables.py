"""The tables inside a text: runs of lines whose cells stand between tabs, with what heads a row and a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.folding import fold
from extractors.text.marks import CLAUSE_MARKS
from extractors.text.structure import Structure

_CELL = "\t"
_LONGEST_HEAD = 30  # characters of a line between rows that is none itself: a row of one merged cell
_END = re.compile(f"[{CLAUSE_MARKS}]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its span without outer blanks, and its text folded, without any blank."""

    start: int
    end: int
    text: str


Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a table something stands: the rows above in the order of the text, its row, its cell's number there."""

    above: Sequence[Row]
    row: Row
    column: int


def tables_of(text: str, structure: Structure) -> Iterator[list[list[Cell]]]:
    """The tables of ``text``, row by row; a short line between rows is a row of one cell that lies over all columns."""
    rows: list[list[Cell]] = []
    for start, end in structure.lines:
        line = text[start:end]
        if structure.is_furniture(start):
            continue
        if _CELL in line:
            rows.append(_cells(start, line))
        elif rows and len(line) <= _LONGEST_HEAD and not _END.search(line):
            rows.append([Cell(start, end, fold(line).strip())])
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def place_of(tables: Sequence[Sequence[Row]], position: int) -> Place | None:
    """The place of the cell that holds ``position``; None outside of rows with more than one cell."""
    for rows in tables:
        if not rows[0][0].start <= position <= rows[-1][-1].end:
            continue
        for at, row in enumerate(rows):
            for column, cell in enumerate(row if len(row) > 1 else ()):
                if cell.start <= position < cell.end:
                    return Place(rows[:at], row, column)
    return None


def _cells(start: int, line: str) -> list[Cell]:
    cells = []
    for cell in line.split(_CELL):
        left = start + len(cell) - len(cell.lstrip())
        cells.append(Cell(left, start + len(cell.rstrip()), fold(cell).strip().replace(" ", "")))
        start += len(cell) + len(_CELL)
    return cells
