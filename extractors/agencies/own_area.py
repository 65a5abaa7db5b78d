"""Bodies that the document of a functional area names without a place: the area's, not those of its region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.analysis import Analysis
from extractors.found import AgencyMention
from ontology.rules import Rule

_WITHOUT_PLACE = {Rule.AGENCY_BARE, Rule.AGENCY_GROUP}


def of_own_area(analysis: Analysis, agencies: Iterable[AgencyMention]) -> Iterator[AgencyMention]:
    """``agencies``, those taken for the region's own by the area's name (成立|特殊教育指导中心 in one of 大鹏新区)."""
    area, region = analysis.head.area, analysis.context.region
    for agency in agencies:
        taken = region and agency.mention.rule in _WITHOUT_PLACE and agency.name == region.name + agency.kind
        if area and taken:
            yield replace(agency, name=area + agency.kind, mention=replace(agency.mention, rule=Rule.AGENCY_ZONE))
        else:
            yield agency
