"""The region that opens a name: 船山区 in 遂宁市船山区行政审批局, 高阳县 in 保定高阳县_2018.

What is known to be a name, as of an agency or a document, opens with an official name of the region table: there 城区
is a district, which it hardly ever is in a text. In a text and in the name of a file, where short names stand, too, the
hits of the place dictionary count; what they mean is settled by the context of a text, while a file's name has none and
leaves all that it may mean.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractors.document import Context
from extractors.regions.bearers import in_use
from extractors.regions.context import as_of, within
from extractors.regions.resolver import Resolver
from extractors.text.place_names import PlaceHit
from ontology.places import place_words
from ontology.regions import Region, RegionTable

_LONGEST_NAME = 15  # characters of the longest official name, 双江拉祜族佤族布朗族傣族自治县
_LEVELS = ("province", "prefecture", "county")


def official_opening(name: str, table: RegionTable) -> tuple[Region, ...]:
    """The regions of any time whose official name, the longest that fits, ``name`` begins with and goes on behind."""
    sizes = range(min(len(name) - 1, _LONGEST_NAME), 1, -1)
    return next((found for size in sizes if (found := table.named(name[:size]))), ())


def opening_region(hits: Sequence[PlaceHit], start: int, folded: str, context: Context) -> Region | None:
    """The deepest region of the names from ``start`` of a text on, in ``context``; of a zone that around it.

    A functional area lies in the place that it begins with, be that only a county's short name: 昆山经济技术开发区.
    """
    chain = _chain(hits, start)
    if chain and chain[-1].name.kind == "zone":
        return chain[-1].name.regions[-1]
    deepest: Region | None = None
    resolved = dict(Resolver(context, folded, trusting=True).resolve(chain))
    for hit in chain:
        regions = resolved.get(hit) or _as_called(hit, context.year)
        if len(regions) == 1 and (deepest is None or within(regions[0], deepest, context.year)):
            deepest = regions[0]
    if chain and chain[-1].name.kind == "short" and (deepest is None or deepest.level == "province"):
        last = chain[-1]
        named = in_use(last.name.regions, context.year)
        county = len(named) == 1 and last.name.word not in place_words().ordinary
        if (
            county
            and (deepest is None or within(named[0], deepest, context.year))
            and opening_area(hits, start, folded)
        ):
            return named[0]
    return deepest


def _as_called(hit: PlaceHit, year: int | None) -> tuple[Region, ...]:
    """What the region was in ``year`` that a title calls by a name of another time: 清苑区 in a page on 2005."""
    if hit.name.kind != "full" or year is None or hit.name.word in place_words().generic:
        return ()
    return tuple({former for region in hit.name.regions if (former := as_of(region, year)).holds(year)})


def opening_area(hits: Sequence[PlaceHit], start: int, folded: str) -> tuple[int, int] | None:
    """Where the functional area stands that is named from ``start`` of a text on, without the regions before its place.

    It is one of the list (大鹏新区), or the last place named with what makes it an area (昆山|经济技术开发区).
    """
    chain = _chain(hits, start)
    if not chain:
        return None
    last = chain[-1]
    match = place_words().area.match(folded, last.end)
    if match:
        return last.start, match.end()
    return (last.start, last.end) if last.name.kind == "zone" else None


def possible_openings(hits: Sequence[PlaceHit], year: int | None) -> tuple[Region, ...]:
    """The deepest regions that the names from the first of ``hits`` on may mean, a higher level first: 吉林.

    Empty where two of one level remain, which is no knowledge.
    """
    chain = _chain(hits, hits[0].start) if hits else []
    found: tuple[Region, ...] = ()
    for hit in chain:
        named = in_use(hit.name.regions, year) or in_use(hit.name.regions, None)
        inner = tuple(r for r in named if not found or any(r != above and within(r, above, year) for above in found))
        if not inner:
            break
        found = inner
    levels = {region.level for region in found}
    return tuple(sorted(found, key=lambda r: _LEVELS.index(r.level))) if len(levels) == len(found) else ()


def _chain(hits: Sequence[PlaceHit], start: int) -> list[PlaceHit]:
    """The names of regions and zones that stand one after another from ``start`` on."""
    chain: list[PlaceHit] = []
    for hit in hits[bisect_left(hits, start, key=lambda hit: hit.start) :]:
        if hit.start != start or hit.name.kind not in ("full", "short", "zone"):
            break
        chain.append(hit)
        start = hit.end
    return chain
