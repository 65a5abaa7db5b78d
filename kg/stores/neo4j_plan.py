"""A Neo4j plan as rows: one step a row, what feeds a step indented below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cypher.results import Result

COLUMNS = ("operator", "estimated_rows", "details")


def plan_rows(plan: Mapping[str, Any]) -> Result:
    """The steps of ``plan`` as the driver gives it, the last step first."""
    return Result(COLUMNS, tuple(_steps(plan, 0)) if plan else ())


def _steps(plan: Mapping[str, Any], depth: int) -> Iterator[tuple[str, float | None, str]]:
    arguments = plan.get("args", {})
    operator = str(plan.get("operatorType", "")).partition("@")[0]
    yield "  " * depth + operator, arguments.get("EstimatedRows"), str(arguments.get("Details", ""))
    for child in plan.get("children", ()):
        yield from _steps(child, depth + 1)
