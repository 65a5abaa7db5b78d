"""A GeoJSON of made-up outlines: blocks on a lattice that lie nowhere, with the codes and names of real regions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Block = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


def block(west: float, south: float, east: float, north: float) -> list[list[list[float]]]:
    """The coordinates of a polygon."""
    return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]


def feature(said: dict[str, Any], *blocks: Block, **more: Any) -> dict[str, Any]:
    """A feature of one block, or of several."""
    polygons = [block(*each) for each in blocks]
    geometry = {"type": "Polygon", "coordinates": polygons[0]} if len(polygons) == 1 else {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Feature", "properties": said, "geometry": geometry, **more}


def write_map(path: Path, *features: Any) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False), encoding="utf-8")
    return path


PROVINCES = (
    feature({"adcode": 510000, "name": "四川省"}, (100, 28, 105, 34), (99, 36, 99.0001, 36.0001)),
    feature({"name": "重庆"}, (105, 28, 110, 34)),
    feature({"adcode": "100000_JD", "name": ""}, (110, 20, 111, 22)),
)
"""Two provinces, one with an island that is less than a dot, and what belongs to none."""


def prefectures(file: Path) -> Path:
    """Two that lie below 四川省, one of another province beside them, one far away, and a point."""
    return write_map(
        file,
        feature({"code": "510900"}, (100, 30, 101, 31)),
        feature({"name": "绵阳市", "id": 7}, (101, 30, 102, 31)),
        feature({"name": "甲市"}, (101.5, 30, 103, 31)),
        feature({"name": "乙市"}, (120, 40, 121, 41)),
        {"type": "Feature", "properties": {"name": "点"}, "geometry": {"type": "Point", "coordinates": [100, 30]}},
    )
