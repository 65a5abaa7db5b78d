"""What the name of a file or of its folders says of a document: 遂宁.docx, 深圳福田区_2019.txt, 510900/2018.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from extractors.regions.opening import possible_openings
from extractors.text.folding import fold
from extractors.text.place_names import PlaceHit, find_places, find_short_counties, merge_places
from ontology.limits import GRACE
from ontology.places import place_words
from ontology.regions import COUNTRY, Region, region_table

_CODE = re.compile(r"(?<![0-9A-Za-z])([1-9]\d{5})(?![0-9A-Za-z])")
_YEAR = re.compile(r"(?<!\d)((?:19[5-9]|20[0-4])\d)(?!\d)")
_NATIONAL = re.compile("国务院|中央|全国|国家")


@dataclass(frozen=True, slots=True)
class PathHint:
    """Regions that the path may mean, the likeliest first (吉林: the province, then the city), and a year."""

    regions: tuple[Region, ...] = ()
    year: int | None = None


def path_hint(file: str) -> PathHint:
    """The hint of ``file``, a relative path; the file's own name counts before its folders'."""
    path = PurePosixPath(file)
    parts = [path.stem, *reversed(path.parts[:-1])]
    years = [int(match[1]) for part in parts for match in _YEAR.finditer(part)]
    year = years[0] if years else None
    for part in parts:
        regions = _regions(part, year)
        if regions:
            return PathHint(regions, year)
    return PathHint((), year)


def _regions(part: str, year: int | None) -> tuple[Region, ...]:
    code = _CODE.search(part)
    if code and region_table().by_code(code[1]):
        region = region_table().at(code[1], year, GRACE) or region_table().by_code(code[1])[-1]
        return (region,)
    if _NATIONAL.match(part):
        return region_table().by_code(COUNTRY)
    name = fold(part)
    found = merge_places(find_places(name), find_short_counties(name), lambda _: False)
    hits = [hit for hit in found if hit.name.kind in ("full", "short", "zone")]
    return () if not hits or _unlikely(hits[0]) else possible_openings(hits, year)


def _unlikely(hit: PlaceHit) -> bool:
    """A short county name that is an ordinary word (资源.txt) says nothing."""
    county = all(region.level == "county" for region in hit.name.regions)
    return hit.name.kind == "short" and county and hit.name.word in place_words().ordinary
