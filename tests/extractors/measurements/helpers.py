"""Texts whose figures are all taken for a reform's, so that tests of shapes hang on no weight of a judge."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.found import InitiativeMention, Mention
from extractors.judges.judge import Judge
from extractors.measurements.extract import TASK
from ontology.rules import Rule
from tests.extractors.support import analysed, written

ALL = {TASK: Judge(threshold=-(10**6))}
"""A judge that takes every figure."""


def named(text: str, *forms: str) -> list[InitiativeMention]:
    """A mention of 一网通办 for the first place of each of ``forms``."""
    places = [(text.index(form), text.index(form) + len(form)) for form in forms]
    return [InitiativeMention(Mention(*place, Rule.INITIATIVE_NAME), "一网通办") for place in places]


def measured(text: str, *forms: str, kind: str = "report", region: str = "510900") -> Analysis:
    """``text`` with all its figures; ``forms`` in it name an initiative."""
    analysis = analysed(text, "absolute_dates", "dates", "regions", kind=kind, region=region)
    analysis.judges = ALL
    analysis.initiatives = named(text, *forms)
    return written(analysis, "measurements")


def rows(text: str, kind: str = "report") -> list[tuple[str, float, str | None]]:
    """Indicator, value and unit of each figure; each has an evidence."""
    analysis = measured(text, kind=kind)
    for m in analysis.measurements:
        assert analysis.text[m.start : m.end].strip()
    return [(m.indicator, m.value, m.unit) for m in analysis.measurements]
