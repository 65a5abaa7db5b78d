"""The region whose government reports or rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from extractors.analysis import Analysis, Context, FieldEvidence
from extractors.context import context_of, within
from extractors.head_lines import Line, bottom_lines, top_lines
from extractors.path_hint import PathHint
from extractors.place_resolver import Resolver
from extractors.places import PlaceHit
from ontology.kinds import kind_cues
from ontology.regions import COUNTRY, Region, region_table

_SPEAKER = re.compile(r"代表(?P<who>[\u4e00-\u9fff]{1,16}?)(?:人民政府|政府|管理委员会|管委会|行政公署)")
_SIGNED = re.compile(r"(?:局|委|办|厅|院|部|署|中心|政府|办公室|委员会|行|会|处|所|队|公署|社)$")
_LEVEL = re.compile(r"[我全](?P<letter>省|市|县|区|州|盟|旗|自治区)(?!域|面|级以)")
_CONGRESS = re.compile(r"在?(?P<who>[\u4e00-\u9fff]{2,16})第[一二三四五六七八九十〇零百\d]+届人民代表大会")
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
        self.hits = analysis.places
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
        return self._hinted() or self._commonest()

    def _cues(self) -> list[tuple[tuple[int, int], str]]:
        """Spans of the original that begin with the region, the surest first."""
        analysis, text = self.analysis, self.analysis.text
        top, bottom = top_lines(analysis), bottom_lines(analysis)
        cues: list[tuple[tuple[int, int], str]] = []
        title = analysis.head.evidence.get("title")
        if analysis.head.title and title and title.start is not None and title.end is not None:
            begin = re.match(r"(?:(?:19|20)\d\d年度?|关于|中共|[《“\s#])*", text[title.start : title.end])
            cues.append(((title.start + (begin.end() if begin else 0), title.end), "head.title"))
        opening = text[:3000]
        speaker = _SPEAKER.search(opening)
        if speaker:
            cues.append((speaker.span("who"), "head.speaker"))
        congress = _CONGRESS.search(opening)
        if congress:
            cues.append((congress.span("who"), "head.congress"))
        cues += [(self._after_party(line), "head.signature") for line in bottom if self._signs(line)]
        cues += [(self._after_party(line), "head.issuer") for line in top if _SIGNED.search(line.bare)]
        for start, end in analysis.structure.lines[:8]:
            match = _RECIPIENT.match(text[start:end].strip())
            if match:
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
        while index < len(self.hits) and self.hits[index].start == end and self.hits[index].name.kind != "level":
            chain.append(self.hits[index])
            end = self.hits[index].end
            index += 1
        found = Resolver(self.context, self.folded.text).resolve(chain)
        deepest: Region | None = None
        for _, regions in found:
            if len(regions) == 1 and (deepest is None or within(regions[0], deepest, self.year)):
                deepest = regions[0]
        return deepest

    def _evidence(self, span: tuple[int, int], rule: str) -> FieldEvidence:
        return FieldEvidence("text", rule, *span)

    def _hinted(self) -> tuple[Region | None, FieldEvidence] | None:
        if not self.hint.regions:
            return None
        letter = self._letter()
        fitting = [r for r in self.hint.regions if letter and r.name.endswith(letter)]
        return (fitting or list(self.hint.regions))[0], FieldEvidence("path", "head.path")

    def _letter(self) -> str | None:
        """The level word that the document speaks of itself by: 我市, 代表省人民政府."""
        speaker = _SPEAKER.search(self.analysis.text[:3000])
        if speaker and speaker["who"][-1] in "省市县区州盟旗":
            return "自治区" if speaker["who"].endswith("自治区") else speaker["who"][-1]
        counts = Counter(match["letter"] for match in _LEVEL.finditer(self.analysis.text))
        return max(counts, key=lambda letter: (counts[letter], letter)) if counts else None

    def _commonest(self) -> tuple[Region | None, FieldEvidence]:
        """The region named most often among those of the level that the document speaks of itself by."""
        letter = self._letter()
        counts: Counter[Region] = Counter()
        first: dict[Region, PlaceHit] = {}
        if letter:
            for hit, regions in Resolver(self.context, self.folded.text).resolve(self.hits):
                for region in regions if hit.name.kind in ("full", "short") else ():
                    if region.name.endswith(letter):
                        counts[region] += 2 if hit.name.kind == "full" else 1
                        first.setdefault(region, hit)
        if not counts:
            return None, FieldEvidence("text", "head.commonest")
        best = max(counts, key=lambda region: (counts[region], -first[region].start))
        hit = first[best]
        return best, FieldEvidence("text", "head.commonest", *self.folded.span(hit.start, hit.end))
