"""The region that a document speaks of itself as, by its level words (我市, 全省) and the names it repeats."""

from __future__ import annotations

import re
from collections import Counter

from extractors.analysis import Analysis, FieldEvidence
from extractors.head.speaker import find_speaker
from extractors.regions.context import is_called, parent_of, within
from extractors.regions.resolver import in_use
from extractors.text.place_names import PlaceHit
from ontology.head_cues import head_cues
from ontology.places import place_words
from ontology.regions import COUNTRY, Region, region_table
from ontology.rules import Rule

_LEVEL = re.compile(r"[我全](?P<letter>省|市|县|区|州|盟|旗|自治区)(?!域|面|级以)")
_LETTERS = tuple("省市县区州盟旗")


class OwnWords:
    """Level words and names of one document."""

    def __init__(self, analysis: Analysis, hits: list[PlaceHit], year: int | None) -> None:
        """Weigh the names ``hits`` as of ``year``."""
        self.analysis = analysis
        self.hits = hits
        self.year = year

    def letters(self) -> list[str]:
        """The level words that the document speaks of itself by, the likeliest first: 代表县政府, 我市, 全市."""
        counts: Counter[str] = Counter()
        for match in _LEVEL.finditer(self.analysis.text):
            counts[match["letter"]] += 100 if match[0][0] == "我" else 1
        speaker = find_speaker(self.analysis.text)
        if speaker and speaker["region"].endswith(_LETTERS):
            counts["自治区" if speaker["region"].endswith("自治区") else speaker["region"][-1]] += 100_000
        repeated = [letter for letter in counts if counts[letter] >= 2]
        return sorted(repeated, key=lambda letter: (-counts[letter], letter))

    def commonest(self) -> tuple[Region, FieldEvidence] | None:
        """The region named most often among those of the level that the document speaks of itself by.

        A text that does not speak of itself (news) is of the region that clearly outweighs the others, and of the
        country where it names no region but the state.
        """
        counts, first = self._counted()
        weights = {region: count * self._company(region, counts) for region, count in counts.items()}
        best = None
        for letter in self.letters():
            fitting = [region for region in counts if is_called(region, letter) and counts[region] >= 1]
            best = max(fitting, key=lambda region: (weights[region], -first[region].start), default=None)
            if best:
                break
        best = best or self._outstanding(counts)
        if best:
            span = self.analysis.folded.span(first[best].start, first[best].end)
            return best, FieldEvidence("text", Rule.HEAD_COMMONEST, *span)
        state = list(head_cues().state.pattern.finditer(self.analysis.text))
        country = region_table().at(COUNTRY, None)
        if country and len(state) >= 3:
            return country, FieldEvidence("text", Rule.HEAD_NATIONAL, *state[0].span())
        return None

    def _outstanding(self, counts: dict[Region, float]) -> Region | None:
        """The region that is named thrice and twice as often as any other outside it and its own chain."""
        best = max(counts, key=lambda region: (counts[region], region.code), default=None)
        if best is None or counts[best] < 3:
            return None
        others = [
            count
            for region, count in counts.items()
            if not within(region, best, self.year) and not within(best, region, self.year)
        ]
        return best if counts[best] >= 2 * max(others, default=0) else None

    def _counted(self) -> tuple[dict[Region, float], dict[Region, PlaceHit]]:
        """How often each region may be meant: by its full name 2, by a short one 1, by a county's of one letter a half.

        Ordinary words (资源, 南山) count only where the region above them is named as well.
        """
        counts: dict[Region, float] = {}
        unsure: dict[Region, float] = {}
        first: dict[Region, PlaceHit] = {}
        for hit in self.hits:
            if hit.name.kind not in ("full", "short"):
                continue
            doubtful = hit.name.word in place_words().ordinary or (hit.name.kind == "full" and len(hit.name.word) == 2)
            into = unsure if doubtful else counts
            weight = 0.5 if doubtful else 2.0 if hit.name.kind == "full" else 1.0
            for region in in_use(hit.name.regions, self.year):
                into[region] = into.get(region, 0) + weight
                first.setdefault(region, hit)
        for region, weight in unsure.items():
            parent = parent_of(region, self.year)
            if region in counts or (parent and counts.get(parent, 0) >= 2):
                counts[region] = counts.get(region, 0) + weight
        return counts, first

    def _company(self, region: Region, counts: dict[Region, float]) -> float:
        """More where the text also names the region above it (南山区 beside 深圳) or several that lie in it."""
        parent = parent_of(region, self.year)
        above = bool(parent and counts.get(parent, 0) >= 2)
        below = sum(parent_of(other, self.year) == region for other in counts) >= 3
        return 1.0 + 2.0 * above + 2.0 * below
