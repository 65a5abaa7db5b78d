"""The tile map: a tile for each province, or for each region right below the one asked for, by its first adoption."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from kg.errors import SelectionError
from kg.pictures.mapped import map_model
from kg.pictures.outlines import Outlines
from kg.pictures.scope import top_regions
from kg.pictures.words import Words
from kg.tracing.background import Superiors
from kg.tracing.record import Row
from kg.tracing.words import EXACT
from ontology.loading import parse_yaml
from ontology.regions import Region, region_table

CLASSES = 5
"""Classes of years at most."""
FRAMES = 4
"""Years that stand side by side."""
_LETTERS = 3  # of a region's short name on its tile
_ROUND = 9 / 7  # columns to rows of the map of provinces, which others take over


class NoMapError(SelectionError):
    """Outlines that there is no map for."""


def tile_model(
    rows: Sequence[Row],
    years: Sequence[int],
    shown: Collection[str] | None,
    superiors: Superiors,
    words: Words,
    outlines: Outlines | None = None,
) -> dict[str, Any] | None:
    """The picture as data; None where there is no map for what is shown.

    Args:
        rows: the regions in the order of the page.
        years: those of the axis.
        shown: keys of the regions asked for; None for all, who are the provinces.
        superiors: what lies above what.
        words: the language.
        outlines: those of a file, which are drawn in place of tiles.

    Raises:
        NoMapError: there is a file, but no map for what is shown.
        InputError: the file has no outline of any of the regions.
    """
    top = _top(shown, superiors)
    anywhere = bool(years) and (shown is None or top is not None)
    regions = (_below(top, years[-1]) if top else _provinces(years[-1])) if anywhere else []
    if not regions:
        if outlines and rows:
            raise NoMapError("--outlines are for all provinces, or what is right below one --region; neither is shown")
        return None
    by_key = {row.region.key: (place, row) for place, row in enumerate(rows)}
    columns = max(column for _, (column, _), _ in regions) + 1
    tiles = [_tile(region, spot, letters, by_key.get(region.key)) for region, spot, letters in regions]
    told = sorted(tile["year"] for tile in tiles if "year" in tile)
    mapped = _mapped(outlines, [region for region, *_ in regions], top, tiles, words) if outlines else {}
    return {
        "tiles": tiles,
        "columns": columns,
        "rows": max(spot[1] for _, spot, _ in regions) + 1,
        "classes": year_classes(told),
        "frames": frame_years(told, years),
        "counts": {year: _counts(tiles, year) for year in years},
        "finding": _finding(tiles, years[-1], top, words),
        "measure": words.say("tiles_measure" if top is None else "tiles_measure_below", n=len(tiles)),
        "notes": [words.say("tiles_placed" if top is None else "tiles_in_order")],
    } | mapped


def _mapped(
    outlines: Outlines, regions: Sequence[Region], top: Region | None, tiles: list[dict[str, Any]], words: Words
) -> dict[str, Any]:
    """What a map says in place of tiles; each of ``tiles`` gets its path and where its name stands."""
    what = "a province" if top is None else f"what lies right below {top.name}"
    made = map_model(outlines, regions, top is None, what, words)
    for region, tile in zip(regions, tiles, strict=True):
        if region.key in made["paths"]:
            tile |= {"path": made["paths"][region.key], "at": made["names"][region.key]}
    return {
        "map": {name: made[name] for name in ("width", "height", "grey")},
        "measure": words.say("map_measure", n=len(tiles), file=outlines.file),
        "notes": [*([words.say("tiles_placed")] if top is None else []), *made["notes"]],
    }


def _tile(region: Region, spot: tuple[int, int], letters: str, found: tuple[int, Row] | None) -> dict[str, Any]:
    tile: dict[str, Any] = {"name": region.name, "letters": letters, "column": spot[0], "row": spot[1]}
    if found is None:
        return tile
    place, row = found
    tile["region"] = place
    if row.observed:
        tile["observed"] = row.observed[0]
    if row.hi is not None:
        tile |= {"year": row.hi, "bounded": row.bound != EXACT}
    if rule := row.stages.get("laid_down"):
        tile["rule"] = {"year": rule.year, "date": rule.date}
    return tile


def _counts(tiles: Sequence[Mapping[str, Any]], year: int) -> list[int]:
    """How many state it by ``year``, have a report by then, are there; how many of the first have none."""
    stated = [tile for tile in tiles if tile.get("year", 9999) <= year]
    observed = sum(1 for tile in tiles if tile.get("observed", 9999) <= year)
    return [len(stated), observed, len(tiles), sum(1 for tile in stated if tile.get("observed", 9999) > year)]


def year_classes(years: Sequence[int]) -> list[list[int]]:
    """At most :data:`CLASSES` spans of years, first and last, which hold about as many regions each.

    >>> year_classes([2016, 2017, 2017])
    [[2016, 2016], [2017, 2017]]
    """
    spans = [[year, year] for year in sorted(set(years))]
    while len(spans) > CLASSES:
        held = [sum(1 for year in years if first <= year <= last) for first, last in spans]
        at = min(range(len(spans) - 1), key=lambda place: held[place] + held[place + 1])
        spans[at : at + 2] = [[spans[at][0], spans[at + 1][1]]]
    return spans


def frame_years(told: Sequence[int], years: Sequence[int]) -> list[int]:
    """The years of the frames: the last, the first with an adoption, those by which a third and two thirds have it."""
    if not told:
        return [years[-1]]
    wanted = {told[0], years[-1]} | {told[(len(told) * part) // (FRAMES - 1)] for part in range(1, FRAMES - 1)}
    for year in sorted(set(told), reverse=True):
        if len(wanted) >= FRAMES:
            break
        wanted.add(year)
    return sorted(year for year in wanted if year in years)


def _finding(tiles: Sequence[Mapping[str, Any]], last: int, top: Region | None, words: Words) -> str:
    stated, observed, all_, alone = _counts(tiles, last)
    where = top.name if top else words.say("tiles_country")
    if observed == all_:
        return words.say("tiles_finding_all", where=where, n=stated, of=all_, year=last)
    return words.say("tiles_finding", where=where, n=stated - alone, observed=observed, of=all_, year=last)


def _top(shown: Collection[str] | None, superiors: Superiors) -> Region | None:
    """The one region that all of ``shown`` belong to."""
    tops = top_regions(shown, superiors)
    if len(tops) != 1:
        return None
    return next((region for region in region_table() if region.key == tops[0]), None)


def _provinces(year: int) -> list[tuple[Region, tuple[int, int], str]]:
    table, found = region_table(), []
    for code, tile in province_tiles().items():
        region = table.at(code, year, grace=99)
        if region:
            found.append((region, (tile["column"], tile["row"]), tile["letters"]))
    return found


def _below(top: Region, year: int) -> list[tuple[Region, tuple[int, int], str]]:
    """The regions right below ``top`` in ``year``, in rows by code: what lies where is not known here."""
    table = region_table()
    under = [region for region in table if region.holds(year) and (table.parent(region, year) or region).key == top.key]
    under = sorted((region for region in under if region.key != top.key), key=lambda region: region.key)
    columns = max(1, math.ceil(math.sqrt(len(under) * _ROUND)))
    return [(region, (at % columns, at // columns), region.short_name[:_LETTERS]) for at, region in enumerate(under)]


@cache
def province_tiles() -> dict[str, dict[str, Any]]:
    """By the code of each province the column and row of its tile from the top left, and the letters on it."""
    found: dict[str, dict[str, Any]] = parse_yaml(files(__package__).joinpath("tiles.yaml").read_text("utf-8"))
    return found
