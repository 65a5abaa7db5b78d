"""Dates on which nothing happened: those that end a span, and deadlines."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.found import DateMention
from ontology.events import event_cues

_BESIDE = 8  # characters beside a date in which is told how it is meant


def is_open(analysis: Analysis, date: DateMention, low: int) -> bool:
    """Whether the date ends a span or is a deadline: 截至2024年12月, 2024年10月底前."""
    text, cues = analysis.text, event_cues()
    if cues.until.search(text[max(low, date.start - _BESIDE) : date.start]):
        return True
    return bool(cues.deadline.search(text[date.end : date.end + _BESIDE]))
