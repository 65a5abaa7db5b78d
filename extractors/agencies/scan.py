"""What the search for agencies has found so far in one document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractors.agencies.forms import Body
from extractors.agencies.names import full_names
from extractors.analysis import Analysis
from extractors.document import Context
from extractors.found import AgencyMention, Mention
from ontology.agencies import agency_words
from ontology.limits import GRACE
from ontology.regions import COUNTRY, Region, region_table
from ontology.rules import Rule


@dataclass(frozen=True, slots=True)
class Found:
    """An agency at ``start:end`` of the folded text."""

    start: int
    end: int
    name: str
    region: Region
    kind: str
    rule: Rule


@dataclass
class Scan:
    """The folded text of a document, the context that its words are resolved in, and the agencies found in it."""

    analysis: Analysis
    context: Context
    found: list[Found] = field(default_factory=list)
    starts: frozenset[int] = frozenset()  # where the name of a region or of a zone begins
    zones: dict[str, str] = field(default_factory=dict)  # short form of a zone's body → its printed name

    @property
    def text(self) -> str:
        """The folded text."""
        return self.analysis.folded.text

    def add(self, start: int, body: Body, region: Region, rule: Rule) -> int:
        """Note the agency whose name begins at ``start`` and ends with ``body``; gives where it ends."""
        for name, kind in full_names(body.templates, region, self.context.year, body.form):
            self.found.append(Found(start, body.end, name, region, kind, rule))
        return body.end

    def add_zone(self, start: int, end: int, body: Body, region: Region, level: bool = False) -> int:
        """Note the body of a zone by its printed name, or by an earlier one that differs only in 经济开发区, 经开区."""
        printed = (region.name if level else self.text[start:end]) + body.templates[0]
        key = _short_zone(printed)
        printed = next((name for short, name in self.zones.items() if short.endswith(key)), printed)
        self.zones.setdefault(key, printed)
        self.found.append(Found(start, body.end, printed, region, body.templates[0], Rule.AGENCY_ZONE))
        return body.end


def mentions_of(analysis: Analysis, found: Iterable[Found]) -> Iterator[AgencyMention]:
    """``found`` as spans of the original, without page furniture."""
    for agency in found:
        start, end = analysis.folded.span(agency.start, agency.end)
        if not analysis.structure.is_furniture(start):
            yield AgencyMention(Mention(start, end, agency.rule), agency.name, agency.region.code, agency.kind)


def in_order(mentions: Iterable[AgencyMention]) -> list[AgencyMention]:
    """``mentions`` in the order of the text."""
    return sorted(mentions, key=lambda m: (m.mention.start, m.mention.end, m.name))


class Taken:
    """Which stretches of the text belong to agencies already."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """``spans`` in any order; they may overlap one another only at the same start."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = [end for _, end in ordered]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any span shares a character with ``start:end``."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and self._ends[index] > start


def _short_zone(name: str) -> str:
    for long, short in agency_words().zone_shorts.items():
        name = name.replace(long, short)
    return name


def in_folded(analysis: Analysis, agencies: Iterable[AgencyMention]) -> list[Found]:
    """``agencies`` as spans of the folded text, one for one."""
    folded, year, table = analysis.folded, analysis.context.year, region_table()
    agencies = list(agencies)
    codes = {agency.region or COUNTRY for agency in agencies}
    regions = {code: table.at(code, year, GRACE) or table.at(code, None) or table.by_code(COUNTRY)[0] for code in codes}
    return [
        Found(
            folded.place(agency.mention.start),
            folded.place(agency.mention.end),
            agency.name,
            regions[agency.region or COUNTRY],
            agency.kind,
            agency.mention.rule,
        )
        for agency in agencies
    ]
