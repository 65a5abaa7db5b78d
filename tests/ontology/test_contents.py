"""What a data file holds: the same however it is written, another when anything in it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.contents import contents

YAML = "levels: {country: 全国}\nlabels:\n  Region: {zh: 地区, key: 'region/.+'}\n  Year: {zh: 年份, asks: a year}\n"
CSV = "代码,名称\n510922,射洪县\n510981,射洪市\n"


def of(folder: Path, name: str, data: str | bytes, without: frozenset[str] = frozenset()) -> bytes:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return contents(path, without)


@pytest.mark.parametrize(
    ("name", "data", "written"),
    [
        ("a.yaml", YAML, "# Levels first.\n" + YAML),
        ("a.yaml", YAML, YAML.replace("{country: 全国}", "\n    country: '全国'   # the whole")),
        ("a.yaml", YAML, YAML.replace("\n", "\r\n")),
        ("a.csv", CSV, CSV.replace("射洪县", '"射洪县"')),
        ("a.csv", CSV, b"\xef\xbb\xbf" + CSV.replace("\n", "\r\n").encode()),
        ("a.txt", "蒙古族 回族\n", "蒙古族\r\n回族"),
    ],
)
def test_the_writing_does_not_count(tmp_path: Path, name: str, data: str, written: str | bytes) -> None:
    assert of(tmp_path, name, data) == of(tmp_path, name, written)


@pytest.mark.parametrize(
    ("name", "data", "other"),
    [
        ("a.yaml", YAML, YAML.replace("全国", "国家")),
        ("a.yaml", YAML, YAML.replace("asks: a year", "asks: 2018")),
        ("a.yaml", YAML, YAML.replace("地区", "区域")),
        ("a.csv", CSV, CSV.replace("510981", "510982")),
        ("a.txt", "蒙古族 回族", "蒙古族 藏族"),
    ],
)
def test_what_is_held_counts(tmp_path: Path, name: str, data: str, other: str) -> None:
    assert of(tmp_path, name, data) != of(tmp_path, name, other)


def test_keys_are_passed_over_at_any_depth(tmp_path: Path) -> None:
    other = YAML.replace("地区", "区域").replace("zh: 年份, ", "")
    assert of(tmp_path, "a.yaml", YAML, frozenset({"zh"})) == of(tmp_path, "a.yaml", other, frozenset({"zh"}))


def test_order_counts_because_patterns_are_tried_in_order(tmp_path: Path) -> None:
    assert of(tmp_path, "a.yaml", "{a: 1, b: 2}") != of(tmp_path, "a.yaml", "{b: 2, a: 1}")
