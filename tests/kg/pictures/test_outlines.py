"""A reader's own GeoJSON: what is read of it, and what is refused, each in one sentence."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.pictures.outlines import read_outlines
from tests.kg.pictures.made_up_map import PROVINCES, block, feature, write_map

SQUARE = (100, 30, 101, 31)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"adcode": 510900}, "510900"), ({"adcode": "510900"}, "510900"), ({"code": 510900}, "510900"), ({"gb": "156510900"}, "510900"),
        ({"id": "51"}, "510000"), ({"id": "5109"}, "510900"), ({"id": 51}, ""), ({"adcode": "100000_JD"}, ""), ({}, ""),
        ({"adcode": None, "code": "510900"}, "510900"), ({"adcode": ["510900"]}, ""), ({"adcode": "５１０９００"}, ""),
    ],
)  # fmt: skip
def test_codes_are_read_as_public_files_have_them(tmp_path: Path, said: dict[str, Any], code: str) -> None:
    (found,) = read_outlines(write_map(tmp_path / "a.json", feature(said, SQUARE))).features
    assert (found.code, found.name) == (code, "")


def test_the_id_of_a_feature_counts_where_its_properties_have_no_code(tmp_path: Path) -> None:
    (found,) = read_outlines(write_map(tmp_path / "a.json", feature({"name": "四川"}, SQUARE, id="510000"))).features
    assert (found.code, found.name) == ("510000", "四川")


def test_rings_of_polygons_and_of_collections_of_them_are_read_and_points_passed_over(tmp_path: Path) -> None:
    collection = {"type": "GeometryCollection", "geometries": [{"type": "Polygon", "coordinates": block(*SQUARE)}, {"type": "Point", "coordinates": [1, 2]}]}
    point = {"type": "Feature", "properties": None, "geometry": {"type": "Point", "coordinates": [1, 2]}}
    nothing = {"type": "Feature", "properties": {}, "geometry": None}
    found = read_outlines(write_map(tmp_path / "a.json", *PROVINCES, point, nothing, {"type": "Feature", "geometry": collection}))
    assert [len(each.rings) for each in found.features] == [2, 1, 1, 1]
    assert found.features[-1].rings[0] == ((100.0, 30.0), (101.0, 30.0), (101.0, 31.0), (100.0, 31.0))
    assert found.file == "a.json"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "is no GeoJSON: it is not JSON in UTF-8"), ("[" * 100_000, "is no GeoJSON: it is not JSON in UTF-8"), ("[]", "a FeatureCollection is needed"),
        ('{"type": "Topology"}', "a FeatureCollection is needed"), ('{"type": "FeatureCollection", "features": 3}', "a FeatureCollection is needed"),
        ('{"type": "FeatureCollection", "features": []}', "holds no polygon"), ('{"type": "FeatureCollection", "features": [1]}', "its feature 1 is none"),
    ],
)  # fmt: skip
def test_what_is_no_geojson_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=reason):
        read_outlines(path)


@pytest.mark.parametrize(
    "coordinates",
    [[[[500000, 3300000], [1, 2], [3, 4]]], [[[1, "2"]]], [[[1]]], [[["1", 2]]], [[3]], 3, [[[True, 2]]], [[[1, float("nan")]]], [[[1, 10**400]]],
     [[{"x": 1}]], [[None]]],
)  # fmt: skip
def test_what_is_no_degrees_is_refused_by_the_feature(tmp_path: Path, coordinates: Any) -> None:
    wrong = {"type": "Feature", "properties": {"name": "甲\x1b[2J"}, "geometry": {"type": "Polygon", "coordinates": coordinates}}
    with pytest.raises(InputError, match=r"feature 2 \(甲\\x1b\[2J\) has no longitudes and latitudes in degrees") as refused:
        read_outlines(write_map(tmp_path / "a.json", PROVINCES[0], wrong))
    assert "\x1b" not in str(refused.value)


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_outlines(tmp_path / "none.json")
    os.mkfifo(tmp_path / "pipe")
    for endless in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(InputError, match=f"{endless} is no file"):
            read_outlines(endless)
    monkeypatch.setattr("kg.pictures.outlines.MOST_BYTES", 100)
    with pytest.raises(InputError, match="is larger than"):
        read_outlines(write_map(tmp_path / "a.json", *PROVINCES))


def test_other_encodings_of_json_are_read_and_what_is_none_is_refused(tmp_path: Path) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": PROVINCES}, ensure_ascii=False)
    (tmp_path / "a.json").write_text(text, encoding="utf-8-sig")
    assert len(read_outlines(tmp_path / "a.json").features) == 3
    (tmp_path / "b.json").write_text(text, encoding="gb18030")
    with pytest.raises(InputError, match="not JSON in UTF-8"):
        read_outlines(tmp_path / "b.json")
