"""The tables of what a graph holds and what a report prints of each; ``info --help`` need not load what makes one."""

from __future__ import annotations

SECTIONS: dict[str, tuple[tuple[str, ...] | None, int]] = {
    "about": (None, 1),
    "files": (None, 1),
    "nodes": (None, 20),
    "relationships": (None, 40),
    "kinds": (None, 20),
    "levels": (None, 5),
    "years": (None, 40),
    "initiatives": (None, 10),
    "conflicts": (None, 20),
    "quarantine": (None, 20),
    "not_read": (None, 20),
}
