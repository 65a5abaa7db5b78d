"""Which figures are taken, and what each says of itself. The sentences are of our own wording."""

from __future__ import annotations

import pytest

from extractors.measurements.extract import TASK, sentences_with_figures
from tests.extractors.measurements.helpers import measured, rows
from tests.extractors.support import analysed, written


def judged(text: str, kind: str = "report") -> list[tuple[float, str | None]]:
    """Value and unit of the figures that the shipped judge takes."""
    analysis = written(analysed(text, "initiatives", kind=kind), "measurements")
    return [(m.value, m.unit) for m in analysis.measurements]


def test_a_law_measures_terms_alone() -> None:
    text = "第三条 窗口应当自受理之日起在一个工作日内答复,不得超过六十个工作日。\n第四条 补贴三千元,年满十八岁的村民占二十项。"
    assert [(value, unit) for _, value, unit in rows(text, kind="law")] == [(1, "个工作日"), (60, "个工作日")]
    unsure = text.replace("第三条", "（三）").replace("第四条", "（四）")
    assert (3000, "元") in [(value, unit) for _, value, unit in rows(unsure, kind="law")]  # no article: no law's text


def test_fines_are_no_measurements() -> None:
    assert rows("逾期未改的处三千元以上五千元以下罚款。") == []
    assert rows("为企业减免费用五千元。") == [("为企业减免费用", 5000, "元")]


def test_notes_below_the_text_report_nothing() -> None:
    assert rows("[12]四张清单：权力清单等4张清单。") == []
    assert rows("公布4张清单。") == [("公布清单", 4, "张")]


def test_a_text_on_other_things_gives_figures_of_its_reforms_only() -> None:
    text = "粮食产量达到36万吨,新建公路12条,完成投资8亿元。\n" * 9 + "推进一网通办,政务服务事项网上可办率达到98%。\n"
    assert judged(text) == [(98, "%")]


@pytest.mark.parametrize(
    "text",
    [
        "全年办理人大代表建议129件、政协提案88件。",
        "深化“放管服”改革，审批时限压减60%，取消证明事项45项。",
        "清理行政规范性文件36件，办结行政复议案件27件。",
    ],
)
def test_work_of_government_is_measured(text: str) -> None:
    assert len(judged(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "新增规上工业企业32家、高新技术企业15家。",
        "实现进出口总额84亿元，增长12.5%。",
        "新建改建农村公路60条，改造危房150户。",
        "空气质量优良天数比例达到92%。",
        "城镇新增就业1.2万人，新增学位3000个。",
    ],
)
def test_other_fields_are_not(text: str) -> None:
    assert judged(text) == []


def test_a_figure_bears_how_likely_it_is_of_a_reform_and_why() -> None:
    analysis = written(analysed("推进一网通办，审批事项网上可办率达到98%。", "initiatives"), "measurements")
    (figure,) = analysis.measurements
    assert figure.confidence and figure.confidence > 0.8
    assert figure.features and set(figure.features) <= analysis.judges[TASK].weights.keys()


def test_a_figure_is_of_the_initiative_beside_it() -> None:
    text = "推行一网通办，受理3件，办结2件。推行一网通办，加强作风建设，表彰4人。5项一网通办业务上线。"
    told = [(m.value, m.initiative) for m in measured(text, "一网通办").measurements]
    assert told == [(3, "一网通办"), (2, "一网通办"), (4, None), (5, None)]
    behind = measured("上线5项一网通办业务。", "一网通办").measurements
    assert [m.initiative for m in behind] == ["一网通办"]


def test_figures_in_names_are_passed_over() -> None:
    analysis = measured("印发《三年行动方案（共120项）》，打造“15分钟便民圈”品牌，出台“39条”措施。")
    found = [figure.quantity.value for figures in sentences_with_figures(analysis, []) for figure in figures]
    assert found == [39]


def test_a_figure_in_the_gap_of_a_form_is_counted_of_it() -> None:
    analysis = written(analysed("全市取消和下放30项行政审批事项。", "initiatives"), "measurements")
    found = [(m.indicator, m.value, m.unit, m.initiative) for m in analysis.measurements]
    assert found == [("取消和下放行政审批事项", 30, "项", "取消和下放行政审批事项")]


def test_a_figure_that_a_form_spells_out_is_none() -> None:
    analysis = written(analysed("建设“500米为民服务圈”，推行一网通办。", "initiatives"), "measurements")
    assert analysis.measurements == []
