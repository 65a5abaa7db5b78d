"""The rows of a table inside a document: which hold data and which lay out a page, and how either is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CELL_TEXT = 400  # characters; a longer cell is no datum but a part of the page's layout
_HEAD_TEXT = 30  # characters of a cell that heads several rows; a longer one is read once


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, and all of them on one."""

    lines: tuple[str, ...]
    text: str

    @classmethod
    def of(cls, lines: Sequence[str]) -> Cell:
        """The cell with these lines."""
        return cls(tuple(lines), " ".join(line.strip() for line in lines if line.strip()))

    def below(self, head: Cell | None) -> Cell:
        """This cell, which is merged with ``head`` above it: a short head stands in each of its rows."""
        return head if head and not self.text and len(head.text) <= _HEAD_TEXT else self


@dataclass(frozen=True, slots=True)
class Row:
    """A row; ``is_data`` unless it lays out the page: one cell, a long one, or a table within."""

    cells: tuple[Cell, ...]
    is_data: bool

    @classmethod
    def of(cls, cells: Sequence[Cell], *, nested: bool = False) -> Row:
        """The row of these cells; ``nested`` where there is a table within."""
        short = all(len(cell.text) <= _CELL_TEXT for cell in cells)
        return cls(tuple(cells), len(cells) > 1 and not nested and short)

    def printed(self) -> Iterator[str]:
        """A row of data on one line, the cells of one that lays out the page one after another."""
        if not self.is_data:
            for cell in self.cells:
                yield from (line for line in cell.lines if line.strip())
        elif any(cell.text for cell in self.cells):
            yield "\t".join(cell.text.replace("\n", " ").replace("\t", " ") for cell in self.cells)
