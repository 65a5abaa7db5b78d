"""Cells of a page's tables that are merged over several rows: a short one stands in each of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

_CELLS = ("td", "th")
_HEAD_TEXT = 30  # characters of a cell that heads several rows; a longer one is read once
_SPAN = 1000  # rows or columns that a cell spans at most, as browsers have it


def repeat_heads(root: etree._Element) -> None:
    """Put a copy of each short cell that spans rows into the rows below its first."""
    for table in list(root.iter("table")):
        spanning: dict[int, tuple[int, etree._Element]] = {}  # by column: rows still to come, and the cell
        for row in _rows(table):
            spanning = _filled(row, spanning)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _filled(
    row: etree._Element, spanning: dict[int, tuple[int, etree._Element]]
) -> dict[int, tuple[int, etree._Element]]:
    """Fill ``row`` from the cells above that span it; gives those that span the next."""
    following = {}
    column = 0
    for cell in [child for child in row if child.tag in _CELLS]:
        while column in spanning:
            following.update(_copied(row, spanning, column, row.index(cell)))
            column += 1
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        if height > 1 and len("".join(cell.itertext()).strip()) <= _HEAD_TEXT:
            following[column] = height - 1, cell
        column += width
    for last in sorted(at for at in spanning if at >= column):
        following.update(_copied(row, spanning, last, len(row)))
    return following


def _copied(
    row: etree._Element, spanning: dict[int, tuple[int, etree._Element]], column: int, at: int
) -> dict[int, tuple[int, etree._Element]]:
    left, cell = spanning[column]
    copy = deepcopy(cell)
    copy.tail = None
    row.insert(at, copy)
    return {column: (left - 1, cell)} if left > 1 else {}


def _span(cell: etree._Element, name: str) -> int:
    told = (cell.get(name) or "").strip()
    return min(int(told), _SPAN) if told.isdecimal() and int(told) else 1
