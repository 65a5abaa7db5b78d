"""A conflict: sources that contradict each other, listed beside the graph and never merged in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.loading import read_yaml


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """One contradiction.

    Attributes:
        kind: what is contradicted: ``agency.established``, ``policy.title``, ``policy.issuer``, ``document.region`` …
        subject: key of the node it is about.
        values: the values that are stated, the chosen one first.
        statements: keys of the relationships or documents that state them, sorted.
    """

    kind: str
    subject: str
    values: tuple[str, ...]
    statements: tuple[str, ...]


@cache
def kinds() -> Mapping[str, Mapping[str, str]]:
    """What each kind of conflict is, by language (``en``, ``zh``), from ``conflicts.yaml``."""
    found: dict[str, dict[str, str]] = read_yaml(Path(__file__).with_name("conflicts.yaml"))
    return found
