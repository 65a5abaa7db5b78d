"""The context that follows from the head: by what 全市, 省政府, 我局 and 今年 are understood in a document."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.document import Context, Head
from extractors.head.year import is_work_report
from extractors.regions.context import context_of


def own_context(analysis: Analysis) -> Context:
    """The context as the document's own lines, its page and its path give it; who speaks is not known yet."""
    head = analysis.own_head
    return context_of(head.region, head.year, this_year=_this_year(analysis, head))


def extract(analysis: Analysis) -> Context:
    """The context with the agency that speaks, and with the issuer's region where the document names none."""
    head = analysis.head
    agency = head.issuer.split("、")[0] if head.issuer else None
    return context_of(head.region, head.year, this_year=analysis.own_context.this_year, agency=agency)


def _this_year(analysis: Analysis, head: Head) -> int | None:
    """The year that 今年 means: a work report speaks in the year after the one it reports on."""
    if head.year is None or not is_work_report(analysis, head):
        return head.year
    said = int(head.date[:4]) if head.date else None
    return said if said in (head.year, head.year + 1) else head.year + 1
