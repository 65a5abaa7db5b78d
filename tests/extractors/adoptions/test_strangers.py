"""Whose deed is not the document's region's though no region of the table is named. All of our own wording."""

from __future__ import annotations

import pytest

from tests.extractors.support import analysed

LIWAN, BAODING = "440103", "130600"


def adopters(text: str, region: str) -> set[str | None]:
    layers = ("absolute_dates", "dates", "regions", "initiatives", "adoptions")
    return {a.region for a in analysed(text, *layers, region=region, year=2019).adoptions if a.area is None}


def areas(text: str, region: str, year: int = 2019) -> set[tuple[str | None, str | None]]:
    layers = ("absolute_dates", "dates", "regions", "named_agencies", "agencies", "initiatives", "adoptions")
    return {(a.region, a.area) for a in analysed(text, *layers, region=region, year=year).adoptions}


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
        ("学习雄安新区经验，推行容缺受理。", LIWAN),
        ("美国旧金山客商点赞，推行容缺受理。", LIWAN),
        ("指导蒲公英村窗口推行容缺受理。", LIWAN),
    ],
)
def test_nobody_else_acts(text: str, region: str) -> None:
    assert adopters(text, region) == {region}


@pytest.mark.parametrize(
    ("text", "region", "area"),
    [
        ("雄安新区推行容缺受理。", BAODING, ("130000", "雄安新区")),
        ("雄安新区推行容缺受理。", LIWAN, ("130000", "雄安新区")),
        ("新疆生产建设兵团第八师推行容缺受理。", LIWAN, ("650000", "新疆生产建设兵团第八师")),
        ("2018年，大鹏新区管委会率先推行容缺受理。", "440300", ("440300", "大鹏新区")),
        ("全年，昆山经济技术开发区党工委探索容缺受理。", "320500", ("320583", "昆山经济技术开发区")),
        ("前海深港现代服务业合作区先行推行容缺受理。", "440300", ("440305", "前海深港现代服务业合作区")),
        ("兵团推行容缺受理。", "650000", ("650000", "兵团")),
    ],
)
def test_a_functional_area_acts_and_not_its_city(text: str, region: str, area: tuple[str, str]) -> None:
    assert areas(text, region) == {area}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("支持大鹏新区推行容缺受理。", "440300"),
        ("大鹏新区率先试水，我市全面推行容缺受理。", "440300"),
        ("在昆山经济技术开发区召开现场会，推行容缺受理。", "320500"),
        ("兵团推行容缺受理。", LIWAN),
    ],
)
def test_an_area_that_is_only_named_does_nothing(text: str, region: str) -> None:
    assert areas(text, region) == {(region, None)}


def test_what_has_become_a_region_is_an_area_no_more() -> None:
    assert areas("两江新区推行容缺受理。", "500000", 2024) == {("500000", "两江新区")}
    assert areas("两江新区推行容缺受理。", "500000", 2026) == {("500157", None)}


@pytest.mark.parametrize(
    "text", ["2018年，省市场监督管理局推行容缺受理。", "四川省人民政府办公厅推行容缺受理。", "2018年，省发展改革委探索容缺受理。"]
)
def test_a_body_of_the_province_acts_for_the_province(text: str) -> None:
    assert areas(text, "510900") == {("510000", None)}


@pytest.mark.parametrize(
    ("text", "region", "year"), [("渝北区推行容缺受理。", "500000", 2026), ("江北区推行容缺受理。", "500000", 2026), ("射洪县推行容缺受理。", "510900", 2022)]
)
def test_a_region_that_was_is_nobody_in_the_year(text: str, region: str, year: int) -> None:
    assert areas(text, region, year) == set()


def test_a_place_is_the_first_of_all() -> None:
    text = "2017年，射洪县在全市率先推行容缺受理。2018年，大英县在全省范围内先行推行容缺受理。"
    assert adopters(text, "510900") == {"510922", "510923"}
