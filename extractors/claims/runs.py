"""The run between commas in which a claim stands: its places, its initiatives, who speaks, and of what time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extractors.adoptions.phrases import phrase_of, quote_of
from extractors.adoptions.status import Status, Statuses
from extractors.analysis import Analysis
from extractors.found import Claim, InitiativeMention, RegionMention
from extractors.regions.context import within
from extractors.text.runs import Runs
from extractors.text.starts import named_between, named_within
from ontology.adoption_cues import adoption_cues
from ontology.claims import claim_cues
from ontology.cues import CueSet
from ontology.limits import GRACE
from ontology.patterns import alternatives
from ontology.regions import Region, region_table
from ontology.rules import Rule

_UNNAMED = (Rule.REGION_CONTEXT, Rule.REGION_BLOC)  # 全省, 川渝: no place that one learns from or that acts


@dataclass(frozen=True, slots=True)
class Run:
    """A cue in its run: ``text[low:high]``, the cue at ``start:end``."""

    low: int
    start: int
    end: int
    high: int
    cue: str


@dataclass(frozen=True, slots=True)
class Scope:
    """The region within which something is claimed, at ``start:end``; ``region`` is None for more than a province.

    ``level`` is that of the region.
    """

    start: int
    end: int
    region: Region | None
    level: str | None


class Claims:
    """What all claims of a document are read by."""

    def __init__(self, analysis: Analysis) -> None:
        """Read ``analysis``."""
        self.analysis = analysis
        self.text = analysis.text

    @cached_property
    def _statuses(self) -> Statuses:
        return Statuses(self.analysis)  # most documents claim nothing

    def runs(self, cues: CueSet) -> Iterator[Run]:
        """The cues of the set in the text, each with its run."""
        structure, runs = self.analysis.structure, Runs(self.text)
        for match in cues.pattern.finditer(self.text):
            low, high = structure.sentence_at(match.start())
            if low == high or structure.is_furniture(match.start()):
                continue
            start, end = runs.around(match.start(), match.start(), low, high)
            yield Run(start, match.start(), match.end(), end, match[0])

    def places(self, low: int, high: int) -> list[RegionMention]:
        """The places named in a stretch of the text, which stand in no title."""
        return [*self._places_before(low, high)][::-1]

    def _places_before(self, low: int, high: int) -> Iterator[RegionMention]:
        """The same from the last to the first."""
        for place in reversed(named_between(self.analysis.regions, low, high)):
            mention = place.mention
            if mention.end <= high and mention.rule not in _UNNAMED and not self._in_title(low, mention.start):
                yield place

    def initiatives(self, low: int, high: int, *, known: bool = False) -> list[InitiativeMention]:
        """The initiatives named in a stretch of the text; ``known``: those of the reference list alone."""
        return [m for m in named_within(self.analysis.initiatives, low, high) if not (known and m.new)]

    def scopes(self, low: int, high: int) -> list[Scope]:
        """The regions and wider areas named in a stretch of the text, in their order."""
        regions = [m for m in named_within(self.analysis.regions, low, high) if m.mention.rule != Rule.REGION_BLOC]
        found = [Scope(m.mention.start, m.mention.end, m.region, m.region.level) for m in regions]
        cues = claim_cues()
        for words, level in ((cues.nation, "country"), (cues.beyond, None)):
            named = re.compile(alternatives(words)).finditer(self.text, low, high)
            found += [Scope(match.start(), match.end(), None, level) for match in named]
        return sorted(found, key=lambda scope: (scope.start, -scope.end))

    def claimant(self, low: int, high: int) -> str | None:
        """The code of who claims: the place named last before the cue, if it lies in the document's region, else that.

        None where another place is named, or nothing tells whose document it is.
        """
        own, above = self.analysis.context.region, self.analysis.context.levels.values()
        another = False
        for place in self._places_before(low, high):
            if place.region == own or place.region not in above:
                if own is None or within(place.region, own, self.analysis.context.year):
                    return place.region.code
                another = True
        return own.code if own and not another else None

    def is_above(self, scope: Scope | None, code: str) -> bool:
        """Whether ``scope`` is wider than the region ``code``: nobody is the first within itself."""
        if scope is None or scope.region is None:
            return True
        year = self.analysis.context.year
        region = region_table().at(code, year, GRACE) or region_table().at(code, None)
        return bool(region and region.code != scope.region.code and within(region, scope.region, year))

    def told(self, mention: InitiativeMention) -> Status | None:
        """Of what time the phrase of ``mention`` speaks; None where words are explained, and where it is denied."""
        start, end = self.analysis.structure.line_at(mention.mention.start)
        if adoption_cues().explains.search(self.text[start:end]):
            return None
        return self._statuses.of(phrase_of(self.analysis, mention))

    def is_planned(self, mention: InitiativeMention) -> bool:
        """Whether what the phrase of ``mention`` tells is still to come, a pilot as well."""
        return self._statuses.is_planned(phrase_of(self.analysis, mention))

    def claim(
        self, kind: str, rule: Rule, region: str, mention: InitiativeMention, status: Status, **more: str | None
    ) -> Claim:
        """A claim that the phrase of ``mention`` makes."""
        start, end = quote_of(self.analysis, phrase_of(self.analysis, mention))
        return Claim(
            kind=kind,
            region=region,
            other=more.get("other"),
            initiative=more.get("initiative", mention.name),
            scope=more.get("scope"),
            planned=self.is_planned(mention) or None,
            year=status.year,
            date=status.date,
            start=start,
            end=end,
            rule=rule,
        )

    def _in_title(self, low: int, position: int) -> bool:
        opened = self.text.rfind("《", low, position)
        return opened >= 0 and self.text.find("》", opened, position) < 0
