"""The tables of an OpenDocument text, with cells that are merged over rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from extractors.readers.limits import MAX_WIDTH
from extractors.readers.packages import local_name, value_of
from extractors.readers.rows import Cell, Row

_GROUPS = ("table-row-group", "table-header-rows", "table-rows")


def read_rows(table: etree._Element, lines_of: Callable[[etree._Element], Sequence[str]]) -> Iterator[Row]:
    """The rows of ``table``. A short cell that is merged over several rows stands in each of them.

    Args:
        table: a ``table:table``.
        lines_of: gives the lines of a cell.
    """
    heads: dict[int, Cell] = {}  # by column
    for row in _rows(table):
        cells: list[Cell] = []
        nested = False
        place = 0
        for node in row:
            name = local_name(node)
            if name == "table-cell":
                cell = Cell.of(lines_of(node))
                heads[place] = cell
                nested = nested or any(local_name(inner) == "table" for inner in node.iter())
                cells.append(cell)
            elif name == "covered-table-cell":
                if not _goes_on_left(node):
                    cells.append(Cell.of(()).below(heads.get(place)))
            else:
                continue
            place += _count(node, "number-columns-repeated")
        yield Row.of(cells, nested=nested)


def _goes_on_left(node: etree._Element) -> bool:
    """Whether a covered cell is covered by one of its own row that is merged over columns."""
    steps = 0
    for before in node.itersiblings(preceding=True):
        steps += _count(before, "number-columns-repeated")
        if local_name(before) == "table-cell":
            return _count(before, "number-columns-spanned") >= steps + 1
    return False


def _count(node: etree._Element, name: str) -> int:
    told = value_of(node, name)
    return min(int(told), MAX_WIDTH) if told.isdecimal() else 1


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if local_name(child) == "table-row":
            yield child
        elif local_name(child) in _GROUPS:
            yield from _rows(child)
