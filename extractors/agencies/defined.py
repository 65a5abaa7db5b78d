"""Short forms that a text gives to an agency itself: 管委会 after (以下简称管委会)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.agencies.scan import Found, Taken, in_folded, in_order, mentions_of
from extractors.analysis import Analysis
from extractors.found import AgencyMention
from extractors.text.marks import HAN
from ontology.rules import Rule

_DEFINED = re.compile(rf"\((?:以下|下)?(?:统称|简称)为?[:]?([{HAN}]{{3,16}})\)")


def with_defined(analysis: Analysis, agencies: list[AgencyMention]) -> list[AgencyMention]:
    """``agencies``, those written in a short form as what it is defined for, with its other places from there on."""
    text, named = analysis.folded.text, in_folded(analysis, agencies)
    defined: dict[str, Found] = {}
    for found in named:
        match = _DEFINED.match(text, found.end)
        if match:
            defined.setdefault(match[1], found)
    if not defined:
        return agencies
    meant = (defined.get(text[found.start : found.end]) for found in named)
    kept = (
        replace(agency, name=full.name, region=full.region.code, kind=full.kind) if full else agency
        for agency, full in zip(agencies, meant, strict=True)
    )
    taken = Taken((found.start, found.end) for found in named)
    return in_order([*kept, *mentions_of(analysis, _later(text, defined, taken))])


def _later(text: str, defined: dict[str, Found], taken: Taken) -> Iterator[Found]:
    for short, full in defined.items():
        start = text.find(short, full.end)
        while start >= 0:
            end = start + len(short)
            if not taken.overlaps(start, end):
                yield replace(full, start=start, end=end, rule=Rule.AGENCY_AGAIN)
            start = text.find(short, end)
