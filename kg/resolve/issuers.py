"""Which issuer the agency code of a document number tells by itself."""

from __future__ import annotations

from functools import lru_cache

from extractors.numbers.issuers import describe


@lru_cache(maxsize=100_000)
def issuer_told(number: str) -> str | None:
    """The issuer of ``number`` if its agency code alone tells it: 川办发 does, 府办发 (without its place) does not."""
    found = describe(number)
    return found.issuer if found else None
