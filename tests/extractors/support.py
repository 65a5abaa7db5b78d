"""A document for a test: its text with the context that earlier layers would give."""

from __future__ import annotations

from collections.abc import Callable

from extractors.analysis import Analysis, Context, Head
from extractors.source import SourceText
from ontology.regions import region_table


def analysed(
    text: str, *extractors: Callable[[Analysis], None], region: str = "510900", year: int = 2018, kind: str = "report"
) -> Analysis:
    """``text`` as a document of ``region`` on ``year``, after ``extractors``."""
    table = region_table()
    own = table.at(region, year)
    chain = (own, *table.ancestors(own, year)) if own else ()
    analysis = Analysis(SourceText(text), "test.txt", Head(kind=kind, region=region, year=year))
    analysis.context = Context(own, year, {r.level: r for r in chain if r.level != "country"})
    for extract in extractors:
        extract(analysis)
    return analysis
