"""Regions on the outlines of a reader's own file: which outline is whose, as paths on one grid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cypher.shown import shown
from kg.errors import InputError
from kg.pictures.outlines import Feature, Outlines, Ring
from kg.pictures.projection import Grid, path, place_of_name
from kg.pictures.words import Words
from ontology.regions import Region

MOST_LETTERS = 250_000
"""So long may all paths be together: a page holds them once a language and initiative."""
_GRIDS = (1600, 1000, 600)
"""Cells of the grid, the finest first; a map is drawn at most some 1,300 pixels wide."""
_NAMED, _LETTERS = 3, 20  # features that a refusal names, and of how many letters
_WITHOUT = 12  # regions that are named as without an outline


def map_model(outlines: Outlines, regions: Sequence[Region], whole: bool, what: str, words: Words) -> dict[str, Any]:
    """The map as data.

    Its grid has ``width`` and ``height``; ``paths`` and ``names`` are by the key of a region, ``grey`` is one path of
    all other outlines, ``notes`` say what is missing.

    Args:
        outlines: the file.
        regions: those of the picture.
        whole: whether all that the file holds is shown; else what lies round the regions is cut off.
        what: what the regions are, for a refusal.
        words: the language.

    Raises:
        InputError: no outline is one of a region, or all of them are too long for a page.
    """
    own, others = _matched(outlines.features, regions)
    if not own:
        told = ", ".join(
            shown((each.name or each.code or "without a name")[:_LETTERS]) for each in outlines.features[:_NAMED]
        )
        raise InputError(
            f"{shown(outlines.file)} has no outline of {what}: none of its {len(outlines.features):,} features "
            f"({told}) has its adcode, code or name"
        )
    framed = [ring for rings in own.values() for ring in rings]
    if whole:
        framed += [ring for feature in others for ring in feature.rings]
    for cells in _GRIDS:
        grid = Grid(framed, cells)
        placed = {key: [grid.ring(ring) for ring in rings] for key, rings in own.items()}
        beside = [[grid.ring(ring) for ring in feature.rings] for feature in others]
        near = [rings for rings in beside if _meets(rings, grid)]
        paths = {key: path(rings) for key, rings in placed.items()}
        grey = path(ring for rings in near for ring in rings)
        if sum(map(len, paths.values())) + len(grey) <= MOST_LETTERS:
            break
    else:
        raise InputError(f"{shown(outlines.file)} has too many outlines for a page; leave out what is not shown")
    return {
        "width": grid.width,
        "height": grid.height,
        "paths": paths,
        "names": {key: place_of_name(rings) for key, rings in placed.items()},
        "grey": grey,
        "notes": _notes(len(near), len(others) - len(near), [each for each in regions if each.key not in own], words),
    }


def _matched(
    features: Iterable[Feature], regions: Sequence[Region]
) -> tuple[dict[str, tuple[Ring, ...]], list[Feature]]:
    """The rings of each region that a feature is of, by its key, and the features of none of them.

    A name goes before a code, since what stands as ``id`` may count the features.
    """
    names = {name: region.key for region in regions for name in (region.short_name, region.name)}
    codes = {region.code: region.key for region in regions}
    own: dict[str, tuple[Ring, ...]] = {}
    others = []
    for feature in features:
        key = names.get(feature.name) or codes.get(feature.code)
        if key is None:
            others.append(feature)
        else:
            own[key] = own.get(key, ()) + feature.rings
    return own, others


def _meets(rings: Iterable[Sequence[tuple[int, int]]], grid: Grid) -> bool:
    """Whether the box round ``rings`` reaches into the picture."""
    points = [point for ring in rings for point in ring]
    across, down = [x for x, _ in points], [y for _, y in points]
    return max(across) >= 0 and min(across) <= grid.width and max(down) >= 0 and min(down) <= grid.height


def _notes(grey: int, outside: int, without: Sequence[Region], words: Words) -> list[str]:
    counts: Mapping[str, int] = {"map_grey": grey, "map_outside": outside}
    said = [words.say(name, n=count) for name, count in counts.items() if count]
    if without:
        told = words.joined(region.name for region in without[:_WITHOUT])
        more = len(without) - _WITHOUT
        said.append(words.say("map_without_more" if more > 0 else "map_without", n=len(without), names=told))
    return said
