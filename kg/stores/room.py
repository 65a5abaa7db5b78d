"""Whether there is memory for an engine: what it would take, and what is free."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.errors import GraphError

FIRST = 2_400
"""Bytes that a relationship, with its share of the nodes, takes at most while an engine is made of the tables."""
KEPT = 1_600
"""The same where the engine is read from its file."""
_FEW = 100_000  # relationships, for which no machine is too small
_GB = 1e9


def refuse_without_room(relationships: int, kept: bool) -> None:
    """Refuse what would not fit into memory, and would have the system end this process or others.

    Args:
        relationships: how many the graph has.
        kept: whether its engine is kept in a file.

    Raises:
        GraphError: there is less memory than it takes; where the system does not tell, nothing is refused.
    """
    needed, free = relationships * (KEPT if kept else FIRST), free_memory()
    if relationships > _FEW and free is not None and needed > free:
        raise GraphError(
            f"this graph has {relationships:,} relationships, which take about {needed / _GB:.1f} GB to be asked in "
            f"memory, and {free / _GB:.1f} GB are free; import it into a Neo4j (reformkg export neo4j-csv) and ask it "
            "there (--neo4j), or take a part of it (reformkg export, view and trace with --region, --initiative …)"
        )


def free_memory() -> int | None:
    """Bytes that this process may still take: of the machine, and of its container; None where Linux does not tell."""
    return min(_told(), default=None)


def _told() -> Iterator[int]:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        yield from (int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError):
        return
    try:
        group = Path("/sys/fs/cgroup")
        yield int((group / "memory.max").read_text()) - int((group / "memory.current").read_text())
    except (OSError, ValueError):  # no container, or one without a limit, which says "max"
        return
