"""The agency that speaks is found by its own words, and no other is. The sentences are of our own wording."""

from __future__ import annotations

from tests.extractors.agencies.helpers import FUCHENG, MIANYANG, names


def test_agency_own_and_party_group() -> None:
    text = "我局认真落实，经局党组研究，局党组书记带头。"
    assert names(text, FUCHENG, agency="涪城区行政审批局") == {"涪城区行政审批局", "涪城区行政审批局党组"}
    assert names("我局认真落实。", FUCHENG) == set()
    assert names("我局认真落实。", FUCHENG, agency="涪城区人民政府") == set()


def test_own_words_are_no_part_of_others() -> None:
    assert names("依据本办法，本办公室负责。", FUCHENG, agency="涪城区人民政府办公室") == {"涪城区人民政府办公室"}
    assert names("制定本办法。", FUCHENG, agency="涪城区人民政府办公室") == set()


def test_the_own_agency_by_its_full_name() -> None:
    text = "绵阳市大数据发展管理局总结工作。市大数据局推进改革，市数据局配合。"
    found = names(text, MIANYANG, agency="绵阳市大数据发展管理局")
    assert found == {"绵阳市大数据发展管理局", "绵阳市数据局"}
    assert "绵阳市大数据局" in names(text, MIANYANG, agency="绵阳市财政局")
