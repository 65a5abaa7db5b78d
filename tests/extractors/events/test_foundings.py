"""Bodies set up, renamed and abolished. The sentences are of our own wording."""

from __future__ import annotations

import pytest

from tests.extractors.support import AGENCIES, analysed

MIANYANG = "510700"


def rows(
    text: str, kind: str | None = "report", region: str = MIANYANG, year: int = 2022
) -> list[tuple[str, str, str]]:
    layers = ("absolute_dates", "dates", *AGENCIES, "events")
    events = analysed(text, *layers, region=region, year=year, kind=kind).events
    return [(e.kind, e.subject, e.date) for e in events if e.rule.value in RULES]


RULES = ("event.established", "event.abolished", "event.renamed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组建市数据局，平台上线。", [("established", "绵阳市数据局", "2022")]),
        ("区里改革：涪城区行政审批局于2022年3月6日正式挂牌成立。", [("established", "涪城区行政审批局", "2022-03-06")]),
        ("在全省率先成立民营经济发展促进中心，服务企业。", [("established", "绵阳市民营经济发展促进中心", "2022")]),
        ("设立全市首个知识产权仲裁院。", [("established", "知识产权仲裁院", "2022")]),
        ("绵阳知识产权法庭、国际仲裁院揭牌运行。", [
            ("established", "国际仲裁院", "2022"), ("established", "绵阳知识产权法庭", "2022")]),
        ("组建市招商局、城市运行中心。", [("established", "绵阳市招商局", "2022"), ("established", "绵阳市城市运行中心", "2022")]),
        ("中国（绵阳）知识产权保护中心揭牌。", [("established", "中国(绵阳)知识产权保护中心", "2022")]),
        ("乡村振兴局正式挂牌。", [("established", "绵阳市乡村振兴局", "2022")]),
        ("2021年，经省政府批准，设立市社会治理中心。", [("established", "绵阳市社会治理中心", "2021")]),
        ("机构改革后，不再保留市扶贫开发局。", [("abolished", "绵阳市扶贫开发局", "2022")]),
        ("2022年5月，市政务中心更名为市政务服务中心。", [("other", "绵阳市政务服务中心", "2022-05")]),
    ],
)  # fmt: skip
def test_the_body_beside_the_verb(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "市政务服务中心成立以来，运行平稳。",
        "庆祝自治区成立70周年。",
        "设立便民服务中心30个。",
        "12个街道第一时间成立公共卫生委员会。",
        "市县两级成立工业运行指挥部。",
        "支持有条件的企业设立全球供应链管理中心。",
        "拟组建市数据局，加快组建市招商局。",
        "成立市国有资本运营公司、市第一中学教育集团。",
        "重大事故隐患挂牌督办，市应急管理局负责。",
        "2019年8月6日，由工信部和市政府合作，研究院举行成立仪式。",
        "过去五年，我们攻坚克难。成立市数据局。",
        "市财政局撤销行政许可2件。",
        "成立市政务服务中心企业服务专区。",
    ],
)
def test_no_founding(text: str) -> None:
    assert rows(text) == []


def test_what_is_planned_or_laid_down_is_no_founding_without_a_date() -> None:
    assert rows("二、下一步工作打算\n组建市数据局，平台上线。") == []
    assert rows("市人民政府设立市数据局。", kind="law") == []
    assert rows("2021年3月设立市数据局。", kind="notice") == [("established", "绵阳市数据局", "2021-03")]


def test_a_year_of_review_holds_again_behind_a_span_of_years() -> None:
    text = "过去五年，我们攻坚克难。\n过去一年，我们真抓实干。成立市数据局。"
    assert rows(text) == [("established", "绵阳市数据局", "2022")]


def test_a_date_ahead_in_a_plan_is_no_founding() -> None:
    assert rows("二、下一步工作打算\n2023年设立市数据局。") == []
    assert rows("二、下一步工作打算\n2021年设立的市数据局抓落实。") == []
