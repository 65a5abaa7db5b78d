"""Outlines of regions out of a reader's own GeoJSON (RFC 7946): what each feature says it is, its rings in degrees."""

from __future__ import annotations

import json
import math
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cypher.shown import shown
from kg.errors import InputError

MOST_BYTES = 60_000_000
"""A larger file is refused; all counties of the country with their every bend are about half of it."""

_CODES = ("adcode", "code", "gb", "区划码", "区划代码", "行政区划代码", "id")
_NAMES = ("name", "NAME", "fullname", "名称", "地名", "xzqmc")
_CHINA = "156"  # what some codes begin with: the country's number of ISO 3166
_CODE = 6  # digits

Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees, the first not said again at the end."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of the file.

    Attributes:
        code: the administrative code that it says, six digits; empty without one.
        name: the name that it says; empty without one.
        rings: those of its polygons, outer and inner ones alike.
    """

    code: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a file holds.

    Attributes:
        file: its name.
        features: those that are polygons, in its order.
    """

    file: str
    features: tuple[Feature, ...]


def read_outlines(path: Path) -> Outlines:
    """The features of the GeoJSON at ``path``.

    Raises:
        InputError: it cannot be read, is too large, is no GeoJSON, holds no polygon or one that is not in degrees.
    """
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):  # a pipe or a device may never end
            raise InputError(f"{path} is no file")
        if told.st_size > MOST_BYTES:
            raise InputError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB; simplify its outlines first")
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no GeoJSON: it is not JSON in UTF-8") from error
    features = data.get("features") if isinstance(data, dict) and data.get("type") == "FeatureCollection" else None
    if not isinstance(features, list):
        raise InputError(f"{path} is no GeoJSON with features: a FeatureCollection is needed")
    found = tuple(_feature(path, place, each) for place, each in enumerate(features, 1))
    drawn = tuple(feature for feature in found if feature.rings)
    if not drawn:
        raise InputError(f"{path} holds no polygon")
    return Outlines(path.name, drawn)


def _feature(path: Path, place: int, feature: Any) -> Feature:
    if not isinstance(feature, dict):
        raise InputError(f"{path} is no GeoJSON: its feature {place} is none")
    said = feature.get("properties")
    said = {"id": feature.get("id"), **(said if isinstance(said, dict) else {})}
    try:
        rings = tuple(_rings(feature.get("geometry")))
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        name = shown(_name(said)[:20]) or "without a name"
        raise InputError(f"{path}: feature {place} ({name}) has no longitudes and latitudes in degrees") from error
    return Feature(_code(said), _name(said), rings)


def _code(said: Mapping[str, Any]) -> str:
    """The first property that is a code: six digits, or as a text two or four of which the rest is zeros."""
    for name in _CODES:
        told = said.get(name)
        digits = str(told or "").strip()
        if digits.isascii() and digits.isdigit():
            digits = digits.removeprefix(_CHINA) if len(digits) == len(_CHINA) + _CODE else digits
            if len(digits) == _CODE or (isinstance(told, str) and len(digits) in (2, 4)):  # 11 may be the eleventh
                return digits.ljust(_CODE, "0")
    return ""


def _name(said: Mapping[str, Any]) -> str:
    return next((name.strip() for key in _NAMES if isinstance(name := said.get(key), str) and name.strip()), "")


def _rings(geometry: Any) -> Iterator[Ring]:
    """Those of a Polygon, a MultiPolygon or a collection of such; nothing of points and lines."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection":
        for each in geometry["geometries"] if isinstance(geometry.get("geometries"), list) else ():
            yield from _rings(each)
    if kind not in ("Polygon", "MultiPolygon"):
        return
    coordinates = geometry.get("coordinates") or ()
    for polygon in [coordinates] if kind == "Polygon" else coordinates:
        for ring in polygon:
            points = tuple(_point(*each[:2]) for each in ring)
            if points:
                yield points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def _point(longitude: Any, latitude: Any) -> tuple[float, float]:
    if isinstance(longitude, bool | str) or isinstance(latitude, bool | str):
        raise TypeError("no number")
    x, y = float(longitude), float(latitude)
    if not (math.isfinite(x) and math.isfinite(y) and abs(x) <= 360 and abs(y) <= 90):
        raise ValueError("no degrees")
    return x, y
