"""The region whose government reports or rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from extractors.analysis import Analysis, Context, FieldEvidence
from extractors.codes import readings
from extractors.context import context_of, is_called, within
from extractors.head_lines import Line
from extractors.numbers import parse_number
from extractors.path_hint import PathHint
from extractors.place_resolver import Resolver, in_use
from extractors.places import PlaceHit, merge_places
from ontology.kinds import kind_cues
from ontology.places import place_words
from ontology.regions import COUNTRY, Region, region_table

_SPEAKER = re.compile(r"代表(?P<who>[\u4e00-\u9fff]{1,16}?)(?:人民政府|政府|管理委员会|管委会|行政公署|行署|[，,]?向)")
_SIGNED = re.compile(r"(?:局|委|办|厅|院|部|署|中心|政府|办公室|委员会|行|会|处|所|队|公署|社)$")
_LEVEL = re.compile(r"[我全](?P<letter>省|市|县|区|州|盟|旗|自治区)(?!域|面|级以)")
_CONGRESS = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,16}?)第?[一二三四五六七八九十〇零百\d]{1,4}届(?:人\s?民\s?代\s?表\s?大\s?会|人大)"
)
_TITLE_OPENING = re.compile(r"(?:(?:19|20)\d\d年度?|关于|中共|中国[（(]|[《“\s#])*")
_STATE = re.compile("国务院|党中央|全国|国家|我国")
_RECIPIENT = re.compile(r"^(?P<who>[^:：，。]{2,40})[:：]$")


def find_region(analysis: Analysis, hint: PathHint, year: int | None) -> None:
    """Set the region: from who issues, the title, who speaks or signs, the recipient, the path, the commonest name."""
    finder = _Finder(analysis, hint, year)
    region, evidence = finder.find()
    if region:
        analysis.head.region, analysis.head.evidence["region"] = region.code, evidence


class _Finder:
    def __init__(self, analysis: Analysis, hint: PathHint, year: int | None) -> None:
        self.analysis = analysis
        self.hint = hint
        self.year = year
        self.hits = merge_places(analysis.places, analysis.short_counties, lambda _: False)
        self.starts = [hit.start for hit in self.hits]
        self.folded = analysis.folded
        outer = hint.regions[0].code if hint.regions and hint.regions[0].code != COUNTRY else None
        self.context: Context = context_of(outer, year)

    def find(self) -> tuple[Region | None, FieldEvidence]:
        national = region_table().at(COUNTRY, None)
        metadata = self.analysis.source.metadata
        for name in ("issuer", "title"):
            region = self._named(metadata.get(name, ""))
            if region:
                return region, FieldEvidence("metadata", "head.metadata")
        for span, rule in self._cues():
            if self._is_national(span):
                return national, self._evidence(span, rule)
            region = self._at(span)
            if region:
                return region, self._evidence(span, rule)
        return self._numbered() or self._hinted() or self._commonest()

    def _numbered(self) -> tuple[Region | None, FieldEvidence] | None:
        """The region whose organ writes the agency code of the document's own number, where all readings agree."""
        number = parse_number(self.analysis.head.number) if self.analysis.head.number else None
        found = readings(number.code, self.year) if number else ()
        regions = {reading.region for reading in found if reading.rank == found[0].rank}
        if len(regions) != 1 or not found[0].place:
            return None
        return regions.pop(), replace(self.analysis.head.evidence["number"], rule="head.number")

    def _cues(self) -> list[tuple[tuple[int, int], str]]:
        """Spans of the original that begin with the region, the surest first; a law is its congress's."""
        analysis, text = self.analysis, self.analysis.text
        cues: list[tuple[tuple[int, int], str]] = []
        title = analysis.head.evidence.get("title")
        if analysis.head.title and title and title.start is not None and title.end is not None:
            begin = _TITLE_OPENING.match(text, title.start, title.end)
            cues.append(((begin.end() if begin else title.start, title.end), "head.title"))
        opening = text[:3000]
        speaker, congress = _SPEAKER.search(opening), _CONGRESS.search(opening)
        if speaker:
            cues.append((speaker.span("who"), "head.speaker"))
        if congress:
            at = 0 if analysis.head.kind == "law" else len(cues)
            start = congress.start("who") + (congress["who"][0] == "在")
            cues.insert(at, ((start, congress.end("who")), "head.congress"))
        cues += [(self._after_party(line), "head.signature") for line in analysis.bottom_lines if self._signs(line)]
        cues += [(self._after_party(line), "head.issuer") for line in analysis.top_lines if _SIGNED.search(line.bare)]
        for start, end in analysis.structure.lines[:8]:
            if _RECIPIENT.match(text[start:end].strip()):
                cues.append(((start, end), "head.recipient"))
        return cues

    def _signs(self, line: Line) -> bool:
        return len(line.bare) <= 40 and bool(_SIGNED.search(line.bare)) and not re.match(r"[^:：]{2,6}[:：]", line.bare)

    def _after_party(self, line: Line) -> tuple[int, int]:
        return (line.start + (2 if line.bare.startswith("中共") else 0), line.end)

    def _is_national(self, span: tuple[int, int]) -> bool:
        return self.analysis.text[span[0] : span[1]].startswith(kind_cues().national)

    def _named(self, printed: str) -> Region | None:
        """The region that a metadata value opens with."""
        if not printed:
            return None
        if printed.startswith(kind_cues().national):
            return region_table().at(COUNTRY, None)
        at = self.analysis.text.find(printed[:12])
        return self._at((at, at + len(printed))) if at >= 0 else None

    def _at(self, span: tuple[int, int]) -> Region | None:
        """The deepest region of the names that stand one after the other at the beginning of ``span``."""
        first = bisect_left(self.folded.offsets, span[0])
        index = bisect_left(self.starts, first)
        chain: list[PlaceHit] = []
        end = first
        while index < len(self.hits) and self.hits[index].start == end:
            kind = self.hits[index].name.kind
            if kind not in ("full", "zone") and (chain or kind != "short"):
                break
            chain.append(self.hits[index])
            end = self.hits[index].end
            index += 1
        found = Resolver(self.context, self.folded.text, trusting=True).resolve(chain)
        deepest: Region | None = None
        if chain and chain[-1].name.kind == "zone":
            return chain[-1].name.regions[-1]
        for _, regions in found:
            if len(regions) == 1 and (deepest is None or within(regions[0], deepest, self.year)):
                deepest = regions[0]
        return deepest

    def _evidence(self, span: tuple[int, int], rule: str) -> FieldEvidence:
        return FieldEvidence("text", rule, *span)

    def _hinted(self) -> tuple[Region | None, FieldEvidence] | None:
        if not self.hint.regions:
            return None
        fitting = [r for letter in self._letters() for r in self.hint.regions if is_called(r, letter)]
        return (fitting or list(self.hint.regions))[0], FieldEvidence("path", "head.path")

    def _letters(self) -> list[str]:
        """The level words that the document speaks of itself by, the likeliest first: what it stands for, 我市, 全市."""
        counts: Counter[str] = Counter()
        for match in _LEVEL.finditer(self.analysis.text):
            counts[match["letter"]] += 100 if match[0][0] == "我" else 1
        speaker = _SPEAKER.search(self.analysis.text[:3000])
        if speaker and speaker["who"].endswith(tuple("省市县区州盟旗")):
            counts["自治区" if speaker["who"].endswith("自治区") else speaker["who"][-1]] += 100_000
        return sorted((letter for letter in counts if counts[letter] >= 2), key=lambda letter: (-counts[letter], letter))

    def _commonest(self) -> tuple[Region | None, FieldEvidence]:
        """The region named most often among those of the level that the document speaks of itself by.

        A text that does not speak of itself (news) is of the region that clearly outweighs the others, and of the
        country where it names no region but the state.
        """
        counts, first = self._counted()
        weights = {region: count * self._company(region, counts) for region, count in counts.items()}
        best = None
        for letter in self._letters():
            fitting = [region for region in counts if is_called(region, letter) and counts[region] >= 1]
            best = max(fitting, key=lambda region: (weights[region], -first[region].start), default=None)
            if best:
                break
        best = best or self._outstanding(counts)
        if best:
            span = self.folded.span(first[best].start, first[best].end)
            return best, FieldEvidence("text", "head.commonest", *span)
        state = _STATE.search(self.analysis.text)
        if state and len(_STATE.findall(self.analysis.text)) >= 3:
            return region_table().at(COUNTRY, None), FieldEvidence("text", "head.national", *state.span())
        return None, FieldEvidence("text", "head.commonest")

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
            parent = region_table().parent(region, self.year)
            if region in counts or (parent and counts.get(parent, 0) >= 2):
                counts[region] = counts.get(region, 0) + weight
        return counts, first

    def _company(self, region: Region, counts: dict[Region, float]) -> float:
        """More where the text also names the region above it (南山区 beside 深圳) or several that lie in it."""
        parent = region_table().parent(region, self.year)
        above = bool(parent and counts.get(parent, 0) >= 2)
        below = sum(region_table().parent(other, self.year) == region for other in counts) >= 3
        return 1.0 + 2.0 * above + 2.0 * below
