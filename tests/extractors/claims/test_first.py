"""Who says to be the first, within which region: a claim, of our own wording, and no rank, batch or score."""

from __future__ import annotations

import pytest

from tests.extractors.claims.helpers import CHUANSHAN, SICHUAN, SUINING, claims, widened


def first(text: str, region: str | None = SUINING) -> list[tuple[str, str | None, str | None]]:
    return widened(text, "first", region)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("在全省率先推行容缺受理。", "province"),
        ("率先在全国推行容缺受理。", "country"),
        ("全国首创容缺受理。", "country"),
        ("设立四川首个容缺受理窗口。", "province"),
        ("在全省各市州中率先推行容缺受理。", "province"),
        ("设立国内第一个容缺受理窗口。", "country"),
        ("容缺受理改革在全省率先落地。", "province"),
        ("在西部地区率先推行容缺受理。", None),
        ("首创容缺受理，减少跑动。", None),
    ],
)
def test_the_scope_is_the_region_beside_the_claim(text: str, scope: str | None) -> None:
    assert first(text) == [(SUINING, "容缺受理", scope)]


@pytest.mark.parametrize(
    "text",
    [
        "率先推行容缺受理。",  # early, within nothing
        "入选全省首批容缺受理试点。",
        "容缺受理办件量居全省第一。",
        "容缺受理满意度首次进入全国前十。",
        "容缺受理满意度首次位居全省首位。",
        "在全省率先建成高速公路，推行容缺受理。",
        "在全市率先推行容缺受理。",  # within itself
        "开展容缺受理首创性改革。",
        "在全省率先推行“川江快递码”改革。",  # a name of its own
    ],
)
def test_no_claim(text: str) -> None:
    assert first(text) == []


def test_an_aim_is_no_claim() -> None:
    assert first("二、2019年工作安排\n在全省率先推行容缺受理。\n") == []
    assert first("二、2019年工作安排\n在全省率先开展容缺受理试点。\n") == []
    assert first("我市将在全省率先推行容缺受理。") == []


def test_a_verb_governs_a_list_and_a_thing_its_own_item() -> None:
    assert first("在全省率先推行容缺受理、告知承诺制。") == [
        (SUINING, "告知承诺制", "province"),
        (SUINING, "容缺受理", "province"),
    ]
    assert first("出台全省首个车位管理办法、容缺受理清单。") == []


def test_a_field_of_another_and_a_place_s_own_are_not_what_is_new() -> None:
    assert first("在全省首创公共资源交易“一照通办”。") == [(SUINING, "一照通行", "province")]
    assert first("在全省首创“容缺受理”“一照通办”改革。") == [
        (SUINING, "一照通行", "province"),
        (SUINING, "容缺受理", "province"),
    ]
    assert first("首创“遂宁信易贷”平台。") == []
    assert first("在全省首创“信易贷”平台。") == [(SUINING, "信易贷", "province")]


def test_a_county_is_the_first_of_the_city_that_tells_it() -> None:
    assert first("船山区在全市率先推行容缺受理。") == [(CHUANSHAN, "容缺受理", "prefecture")]
    assert first("在全市率先推行容缺受理。", region=CHUANSHAN) == [(CHUANSHAN, "容缺受理", "prefecture")]
    assert first("在全省率先推行容缺受理。", region=SICHUAN) == []


def test_a_claim_is_told_once_with_its_clause() -> None:
    (claim,) = claims("在全省率先推行容缺受理、扩大容缺受理范围，减少跑动。")
    assert (claim.kind, claim.year, claim.planned) == ("first", 2018, None)
