"""The names of a trace's tables; they stand here so that ``trace --help`` need not load what makes one."""

from __future__ import annotations

TABLES = (
    "origin", "adoptions", "first_adopters", "lag_by_level", "lag", "order_by_level", "order", "pace", "pilots",
    "claims", "designations", "coverage", "record",
)  # fmt: skip
