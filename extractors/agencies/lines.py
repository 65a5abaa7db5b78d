"""Agencies that follow one another at the beginning of a line, of a title or of what a page prints."""

from __future__ import annotations

from extractors.agencies.extract import extract as find_agencies
from extractors.analysis import Analysis
from extractors.document import Context, FieldEvidence
from extractors.found import AgencyMention
from extractors.regions.extract import extract as find_regions
from extractors.source import SourceText
from extractors.text.marks import BLANKS
from ontology.rules import Rule


def read_agencies(text: str, context: Context) -> Analysis:
    """The analysis of a short text that stands outside the document (a metadata value), with its agencies."""
    analysis = Analysis(SourceText(text), "", own_context=context)
    analysis.regions = find_regions(analysis)
    analysis.named_agencies = find_agencies(analysis)
    return analysis


def full_names(printed: str, context: Context) -> str:
    """The full names of the agencies that a page prints, joined by 、; as printed where it is not understood."""
    inner = read_agencies(printed, context)
    agencies = agencies_from(inner, 0, len(printed))
    whole = agencies and agencies[-1].mention.end == len(printed)
    return "、".join(dict.fromkeys(agency.name for agency in agencies)) if whole else printed


def agencies_from(analysis: Analysis, start: int, end: int) -> list[AgencyMention]:
    """The agencies that follow one another from ``start`` on, with only 、 or blanks between them."""
    found: list[AgencyMention] = []
    for agency in analysis.named_agencies:
        mention = agency.mention
        if mention.start >= end:
            break
        if mention.start >= start and not analysis.text[start : mention.start].strip(f"、，,{BLANKS}\n"):
            found.append(agency)
            start = mention.end
    return found


def joined(agencies: list[AgencyMention], rule: Rule) -> tuple[str, FieldEvidence]:
    """The names of ``agencies`` joined by 、, each once, and where they stand."""
    names = list(dict.fromkeys(agency.name for agency in agencies))
    evidence = FieldEvidence("text", rule, agencies[0].mention.start, agencies[-1].mention.end)
    return "、".join(names), evidence
