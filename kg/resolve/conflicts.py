"""A conflict: sources that contradict each other, listed beside the graph and never merged in silence."""

from __future__ import annotations

from dataclasses import dataclass


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
