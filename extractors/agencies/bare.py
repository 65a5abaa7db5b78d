"""Departments without their region that the document names with it elsewhere: 行政审批局 of 天府新区行政审批局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.agencies.forms import may_end
from extractors.agencies.scan import Found, Taken
from extractors.found import AgencyMention
from extractors.text.marks import HAN
from ontology.agencies import agency_words
from ontology.rules import Rule

_SHORTEST = 3  # 水务局; 教委 or 农办 alone may be anybody's
_WITHIN_WORDS = re.compile(rf"[{HAN})]")


def with_region(agencies: Sequence[AgencyMention], own: str | None) -> list[AgencyMention]:
    """``agencies``, those taken for the region's own (司法局) as the one of that region that is named in full."""
    known = {agency.name: agency for agency in agencies if agency.mention.rule != Rule.AGENCY_BARE}
    return [
        _in_full(agency, list(known.values()), own)
        if agency.mention.rule == Rule.AGENCY_BARE and agency.name not in known
        else agency
        for agency in agencies
    ]


def _in_full(bare: AgencyMention, known: list[AgencyMention], own: str | None) -> AgencyMention:
    fitting = [agency for agency in known if agency.name.endswith(bare.kind) and agency.region == bare.region]
    full = min(fitting, key=lambda agency: agency.name != own, default=None)
    return replace(full, mention=replace(bare.mention, rule=Rule.AGENCY_AGAIN)) if full else bare


def named_elsewhere(text: str, named: list[Found], taken: Taken) -> Iterator[Found]:
    """Where a folded text has the kind of one of those ``named`` alone."""
    endings = agency_words().meant.bare
    known = {found.kind: found for found in reversed(named) if found.kind.endswith(endings)}
    for kind, earlier in sorted(known.items()):
        start = text.find(kind) if len(kind) >= _SHORTEST else -1
        while start >= 0:
            end = start + len(kind)
            alone = not _WITHIN_WORDS.match(text[start - 1 : start]) and may_end(text, kind, end)
            if alone and not taken.overlaps(start, end):
                yield replace(earlier, start=start, end=end, rule=Rule.AGENCY_AGAIN)
            start = text.find(kind, end)
