"""The document itself: title, number, kind, date, year and region, and the context that the later layers resolve by."""

from __future__ import annotations

from extractors.analysis import Analysis, FieldEvidence
from extractors.head.dates import find_date, find_year, speaking_year
from extractors.head.region import find_region
from extractors.head.title import find_number, find_title
from extractors.regions.context import context_of
from extractors.regions.path_hint import path_hint
from extractors.times.dates import resolve_relative
from ontology.kinds import kind_cues
from ontology.rules import Rule


def extract(analysis: Analysis) -> None:
    """Fill ``analysis.head`` but for issuer and recipient, and ``analysis.context``; complete ``analysis.dates``."""
    hint = path_hint(analysis.file)
    find_title(analysis)
    find_number(analysis)
    _find_kind(analysis)
    find_date(analysis)
    find_year(analysis, hint.year)
    find_region(analysis, hint, analysis.head.year)
    resolve_relative(analysis, speaking_year(analysis))
    analysis.context = context_of(analysis.head.region, analysis.head.year)


def _find_kind(analysis: Analysis) -> None:
    head, cues = analysis.head, kind_cues()
    ending = cues.ending(head.title) if head.title else None
    if head.title and ending:
        kind = cues.of_ending(ending)
        if kind == "plan" and cues.looks_back.search(head.title):
            kind = "report"
        if kind == "measures" and _by_legislature(analysis):
            kind = "law"
        head.kind, head.evidence["kind"] = kind, head.evidence["title"]
        return
    length = len(analysis.text)
    told = cues.of_text(analysis.text, 0, 1500) or cues.of_text(analysis.text, length - 300, length)
    head.kind = told[0] if told else "other"
    if told:
        head.evidence["kind"] = FieldEvidence("text", Rule.HEAD_PHRASE, *told[1].span())


def _by_legislature(analysis: Analysis) -> bool:
    """Whether a people's congress passed it or the State Council ordered it."""
    lines = " ".join(analysis.text[line.start : line.end] for line in analysis.top_lines)
    printed = lines + " " + " ".join(analysis.source.metadata.get(name, "") for name in ("issuer", "number"))
    return any(word in printed for word in kind_cues().legislature)
