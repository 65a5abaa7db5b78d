"""A claim: what a region says of a reform's way to it, or of its own part in that."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.rules import Rule


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence in which a region says that it learned from another, that it was the first, or that it is spread.

    ``kind`` is ``learned``, ``first`` or ``promoted``; ``other`` the code of the region learned from; ``scope`` the
    level of the region within which it was the first, or in which it is spread. ``planned`` is true of what it is still
    to learn.
    """

    kind: str
    region: str
    other: str | None
    initiative: str | None
    scope: str | None
    planned: bool | None
    year: int | None
    date: str | None
    start: int
    end: int
    rule: Rule
