"""The reads of ``reads.yaml``, for any store that holds the graph of ``town.py``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Read:
    """One query with the rows that Neo4j gives; rows without an order are sorted.

    ``since_2026`` are those of Neo4j 2026, where they are others than those of Neo4j 5.26, which is followed here.
    """

    topic: str
    query: str
    columns: list[str]
    rows: list[list[str]]
    parameters: dict[str, Any] = field(default_factory=dict)
    ordered: bool = False
    since_2026: list[list[str]] | None = None


def reads() -> list[Read]:
    """All of them, in the order of the file."""
    text = (Path(__file__).parent / "reads.yaml").read_text(encoding="utf-8")
    topics: dict[str, list[dict[str, Any]]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [Read(topic, **entry) for topic, entries in topics.items() for entry in entries]
