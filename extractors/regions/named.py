"""The region that a cell or a list names by itself: a code, a name, or a chain of names (四川/遂宁/射洪县)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.regions.context import within
from extractors.regions.resolver import in_use
from extractors.text.folding import fold
from extractors.text.place_names import find_places, find_short_counties, merge_places, places_of_year
from ontology.limits import GRACE
from ontology.places import place_words
from ontology.regions import COUNTRY, Region, region_table

_CODE = re.compile(r"(?<!\d)([1-9]\d{5})(?:0{3}|0{6})?(?:\.0)?(?!\d)")
_COUNTRY = re.compile("全国|国家|中国|中华人民共和国|中央|国务院|国家级")
_PARTS = re.compile(r"[/\\>＞»|、，,;；·.\s-]+")
_FILLERS = ("市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "省本级", "市本级", "县本级", "区本级", "本级")


@dataclass(frozen=True, slots=True)
class NamedRegion:
    """What a name means: the code of one region, or None and those that it may be (none: it is not known)."""

    code: str | None
    candidates: tuple[Region, ...] = ()

    def fault(self, printed: str) -> str:
        """Why ``printed`` names no region, in a sentence."""
        if not self.candidates:
            return f"{printed} is no region that is known"
        shown = ", ".join(f"{region.code} {region.full_name}" for region in self.candidates[:4])
        more = f" and {len(self.candidates) - 4} more" if len(self.candidates) > 4 else ""
        return f"{printed} may be {shown}{more}; write the code, or the name with what lies above it"


def region_named(printed: str, year: int | None) -> NamedRegion:
    """The region that ``printed`` names in ``year`` (None: in any), and nothing beside it but an area inside it.

    A province goes before a city of its name (吉林); other names that several regions bear name none.
    """
    table = region_table()
    code = _CODE.search(printed)
    if code:
        known = bool(table.by_code(code[1]))
        return NamedRegion(code[1] if known else None)
    parts = [part for part in _PARTS.split(printed) if part and part not in _FILLERS]
    name = fold("".join(parts))
    if _COUNTRY.fullmatch(name):
        return NamedRegion(COUNTRY)
    hits = merge_places(places_of_year(find_places(name), year), find_short_counties(name), lambda _: False)
    found: tuple[Region, ...] = ()
    end = 0
    for hit in hits:
        if hit.start != end or hit.name.kind not in ("full", "short", "zone"):
            break
        named = in_use(hit.name.regions, year) or in_use(hit.name.regions, None) or _last(hit.name.regions)
        found = tuple(one for one in named if not found or any(within(one, above, year) for above in found))
        end = hit.end
        if not found:
            return NamedRegion(None)
    area = place_words().area.match(name, end) if found else None
    if not found or (area.end() if area else end) != len(name):
        return NamedRegion(None)
    codes = {one.code for one in found}
    provinces = {one.code for one in found if one.level == "province"}
    if len(codes) == 1 or len(provinces) == 1:
        return NamedRegion((provinces or codes).pop())
    return NamedRegion(None, tuple(table.at(one, year, GRACE) or table.by_code(one)[-1] for one in sorted(codes)))


def _last(regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """Those of ``regions`` that bore their name last."""
    until = {region: max(span.to_year or 9999 for span in region.spans) for region in regions}
    return tuple(region for region in regions if until[region] == max(until.values()))
