"""The tables of a lineage and what a report prints of each; ``lineage --help`` need not load what makes one."""

from __future__ import annotations

SECTIONS: dict[str, tuple[tuple[str, ...] | None, int]] = {
    "turns": (("earlier", "later", "year", "how", "said_by", "document", "quote"), 20),
    "names": (None, 30),
    "leads": (None, 12),
    "shares": (None, 60),
    "forms": (None, 30),
    "tempo": (None, 30),
}
