"""The lists of places.yaml and kinds.yaml are sound."""

from __future__ import annotations

from typing import get_args

import pytest

from ontology.kinds import Kind, kind_cues
from ontology.places import place_words
from ontology.regions import region_table


def test_blocs_name_several_regions_that_the_table_knows() -> None:
    for word, codes in place_words().blocs.items():
        assert len(set(codes)) == len(codes) >= 2, word
        assert all(region_table().by_code(code) for code in codes), word


def test_ordinary_words_are_short_names_and_generic_ones_official_names() -> None:
    short = {region.short_name for region in region_table()}
    assert sorted(place_words().ordinary - short) == []
    assert sorted(name for name in place_words().generic if not region_table().named(name)) == []


def test_words_that_mean_no_region_hold_a_name_of_one() -> None:
    names = {region.short_name for region in region_table()} | {region.name for region in region_table()} | {"本市"}
    pointless = [word for word in place_words().words if not any(name in word for name in names)]
    assert sorted(pointless) == []


@pytest.mark.parametrize(
    ("title", "ending", "kind"),
    [
        ("四川省政务数据管理办法（试行）", "办法", "measures"),
        ("四川省人民政府关于加强监管的指导意见", "指导意见", "opinion"),
        ("《四川省电梯安全管理办法（修订）》（川府令76号）", "办法", "measures"),
        ("四川省民法典宣传活动", None, None),
    ],
)
def test_endings(title: str, ending: str | None, kind: str | None) -> None:
    cues = kind_cues()
    assert cues.ending(title) == ending
    assert ending is None or (cues.of_ending(ending) == kind and kind in get_args(Kind))
