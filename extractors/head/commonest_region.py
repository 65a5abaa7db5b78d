"""The region that a document speaks of itself as, by its level words (我市, 全省) and the names it repeats."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from extractors.analysis import Analysis
from extractors.document import FieldEvidence
from extractors.head.speaker import find_speaker
from extractors.regions.bearers import in_use
from extractors.regions.context import is_called, parent_of, within
from extractors.text.marks import HAN
from extractors.text.place_names import LEVEL_LETTERS, PlaceHit
from ontology.head_cues import head_cues
from ontology.places import place_words
from ontology.regions import COUNTRY, Region, region_table
from ontology.rules import Rule

_LEVEL = re.compile(r"[我全](?P<letter>省|市|县|区|州|盟|旗|自治区)(?!域|面|级以)")
# Whose organs a text speaks of where it opens: 市政府各部门, 2022年，市行政审批局….
_OPENING = 600
_OWN_ORGAN = re.compile(
    r"(?:^|[\n，。：、])\s*(?P<letter>省|市|县|区|州|盟|旗|自治区)"
    rf"(?=(?:人民)?政府(?:各|将|决定|有关|研究)|直(?:各|有关)|[{HAN}]{{2,14}}(?:局|厅|委|办)[{HAN}，])"
)
_REPEATED = 4
_TITLES = re.compile("《[^》]{0,160}》")
_LETTERS = tuple(LEVEL_LETTERS)


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
        text = self.analysis.text
        for match in _LEVEL.finditer(text):
            if match[0][0] == "我":
                counts[match["letter"]] += 100
            elif not head_cues().no_level.search(text[match.end() : match.end() + 12]):
                counts[match["letter"]] += 1
        for match in _OWN_ORGAN.finditer(text, 0, _OPENING):
            counts[match["letter"]] += 2
        speaker = find_speaker(self.analysis.text)
        if speaker and speaker["region"].endswith(_LETTERS):
            counts["自治区" if speaker["region"].endswith("自治区") else speaker["region"][-1]] += 100_000
        repeated = [letter for letter in counts if counts[letter] >= 2]
        return sorted(repeated, key=lambda letter: (-counts[letter], letter))

    def commonest(self) -> tuple[Region, FieldEvidence] | None:
        """The region named most often among those of the level that the document speaks of itself by.

        A text that does not speak of itself (news) is of the region that clearly outweighs the others, and of the
        country where it names no region but the state, and speaks of no province or city as its own.
        """
        counts, first = self._counted()
        stated = self._stated()
        if stated in first:
            span = self.analysis.folded.span(first[stated].start, first[stated].end)
            return stated, FieldEvidence("text", Rule.HEAD_COMMONEST, *span)
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
        if head_cues().own_place.search(self.analysis.text):
            return None
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

        Ordinary words (资源, 南山, 市中区) count only where the region above them is named as well, a whole name of two
        characters (唐县) also where it is repeated.
        """
        counts: dict[Region, float] = {}
        unsure: dict[Region, float] = {}
        whole: Counter[Region] = Counter()
        first: dict[Region, PlaceHit] = {}
        titles = [match.span() for match in _TITLES.finditer(self.analysis.folded.text)]
        starts = [start for start, _ in titles]
        for hit in self.hits:
            if hit.name.kind not in ("full", "short") or _is_inside(hit.start, titles, starts):
                continue
            word, short_full = hit.name.word, hit.name.kind == "full" and len(hit.name.word) == 2
            doubtful = short_full or word in place_words().ordinary or word in place_words().generic
            into = unsure if doubtful else counts
            weight = 0.5 if doubtful else 2.0 if hit.name.kind == "full" else 1.0
            for region in in_use(hit.name.regions, self.year):
                into[region] = into.get(region, 0) + weight
                first.setdefault(region, hit)
                whole[region] += short_full
        for region, weight in unsure.items():
            parent = parent_of(region, self.year)
            if region in counts or (parent and counts.get(parent, 0) >= 2) or whole[region] >= _REPEATED:
                counts[region] = counts.get(region, 0) + weight
        return counts, first

    def _stated(self) -> Region | None:
        """The region whose conditions the text says that it goes by: 结合宜春实际."""
        match = head_cues().conditions.pattern.search(self.analysis.folded.text)
        if match is None:
            return None
        at = bisect_left(self.hits, match.start("place"), key=lambda hit: hit.start)
        hit = self.hits[at] if at < len(self.hits) else None
        if hit is None or hit.start != match.start("place") or hit.end != match.end("place"):
            return None
        named = in_use(hit.name.regions, self.year)
        return named[0] if len(named) == 1 else None

    def _company(self, region: Region, counts: dict[Region, float]) -> float:
        """More where the text also names the region above it (南山区 beside 深圳) or several that lie in it."""
        parent = parent_of(region, self.year)
        above = bool(parent and counts.get(parent, 0) >= 2)
        below = sum(parent_of(other, self.year) == region for other in counts) >= 3
        return 1.0 + 2.0 * above + 2.0 * below


def _is_inside(position: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    """Whether ``position`` lies in one of ``spans``, which begin at ``starts``."""
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < spans[index][1]
