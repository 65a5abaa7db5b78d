"""What a judge hears of a figure: each feature on a small text, and not on its twin."""

from __future__ import annotations

import pytest

from extractors.measurements.extract import sentences_with_figures
from extractors.measurements.features import Hearing
from extractors.measurements.figures import initiatives_of
from tests.extractors.measurements.helpers import named
from tests.extractors.support import analysed


def heard(text: str, *forms: str, kind: str = "report") -> frozenset[str]:
    analysis = analysed(text, kind=kind)
    analysis.initiatives = named(text, *forms)
    (figure,) = [f for figures in sentences_with_figures(analysis, initiatives_of(analysis)) for f in figures]
    return Hearing(analysis).features(figure)


@pytest.mark.parametrize(
    ("feature", "text", "twin"),
    [
        ("near: service", "进驻窗口30个", "新建厂房30个"),
        ("near: money", "完成投资30亿元", "办结事项30项"),
        ("near: 0 words of government", "新建厂房30个", "进驻窗口30个"),
        ("phrase: 0 words of government but of either", "涉及部门30个", "新建厂房30个"),
        ("sentence: 3 words of government", "深化改革，办结政务服务事项30项", "办结30项"),
        ("unit term", "压缩至30个工作日", "压缩至30项"),
        ("unit firms", "服务企业30家", "服务企业30次"),
        ("number in words", "提出三项措施", "提出3项措施"),
        ("value of 亿", "归集数据3亿条", "归集数据3条"),
        ("growth", "办件增长30%", "网办率达30%"),
        ("target", "力争办件30件", "全年办件30件"),
        ("limit", "座席不少于30个", "座席30个"),
        ("noun of reform behind", "推出30项改革", "推出30项产品"),
        ("light noun behind", "抓好八个方面", "抓好八个窗口"),
        ("departments that issue", "市教育局等9个部门联合印发方案", "进驻9个部门"),
        ("term within which", "应当在三十日内答复", "公示期为30个工作日"),
        ("quoted name before", "“码上办”30件", "码上办30件"),
        ("section plan", "二、下一步打算\n新增30项", "二、主要做法\n新增30项"),
        ("heading: law", "二、法治建设\n新增30项", "二、道路建设\n新增30项"),
    ],
)  # fmt: skip
def test_a_feature_is_heard(feature: str, text: str, twin: str) -> None:
    assert feature in heard(text)
    assert feature not in heard(twin)


def test_where_an_initiative_stands() -> None:
    assert "initiative in phrase" in heard("一网通办受理3件。", "一网通办")
    assert "initiative shortly before" in heard("推行一网通办，受理3件。", "一网通办")
    assert "initiative in paragraph" in heard("推行一网通办。受理3件。", "一网通办")
    assert "no initiative" in heard("推行一网通办。\n受理3件。", "一网通办")


@pytest.mark.parametrize(
    ("feature", "text", "twin"),
    [
        ("a body must", "主管部门应当在三十日内答复申请人。", "申请人应当在三十日内答复主管部门。"),
        ("a private party must", "经营者应当自批准之日起十日内更换招牌。", "应当自批准之日起十日内更换招牌。"),
        ("applied for at an office", "应当在十日内向区公安局备案。", "应当在十日内告知投诉人。"),
    ],
)
def test_who_must_keep_a_term(feature: str, text: str, twin: str) -> None:
    assert feature in heard(text, kind="law")
    assert feature not in heard(twin, kind="law")
    assert feature not in heard(text)


def test_what_a_policy_lays_down() -> None:
    assert "laid down by a policy" in heard("窗口不少于30个。", kind="measures")
    assert "laid down by a policy" not in heard("窗口不少于30个。")
    assert "document law" in heard("第一条 应当在三十日内答复。", kind="law")
