"""The agencies of a text whose region, year and speaking agency are given."""

from __future__ import annotations

from extractors.analysis import Analysis
from tests.extractors.support import AGENCIES, analysed

MIANYANG, FUCHENG, SICHUAN, XINGAN = "510700", "510703", "510000", "152200"


def bodies(text: str, region: str | None, year: int = 2022, agency: str | None = None) -> Analysis:
    """``text`` with its agencies settled."""
    return analysed(text, *AGENCIES, region=region, year=year, agency=agency)


def names(text: str, region: str | None, year: int = 2022, agency: str | None = None) -> set[str]:
    """The full names of the agencies that ``text`` names or means."""
    return {found.name for found in bodies(text, region, year, agency).agencies}
