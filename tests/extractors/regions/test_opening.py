"""The region that opens a name, one that is known to be a name and one that stands in a text."""

from __future__ import annotations

import pytest

from extractors.regions.context import context_of
from extractors.regions.opening import official_opening, opening_region, possible_openings
from extractors.text.place_names import PlaceHit, find_places, find_short_counties, merge_places
from ontology.regions import region_table


def hits(text: str) -> list[PlaceHit]:
    return merge_places(find_places(text), find_short_counties(text), lambda _: False)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("绵阳市司法局", ["510700"]),
        ("绵阳市涪城区司法局", ["510700"]),
        ("城区行政审批局", ["140502"]),
        ("绵阳市", []),
        ("绵阳司法局", []),
        ("司法局", []),
    ],
)
def test_an_official_name_opens_a_name(name: str, codes: list[str]) -> None:
    found = {region.code for region in official_opening(name, region_table())}
    assert set(codes) <= found and bool(found) == bool(codes)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("四川省绵阳市涪城区推进改革", "510703"),
        ("四川绵阳推进改革", "510700"),
        ("绵阳与德阳推进改革", "510700"),
        ("成都天府新区推进改革", "510100"),
        ("推进绵阳改革", None),
        ("城区推进改革", None),
    ],
)
def test_the_deepest_of_the_names_that_open_a_text(text: str, code: str | None) -> None:
    found = opening_region(hits(text), 0, text, context_of(None, 2022))
    assert (found.code if found else None) == code


def test_without_a_context_all_that_a_name_may_mean_remains() -> None:
    assert [region.code for region in possible_openings(hits("吉林"), 2020)] == ["220000", "220200"]
    assert [region.code for region in possible_openings(hits("吉林船营区"), 2020)] == ["220204"]
    assert possible_openings(hits("朝阳区"), 2020) == ()  # of 北京市 or of 长春市
    assert possible_openings([], 2020) == ()


def test_a_title_may_call_a_region_by_a_name_of_another_time() -> None:
    text = "保定清苑区工作报告"
    found = opening_region(hits(text), 0, text, context_of(None, 2004))
    assert found is not None
    assert (found.code, found.name) == ("130622", "清苑县")


def test_a_name_that_only_describes_is_nobodys_former_name() -> None:
    assert opening_region(hits("新区推进改革"), 0, "新区推进改革", context_of(None, 2015)) is None


def test_a_county_behind_the_county_that_its_province_tears_up() -> None:
    """江安 is a county as well, but its first character is 浙江's."""
    assert [hit.name.word for hit in hits("浙江安吉")] == ["浙江", "安吉"]
    assert [hit.name.word for hit in hits("健康马鞍山")] == ["马鞍山"]
