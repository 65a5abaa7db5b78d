"""Bodies that the document's region sets up."""

from __future__ import annotations

import pytest

from tests.extractors.agencies.helpers import MIANYANG, names
from tests.extractors.support import AGENCIES, analysed


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("组建民营经济发展局，出台支持意见。", {"绵阳市民营经济发展局"}),
        ("成立了企业诉求受理中心。", {"绵阳市企业诉求受理中心"}),
        ("设立优化营商环境提升效能办公室。", {"绵阳市优化营商环境提升效能办公室"}),
        ("鼓励企业设立职业技能服务中心。", set()),
        ("拟组建民营经济发展局。", set()),
        ("设立便民服务中心30个。", set()),
        ("成立工作局。", set()),
    ],
)
def test_founded_here(sentence: str, found: set[str]) -> None:
    assert names(sentence, MIANYANG) == found


def test_a_law_founds_no_body_here() -> None:
    assert analysed("可以组建民营经济发展局。", *AGENCIES, region=MIANYANG, kind="law").agencies == []


def test_a_verb_over_and_over_is_read_in_the_time_of_its_length() -> None:
    """Where every run of verbs was tried to its end, these 10,000 characters took half a minute."""
    assert names(f"推进改革，{'成立' * 5000}。", MIANYANG) == set()
