"""Whose deed is not the document's region's though no region of the table is named. All of our own wording."""

from __future__ import annotations

import pytest

from tests.extractors.support import analysed

LIWAN, BAODING = "440103", "130600"


def adopters(text: str, region: str) -> set[str | None]:
    layers = ("absolute_dates", "dates", "regions", "initiatives", "adoptions")
    return {a.region for a in analysed(text, *layers, region=region, year=2019).adoptions}


@pytest.mark.parametrize(
    "text",
    [
        "雄安新区推行容缺受理。",
        "2019年3月，兰州新区率先推行容缺受理。",
        "美国旧金山推行容缺受理。",
        "新加坡率先实施容缺受理。",
        "2018年，蒲公英村探索容缺受理。",
    ],
)
def test_a_stranger_acts(text: str) -> None:
    assert adopters(text, LIWAN) == set()


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("雄安新区推行容缺受理。", BAODING),
        ("学习雄安新区经验，推行容缺受理。", LIWAN),
        ("美国旧金山客商点赞，推行容缺受理。", LIWAN),
        ("指导蒲公英村窗口推行容缺受理。", LIWAN),
    ],
)
def test_nobody_else_acts(text: str, region: str) -> None:
    assert adopters(text, region) == {region}


def test_a_place_is_the_first_of_all() -> None:
    text = "2017年，射洪县在全市率先推行容缺受理。2018年，大英县在全省范围内先行推行容缺受理。"
    assert adopters(text, "510900") == {"510922", "510923"}
