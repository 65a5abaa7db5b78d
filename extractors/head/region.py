"""The region whose government reports or rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from extractors.analysis import Analysis
from extractors.document import Context, Fact, FieldEvidence, Head
from extractors.head.commonest_region import OwnWords
from extractors.head.dateline import find_dateline
from extractors.head.recipient import recipient_lines
from extractors.head.signature import issuer_lines, signature_lines
from extractors.head.speaker import find_speaker
from extractors.head.title import own_start
from extractors.numbers.agency_codes import readings
from extractors.numbers.grammar import parse_number
from extractors.regions.context import as_of, context_of, is_called, region_of_area, within
from extractors.regions.named import region_named
from extractors.regions.opening import opening_area, opening_region
from extractors.regions.path_hint import PathHint
from extractors.text.edges import Line
from extractors.text.folding import fold
from extractors.text.marks import HAN, SENTENCE_MARKS, YEAR
from extractors.text.numerals import TO_999, YEAR_NUMERAL
from extractors.text.place_names import PlaceHit, find_places, find_short_counties, merge_places, places_of_year
from ontology.areas import area_table
from ontology.head_cues import head_cues
from ontology.kinds import kind_cues
from ontology.limits import GRACE
from ontology.regions import COUNTRY, Region, region_table
from ontology.rules import Rule

_PASSAGE = 2000  # characters; of the corpus's longer documents only a misfiled one never says its path's region
_OPENING = 3000  # characters within which a law names its congress
_CONGRESS = re.compile(rf"[日在]?(?P<who>[{HAN}]{{2,16}}?)第?[{TO_999}\d]{{1,4}}届(?:人\s?民\s?代\s?表\s?大\s?会|人大)")
_LEAD = 160  # characters of the first sentence behind a dateline
_SENTENCE = re.compile(f"[{SENTENCE_MARKS}\n]")
# To whom a document goes, or who makes it known, may stand above the place whose document it is.
_PERHAPS_ABOVE = (Rule.HEAD_RECIPIENT, Rule.HEAD_ISSUER)
_TITLE_OPENING = re.compile(
    rf"(?:(?:{YEAR}|{YEAR_NUMERAL})年度?|关于|中共|中国[（(]|(?:新疆生产建设)?兵团(?=第)|第[{TO_999}]{{1,3}}师(?=[{HAN}]{{2,5}}市)|[《“\s#])*"
)


def find_region(analysis: Analysis, head: Head, hint: PathHint) -> Fact | None:
    """The region's code: by who issues, the title, who speaks or signs, the recipient, the path, the commonest name."""
    found = _Finder(analysis, head, hint).find()
    return (found[0].code, found[1]) if found else None


class _Finder:
    def __init__(self, analysis: Analysis, head: Head, hint: PathHint) -> None:
        self.analysis = analysis
        self.head = head
        self.hint = hint
        self.year = year = head.year
        self.hits = merge_places(places_of_year(analysis.places, year), analysis.short_counties, lambda _: False)
        self.own_words = OwnWords(analysis, self.hits, year)
        self.folded = analysis.folded
        outer = hint.regions[0].code if hint.regions and hint.regions[0].code != COUNTRY else None
        self.context: Context = context_of(outer, year)

    def find(self) -> tuple[Region, FieldEvidence] | None:
        metadata = self.analysis.source.metadata
        listed = region_named(metadata.get("region", ""), self.year).code
        outer = region_table().at(listed, self.year, GRACE) or region_table().at(listed, None) if listed else None
        for name in ("issuer", "title"):
            region = self._named(metadata.get(name, ""))
            if region and (outer is None or within(region, outer, self.year)):
                return region, FieldEvidence("metadata", Rule.HEAD_METADATA)
        if outer:
            return outer, FieldEvidence("metadata", Rule.HEAD_METADATA)
        for span, rule in self._cues():
            region = self._at(span)
            if region and not (rule in _PERHAPS_ABOVE and self._hint_is_inside(region)):
                return self._of_law(region, span), FieldEvidence("text", rule, *span)
        return self._numbered() or self._hinted() or self._reported() or self._national() or self.own_words.commonest()

    def _of_law(self, region: Region, span: tuple[int, int]) -> Region:
        """A law on a functional area is its congress's, which the path or the government that it speaks of tells."""
        if self.head.kind != "law" or not opening_area(self.hits, self.folded.place(span[0]), self.folded.text):
            return region
        outer = next((hinted for hinted in self.hint.regions if within(region, hinted, self.year)), None)
        if outer:
            return outer
        letter = next(iter(self.own_words.letters()), "")
        around = context_of(region.code, self.year)
        return next((r for r in around.levels.values() if letter and is_called(r, letter)), region)

    def _reported(self) -> tuple[Region, FieldEvidence] | None:
        """The region that a journalist's first sentence names; the country where a state organ comes first."""
        dateline = find_dateline(self.analysis) if self.head.kind == "news" else None
        if dateline is None:
            return None
        start, end = dateline.end, dateline.end + _LEAD
        stop = _SENTENCE.search(self.analysis.text, start, end)
        first, last = self.folded.place(start), self.folded.place(stop.end() if stop else end)
        national = kind_cues().issued_nationally.search(self.folded.text, first, last)
        for hit in self.hits[bisect_left(self.hits, first, key=lambda hit: hit.start) :]:
            if hit.start >= (national.start() if national else last):
                break
            region = opening_region(self.hits, hit.start, self.folded.text, self.context)
            if region:
                return region, FieldEvidence("text", Rule.HEAD_DATELINE, *self.folded.span(hit.start, hit.end))
        country = region_table().at(COUNTRY, None)
        if national and country:
            return country, FieldEvidence("text", Rule.HEAD_NATIONAL, *self.folded.span(*national.span()))
        return None

    def _national(self) -> tuple[Region, FieldEvidence] | None:
        """A law whose title names no place, and which speaks of no province or city of its own, is the country's."""
        country, evidence = region_table().at(COUNTRY, None), self.head.evidence.get("title")
        if self.head.kind != "law" or not country or not evidence or not self.head.title:
            return None
        named = any(hit.name.kind in ("full", "short", "zone", "bloc") for hit in find_places(fold(self.head.title)))
        own = head_cues().own_place.search(self.analysis.text)
        return None if named or own else (country, replace(evidence, rule=Rule.HEAD_NATIONAL))

    def _hint_is_inside(self, region: Region) -> bool:
        """Whether the path names a region below the recipient's, which then is only who is reported to."""
        return any(hinted != region and within(hinted, region, self.year) for hinted in self.hint.regions)

    def _numbered(self) -> tuple[Region, FieldEvidence] | None:
        """The region whose organ writes the agency code of the document's own number, where all readings agree."""
        number = parse_number(self.head.number) if self.head.number else None
        found = readings(number.code, self.year) if number else ()
        regions = {reading.region for reading in found if reading.rank == found[0].rank}
        region = regions.pop() if len(regions) == 1 and found[0].place else None
        if region is None:
            return None
        return region, replace(self.head.evidence["number"], rule=Rule.HEAD_NUMBER)

    def _cues(self) -> list[tuple[tuple[int, int], Rule]]:
        """Spans of the original that begin with the region, the surest first; a law is its congress's."""
        analysis, text = self.analysis, self.analysis.text
        cues: list[tuple[tuple[int, int], Rule]] = []
        title = self.head.evidence.get("title")
        if self.head.title and title and title.start is not None and title.end is not None:
            begin = _TITLE_OPENING.match(text, title.start, title.end)
            cues.append(((begin.end() if begin else title.start, title.end), Rule.HEAD_TITLE))
        own = own_start(self.head)
        speaker, congress = find_speaker(text), _CONGRESS.search(text, own, own + _OPENING)
        if speaker:
            cues.append((speaker.span("region"), Rule.HEAD_SPEAKER))
        if congress:
            at = 0 if self.head.kind == "law" else len(cues)
            cues.insert(at, (congress.span("who"), Rule.HEAD_CONGRESS))
        cues += [(self._after_party(line), Rule.HEAD_SIGNATURE) for line in signature_lines(analysis)]
        cues += [(self._after_party(line), Rule.HEAD_ISSUER) for line in issuer_lines(analysis)]
        return cues + [(line, Rule.HEAD_RECIPIENT) for line in recipient_lines(analysis)]

    def _after_party(self, line: Line) -> tuple[int, int]:
        return (line.start + (2 if line.bare.startswith("中共") else 0), line.end)

    def _named(self, printed: str) -> Region | None:
        """The region of the agency or title that a metadata value prints."""
        opening = _TITLE_OPENING.match(printed)
        name = fold(printed[opening.end() if opening else 0 :])
        hits = merge_places(places_of_year(find_places(name), self.year), find_short_counties(name), lambda _: False)
        return self._opening(hits, 0, name)

    def _at(self, span: tuple[int, int]) -> Region | None:
        """The region whose name, or that of whose agency, stands at the beginning of ``span``."""
        return self._opening(self.hits, self.folded.place(span[0]), self.folded.text)

    def _opening(self, hits: list[PlaceHit], start: int, folded: str) -> Region | None:
        national = kind_cues().issued_nationally.match(folded, start)
        local = opening_region(hits, national.end() if national else start, folded, self.context)
        return local or (region_table().at(COUNTRY, None) if national else None)

    def _hinted(self) -> tuple[Region, FieldEvidence] | None:
        if not self.hint.regions:
            return None
        fitting = [r for letter in self.own_words.letters() for r in self.hint.regions if is_called(r, letter)]
        hinted, evidence = (fitting or list(self.hint.regions))[0], FieldEvidence("path", Rule.HEAD_PATH)
        area = area_table().before(hinted, self.year) if self.year else None
        around = region_of_area(area, self.year) if area else None
        if not area and not self._is_named(hinted):
            return None
        return around or as_of(hinted, self.year), evidence

    def _is_named(self, region: Region) -> bool:
        """Whether the text says the name of ``region``, as whole documents do: a folder may hold one by mistake."""
        text = self.folded.text
        return len(text) <= _PASSAGE or region.code == COUNTRY or region.short_name in text
