"""What the number of a document tells by itself: who issued it, and in which year."""

from __future__ import annotations

from functools import lru_cache

from extractors.numbers.issuers import NumberDescription, describe


def issuer_told(number: str) -> str | None:
    """The issuer of ``number`` if its agency code alone tells it: 川办发 does, 府办发 (without its place) does not."""
    found = _described(number)
    return found.issuer if found else None


def year_told(number: str | None) -> int | None:
    """The year in ``number``; None for a law or order counted through, which has none."""
    found = _described(number) if number else None
    return found.year if found else None


@lru_cache(maxsize=100_000)
def _described(number: str) -> NumberDescription | None:
    return describe(number)
