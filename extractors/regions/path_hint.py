"""What the name of a file or of its folders says of a document: 遂宁.docx, 深圳福田区_2019.txt, 510900/2018.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from extractors.regions.opening import possible_openings
from extractors.text.folding import fold
from extractors.text.place_names import PlaceHit, find_places, find_short_counties, merge_places, places_of_year
from ontology.kinds import Kind, kind_cues
from ontology.limits import GRACE
from ontology.places import place_words
from ontology.regions import COUNTRY, Region, region_table

_CODE = re.compile(r"(?<![0-9A-Za-z])([1-9]\d{5})(?![0-9A-Za-z])")
_YEAR = re.compile(r"(?<!\d)((?:19[5-9]|20[0-4])\d)(?!\d)")
_NATIONAL = re.compile("国务院|中央|全国|国家")
_LEADING = re.compile(r"[\W\d_]+")  # 012_, the number that a collection gives
_DIVIDERS = re.compile(r"[_\-—－\s]+")


@dataclass(frozen=True, slots=True)
class PathHint:
    """What a path may say, for a document that says less itself.

    Attributes:
        regions: those that it may mean, the likeliest first (吉林: the province, then the city).
        year: the year that it names.
        kind: the kind of document that the last part of the file's name ends as (…_2022_实施意见).
        opening: the first part of the file's name, without the number before it: perhaps a region or an agency.
    """

    regions: tuple[Region, ...] = ()
    year: int | None = None
    kind: Kind | None = None
    opening: str = ""


def path_hint(file: str) -> PathHint:
    """The hint of ``file``, a relative path; the file's own name counts before its folders'."""
    path = PurePosixPath(file)
    parts = [path.stem, *reversed(path.parts[:-1])]
    years = [int(match[1]) for part in parts for match in _YEAR.finditer(part)]
    year = years[0] if years else None
    regions = next((found for part in parts if (found := _regions(part, year))), ())
    named = [part for part in _DIVIDERS.split(_bare(path.stem)) if part]
    ending = kind_cues().ending(named[-1]) if named else None
    return PathHint(regions, year, kind_cues().of_ending(ending) if ending else None, named[0] if named else "")


def _bare(part: str) -> str:
    return part[match.end() :] if (match := _LEADING.match(part)) else part


def _regions(part: str, year: int | None) -> tuple[Region, ...]:
    code = _CODE.search(part)
    if code and region_table().by_code(code[1]):
        region = region_table().at(code[1], year, GRACE) or region_table().by_code(code[1])[-1]
        return (region,)
    name = fold(_bare(part))
    found = merge_places(places_of_year(find_places(name), year), find_short_counties(name), lambda _: False)
    hits = [hit for hit in found if hit.name.kind in ("full", "short", "zone")]
    national = _NATIONAL.match(name) or kind_cues().issued_nationally.match(name)
    if national and not name.startswith("门", national.end()):  # 民政部, but not 民政部门
        hits = [hit for hit in hits if hit.start == national.end()]
        if not hits:
            return region_table().by_code(COUNTRY)
    return () if not hits or _unlikely(hits[0]) else possible_openings(hits, year)


def _unlikely(hit: PlaceHit) -> bool:
    """A short county name that is an ordinary word (资源.txt) says nothing."""
    county = all(region.level == "county" for region in hit.name.regions)
    return hit.name.kind == "short" and county and hit.name.word in place_words().ordinary
