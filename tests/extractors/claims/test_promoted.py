"""That a practice is spread: as the events tell it, of initiatives of the reference list alone. Our own wording."""

from __future__ import annotations

import pytest

from tests.extractors.claims.helpers import CHUANSHAN, SUINING, claims, widened


def promoted(text: str, region: str = SUINING) -> list[tuple[str, str | None, str | None]]:
    return widened(text, "promoted", region)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("容缺受理经验在全省推广。", "province"),
        ("容缺受理做法获全国推广。", "country"),
        ("容缺受理改革经验被国务院办公厅通报推广。", "country"),
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
        "全面推广容缺受理。",
        "“川江快递码”经验在全省推广。",  # a name of its own
    ],
)
def test_no_claim(text: str) -> None:
    assert promoted(text) == []


def test_it_is_of_the_place_named_before_it_and_of_its_year() -> None:
    text = "2018年5月，船山区容缺受理经验在全市推广。"
    assert promoted(text) == [(CHUANSHAN, "容缺受理", "prefecture")]
    assert [(c.year, c.date) for c in claims(text)] == [(2018, "2018-05")]
