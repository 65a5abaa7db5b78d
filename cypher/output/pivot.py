"""Rows turned into a table of two sides: regions down, years across, say."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from cypher.errors import CypherError
from cypher.output.cells import cell
from cypher.output.names import column_name
from cypher.results import Result

COUNT = "count"
"""In place of a value: how many rows there are."""


def pivot(result: Result, row: str, column: str, value: str) -> Result:
    """A row for each value of the column ``row``, a column for each of ``column``, and in the cells those of ``value``.

    Rows stay in their order, columns are sorted. Where several rows meet in a cell their different values stand in it,
    one after the other; ``count`` for ``value`` counts the rows. Columns may be called by their Chinese names.

    Raises:
        CypherError: there is no such column.

    >>> rows = (("遂宁市", 2018, 92.5), ("遂宁市", 2016, 71.0), ("衢州市", 2018, 88.0))
    >>> turned = pivot(Result(("region", "year", "value"), rows), "region", "year", "value")
    >>> turned.columns, turned.rows
    (('region', '2016', '2018'), (('遂宁市', 71.0, 92.5), ('衢州市', None, 88.0)))
    """
    down, across = _at(result, row), _at(result, column)
    counted = value == COUNT and COUNT not in result.columns
    of = None if counted else _at(result, value)
    cells: dict[str, dict[str, list[Any]]] = {}
    kinds: dict[str, Any] = {}
    sides: dict[str, Any] = {}
    for each in result.rows:
        sides.setdefault(cell(each[down]), each[down])
        kinds.setdefault(cell(each[across]), each[across])
        found = cells.setdefault(cell(each[down]), {}).setdefault(cell(each[across]), [])
        if of is None or (each[of] is not None and each[of] not in found):
            found.append(None if of is None else each[of])
    names = sorted(kinds, key=lambda name: _order(kinds[name]))
    rows = tuple((sides[side], *(_one(told.get(name, []), counted) for name in names)) for side, told in cells.items())
    return Result((result.columns[down], *(name or "?" for name in names)), rows, result.notes, result.truncated)


def _at(result: Result, name: str) -> int:
    if name in result.columns:
        return result.columns.index(name)
    chinese = [column_name(column, "zh") for column in result.columns]
    if chinese.count(name) == 1:
        return chinese.index(name)
    near = get_close_matches(name, result.columns, 1, 0.5)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(result.columns)}"
    raise CypherError(f"there is no column {name} to turn by; {hint}")


def _order(value: Any) -> tuple[int, float, str]:
    if value is None:
        return 2, 0, ""
    return (0, value, "") if isinstance(value, int | float) else (1, 0, cell(value))


def _one(values: Sequence[Any], counted: bool) -> Any:
    if counted:
        return len(values) or None
    return values[0] if len(values) == 1 else "; ".join(map(cell, values)) or None
