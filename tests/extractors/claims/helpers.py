"""What a document of our own wording claims, in short."""

from __future__ import annotations

from extractors.found import Claim
from tests.extractors.support import analysed

SUINING, CHUANSHAN, SICHUAN = "510900", "510903", "510000"
BEIJING, HANGZHOU, ZHUJI, ZHEJIANG = "110000", "330100", "330681", "330000"


def claims(text: str, region: str | None = SUINING, kind: str = "report", year: int = 2018) -> list[Claim]:
    layers = ("absolute_dates", "dates", "regions", "named_agencies", "agencies", "initiatives", "events", "claims")
    return list(analysed(text, *layers, region=region, kind=kind, year=year).claims)


def learned(text: str, region: str | None = SUINING, kind: str = "report") -> list[tuple[str, str | None, str | None]]:
    """Who learned from whom, and what."""
    return [(c.region, c.other, c.initiative) for c in claims(text, region, kind) if c.kind == "learned"]


def widened(text: str, kind: str, region: str | None = SUINING) -> list[tuple[str, str | None, str | None]]:
    """Who was the first, or is spread, with what, within which scope."""
    return [(c.region, c.initiative, c.scope) for c in claims(text, region) if c.kind == kind]
