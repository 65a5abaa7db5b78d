"""Agencies that stand alone: in a line of their own, at the beginning of a title, in a metadata value."""

from __future__ import annotations

import re

from extractors.agencies.extract import extract as find_agencies
from extractors.analysis import AgencyMention, Analysis, Context, FieldEvidence
from extractors.regions.extract import extract as find_regions
from extractors.source import SourceText
from extractors.text.edges import Line
from ontology.rules import Rule

DATE_LINE = re.compile(r"^[(（]?(?:(?:19|20)\d\d|二[〇○零O0]).{0,12}[日月][)）]?$")


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
        if mention.start >= start and not analysis.text[start : mention.start].strip(" 、，,\u3000\n"):
            found.append(agency)
            start = mention.end
    return found


def whole_line(analysis: Analysis, line: Line) -> list[AgencyMention]:
    """The agencies of a line that holds nothing else, but perhaps brackets and a date behind them."""
    agencies = agencies_from(analysis, line.start, line.end)
    if not agencies:
        return []
    rest = analysis.text[agencies[-1].mention.end : line.end].strip(" \u3000()（）章")
    return agencies if not rest or DATE_LINE.match(rest) else []


def joined(agencies: list[AgencyMention], rule: Rule) -> tuple[str, FieldEvidence]:
    """The names of ``agencies`` joined by 、, each once, and where they stand."""
    names = list(dict.fromkeys(agency.name for agency in agencies))
    evidence = FieldEvidence("text", rule, agencies[0].mention.start, agencies[-1].mention.end)
    return "、".join(names), evidence
