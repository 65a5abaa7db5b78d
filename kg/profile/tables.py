"""The tables of a profile and what a report prints of each; ``profile --help`` need not load what makes one."""

from __future__ import annotations

ONE: dict[str, tuple[tuple[str, ...] | None, int]] = {
    "adopted": (("initiative", "year", "lo", "bound", "stage", "first_planned", "confidence", "quote"), 60),
    "innovativeness": (("year", "adopted", "could", "share", "newly"), 30),
    "agencies": (("agency", "established", "abolished", "documents", "first_year", "last_year", "initiatives"), 15),
    "documents": (("year", "date", "kind", "document", "number", "observes"), 30),
    "events": (("year", "date", "kind", "name", "about", "quote"), 15),
    "figures": (
        ("indicator", "unit", "initiative", "figures", "first_year", "first_value", "last_year", "last_value"), 15,
    ),
}  # fmt: skip
"""What a report prints of one region."""
TWO: dict[str, tuple[tuple[str, ...] | None, int]] = {
    "order": (None, 5),
    "side_by_side": (
        ("initiative", "year", "bound", "other_year", "other_bound", "first", "exact", "apart"), 60,
    ),
    "innovativeness": (None, 60),
}  # fmt: skip
"""What a report prints of two."""
TABLES = tuple(dict.fromkeys((*TWO, *ONE)))
