"""Of which place and year a figure is, and whether it is a target or a change."""

from __future__ import annotations

import pytest

from tests.extractors.measurements.helpers import measured


def years(text: str, kind: str = "report") -> list[tuple[float, int | None]]:
    return [(m.value, m.year) for m in measured(text, kind=kind).measurements]


def test_a_plan_measures_the_year_it_is_for() -> None:
    assert years("一、工作情况\n办件12件。\n二、2019年工作打算\n新增事项30项。\n") == [(12, 2018), (30, 2019)]
    assert years("一、抓好2019年政府重点\n新增事项30项。\n") == [(30, 2019)]


def test_the_year_compared_with_is_not_the_figures() -> None:
    text = "全年办结建议300件，比2017年多9.5%，公开答复280件。"
    assert years(text) == [(300, 2018), (9.5, 2018), (280, 2018)]
    assert years("2017年办结建议300件。") == [(300, 2017)]
    assert years("与2016年同期相比，办件增长12%。") == [(12, 2018)]


def test_the_year_by_which_something_is_due() -> None:
    text = "到2019年底建成80个站点，2025年底前建成不少于200个站点。"
    assert years(text, kind="plan") == [(80, 2019), (200, 2025)]
    assert years("2009年以来建成200个站点。") == [(200, 2018)]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("射洪县受理申请12件。", "510922"),
        ("在全省率先开通窗口12个。", "510900"),
        ("12项绵阳事项在射洪县同城化办理。", "510922"),
        ("射洪县、蓬溪县等2个县区参加评估。", "510900"),
        ("绵阳至成都通关时间压缩10天。", "510900"),
        ("对标成都市推出措施20条。", "510900"),
    ],
)
def test_the_region_that_acts(text: str, region: str) -> None:
    assert [m.region for m in measured(text).measurements][-1:] == [region]


@pytest.mark.parametrize(
    ("text", "target", "change"),
    [
        ("网办率达到90%。", None, None),
        ("力争网办率达到90%。", True, None),
        ("到2025年，网办率达到90%。", True, None),
        ("审批时限压减60%。", None, True),
        ("审批时限压减至3个工作日。", None, None),
        ("办件量同比增长约12%。", None, True),
        ("力争审批时限压减60%。", True, True),
    ],
)
def test_targets_and_changes_are_marked(text: str, target: bool | None, change: bool | None) -> None:
    assert [(m.target, m.change) for m in measured(text).measurements] == [(target, change)]


def test_what_a_plan_part_counts_is_a_target() -> None:
    text = "一、工作情况\n办件12件。\n二、2019年工作打算\n新增事项30项。\n"
    assert [m.target for m in measured(text).measurements] == [None, True]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("2018年，遂宁经济技术开发区办理政务服务事项30万件。", "遂宁经济技术开发区"),
        ("遂宁经济技术开发区优化服务，办理政务服务事项30万件。", "遂宁经济技术开发区"),
        ("一是优化布局，遂宁经济技术开发区办理政务服务事项30万件。", "遂宁经济技术开发区"),
        ("支持遂宁经济技术开发区建设，办理政务服务事项30万件。", None),
        ("遂宁经济技术开发区优化服务，全市办理政务服务事项30万件。", None),
        ("遂宁经济技术开发区优化服务，船山区办理政务服务事项30万件。", None),
    ],
)
def test_a_figure_of_a_functional_area(text: str, area: str | None) -> None:
    assert [m.area for m in measured(text).measurements] == [area]
