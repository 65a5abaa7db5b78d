"""Runs the layers up to the agencies on a text of a known region."""

from __future__ import annotations

from extractors.agencies.extract import extract as find_agencies
from extractors.agencies.settled import extract as find_again
from extractors.analysis import Analysis
from extractors.policies.extract import extract as find_policies
from extractors.regions.context import context_of
from extractors.regions.extract import extract as find_regions
from extractors.source import SourceText


def analysis_of(text: str, region: str | None, year: int = 2022, agency: str | None = None) -> Analysis:
    """The analysis of ``text`` with its agencies and policies, the document's region, year and agency given."""
    analysis = Analysis(SourceText(text), "test.txt")
    analysis.context = context_of(region, year, agency)
    find_regions(analysis)
    find_agencies(analysis)
    find_again(analysis)
    find_policies(analysis)
    return analysis


def names(text: str, region: str | None, year: int = 2022, agency: str | None = None) -> set[str]:
    """The full names of the agencies that ``text`` names."""
    return {found.name for found in analysis_of(text, region, year, agency).agencies}
