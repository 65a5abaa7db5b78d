"""That what a region does is spread by those above it; what it spreads itself is not. All of our own wording."""

from __future__ import annotations

import pytest

from tests.extractors.claims.helpers import CHUANSHAN, SUINING, widened


def promoted(text: str, region: str = SUINING) -> list[tuple[str, str | None, str | None]]:
    return widened(text, "promoted", region)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("容缺受理经验在全省推广。", "province"),
        ("容缺受理做法获全国推广。", "country"),
        ("容缺受理改革被国务院办公厅发文推广。", "country"),
        ("容缺受理做法向全国复制推广。", "country"),
        ("容缺受理做法获四川省人民政府批示推广。", "province"),
        ("容缺受理经验全省推介。", "province"),
    ],
)
def test_behind_its_object_with_a_region_or_a_giver(text: str, scope: str) -> None:
    assert promoted(text) == [(SUINING, "容缺受理", scope)]


@pytest.mark.parametrize(
    "text",
    [
        "在全省推广容缺受理。",
        "容缺受理经验在全市推广。",
        "形成可在全省复制推广的容缺受理经验。",
        "容缺受理经验可全省推广。",
        "全面推广容缺受理。",
        "落实容缺受理全省推广应用工作。",
        "服务做法纳入全国容缺受理典型案例在全国推广。",
        "二、2019年工作安排\n容缺受理经验在全省推广。\n",
    ],
)
def test_no_claim(text: str) -> None:
    assert promoted(text) == []


def test_it_is_of_the_place_named_before_it() -> None:
    assert promoted("船山区容缺受理经验在全市推广。") == [(CHUANSHAN, "容缺受理", "prefecture")]
