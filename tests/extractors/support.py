"""A document for a test: its text with the head and the context that earlier steps would write."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.components import STEPS
from extractors.document import Head
from extractors.regions.context import context_of
from extractors.source import SourceText

AGENCIES = ("regions", "named_agencies", "agencies")


def analysed(
    text: str,
    *layers: str,
    region: str | None = "510900",
    year: int = 2018,
    kind: str | None = "report",
    agency: str | None = None,
) -> Analysis:
    """``text`` as a document of ``region`` on ``year``, in which ``agency`` speaks, with ``layers`` by their steps."""
    head, context = Head(kind=kind, region=region, year=year), context_of(region, year, agency=agency)
    given = Analysis(SourceText(text), "x.txt", own_head=head, own_context=context, head=head, context=context)
    return written(given, *layers)


def written(analysis: Analysis, *layers: str) -> Analysis:
    """``analysis`` after the steps that write ``layers``, in the given order."""
    steps = {step.writes: step for step in STEPS}
    for layer in layers:
        setattr(analysis, layer, steps[layer].load()(analysis))
    return analysis
