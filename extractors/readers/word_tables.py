"""The tables of a Word document: which rows hold data and which lay out a page, and cells merged over rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from extractors.readers.rows import Cell, Row
from extractors.readers.word_package import local_name, value_of


def read_rows(table: etree._Element, lines_of: Callable[[etree._Element], Sequence[str]]) -> Iterator[Row]:
    """The rows of ``table``. A short cell that is merged over several rows stands in each of them.

    Args:
        table: a ``w:tbl``.
        lines_of: gives the lines of a cell.
    """
    above: dict[int, Cell] = {}  # by the column of the grid
    for row in _below(table, "tr"):
        nodes = list(_below(row, "tc"))
        cells, place = [], _skipped(row)
        for node in nodes:
            cell = Cell.of(lines_of(node))
            merged = _property(node, "vMerge")
            if merged is not None and value_of(merged) != "restart":
                cell = cell.below(above.get(place))
            elif merged is not None:
                above[place] = cell
            else:
                above.pop(place, None)
            cells.append(cell)
            span = _property(node, "gridSpan")
            place += int(value_of(span)) if span is not None and value_of(span).isdecimal() else 1
        nested = any(local_name(inner) == "tbl" for inner in row.iter())
        yield Row.of(cells, nested=nested)


def _skipped(row: etree._Element) -> int:
    """The columns that a row leaves out before its first cell."""
    for properties in (child for child in row if local_name(child) == "trPr"):
        for child in properties:
            if local_name(child) == "gridBefore" and value_of(child).isdecimal():
                return int(value_of(child))
    return 0


def _property(cell: etree._Element, name: str) -> etree._Element | None:
    for properties in (child for child in cell if local_name(child) == "tcPr"):
        return next((child for child in properties if local_name(child) == name), None)
    return None


def _below(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls, not into a table within."""
    for child in node:
        if local_name(child) == name:
            yield child
        elif local_name(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _below(child, name)
