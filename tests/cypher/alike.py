"""Whether two stores gave the same rows: the same values of the same types, floats to 1e-12, order where it is fixed."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Any

from cypher.elements import Node, Path, Relationship
from cypher.results import Result
from tests.cypher.town import shown

_GATHERS = re.compile(r"\bcollect\b|\bkeys\(|\[\s*(?:\w+\s*=\s*)?\(", re.IGNORECASE)


def difference(one: Result, other: Result, ordered: bool = False, loose: bool = False) -> str | None:
    """What differs, in one sentence, or None.

    Args:
        one: the one store's answer.
        other: the other's.
        ordered: whether the query fixes the order of its rows.
        loose: whether lists may come in any order, as those of a ``collect()`` over rows in no order.
    """
    if loose:
        one, other = (replace(result, rows=_settled(result.rows)) for result in (one, other))
    if one.columns != other.columns:
        return f"columns {one.columns} against {other.columns}"
    if len(one) != len(other):
        return f"{len(one)} rows against {len(other)}: {_few(one)} against {_few(other)}"
    rows = (list(one), list(other)) if ordered else (sorted(one, key=shown), sorted(other, key=shown))
    for number, (left, right) in enumerate(zip(*rows, strict=True)):
        if not alike(left, right):
            return f"row {number}: {shown(left)} against {shown(right)}"
    return None


def alike(one: Any, other: Any) -> bool:
    """Whether two values are the same; an element with all its labels and properties."""
    if type(one) is not type(other):
        return False
    if isinstance(one, float):
        return one == other or math.isclose(one, other, rel_tol=1e-12) or (math.isnan(one) and math.isnan(other))
    if isinstance(one, Node):
        return (one.key, set(one.labels)) == (other.key, set(other.labels)) and alike(
            dict(one.properties), dict(other.properties)
        )
    if isinstance(one, Relationship):
        ends = (one.key, one.type, one.start, one.end) == (other.key, other.type, other.start, other.end)
        return ends and alike(dict(one.properties), dict(other.properties))
    if isinstance(one, Path):
        return alike([*one.nodes, *one.relationships], [*other.nodes, *other.relationships])
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[name], other[name]) for name in one)
    return bool(one == other)


def in_any_order(query: str) -> bool:
    """Whether a query gathers lists over rows whose order it does not fix."""
    return bool(_GATHERS.search(query)) and "ORDER BY" not in query


def _settled(value: Any) -> Any:
    if isinstance(value, list):
        return sorted(map(_settled, value), key=shown)
    if isinstance(value, tuple):
        return tuple(map(_settled, value))
    if isinstance(value, dict):
        return {name: _settled(item) for name, item in value.items()}
    return value


def _few(result: Result) -> str:
    return shown(sorted(map(shown, result))[:5])
