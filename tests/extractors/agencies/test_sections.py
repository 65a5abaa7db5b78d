"""The inner bodies of the agency that speaks."""

from __future__ import annotations

import pytest

from tests.extractors.agencies.helpers import MIANYANG, names

BUREAU = "绵阳市司法局"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("由局办公室牵头，局法治调研科负责。", {f"{BUREAU}办公室", f"{BUREAU}法治调研科"}),
        ("我局政策法规科审核。", {BUREAU}),
        ("我局政策法规科负责审核。", {BUREAU, f"{BUREAU}政策法规科"}),
        ("局机关各科室、局属单位配合，局长办公会研究。", set()),
        ("委办公室印发。", set()),
        ("作为局党组理论学习中心组学习内容，纳入局党组议事日程。", {f"{BUREAU}党组"}),
        ("公安局党组研究。", set()),
    ],
)
def test_agency_section(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG, agency=BUREAU) - {"绵阳市公安局", "绵阳市公安局党组"} == found
