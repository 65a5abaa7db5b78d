"""What a figure measures: the shortest run of the sentence that says it."""

from __future__ import annotations

import pytest

from tests.extractors.measurements.helpers import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年共受理申请356件。", [("受理申请", 356, "件")]),
        ("全年共受理申请一百件。", [("受理申请", 100, "件")]),
        ("网上可办率达到96.4%。", [("网上可办率", 96.4, "%")]),
        ("行政许可120项,行政给付8项。", [("行政许可", 120, "项"), ("行政给付", 8, "项")]),
        ("45人参加法律知识测试。", [("参加法律知识测试", 45, "人")]),
        ("新机制推动企业诉求解决率提高到93%。", [("企业诉求解决率", 93, "%")]),
    ],
)
def test_before_or_behind(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("承接21个部门118项许可事项。", [("承接部门", 21, "个"), ("承接许可事项", 118, "项")]),
        ("完成43项重点任务、4项改革试点和69项市级任务。",
         [("完成重点任务", 43, "项"), ("改革试点", 4, "项"), ("市级任务", 69, "项")]),
        ("上线30个左右惠民应用。", [("上线惠民应用", 30, "个")]),
        ("前海累计103项制度成果。", [("前海制度成果", 103, "项")]),
        ("设置警务自助机26台。", [("设置警务自助机", 26, "台")]),
        ("联系12家以上数据企业。", [("联系数据企业", 12, "家")]),
        ("建成不少于60个标准化及以上的服务站点。", [("建成标准化及以上的服务站点", 60, "个")]),
        ("梳理91项公共服务。", [("梳理公共服务", 91, "项")]),
        ("106项惠企政策实现免申即享。", [("惠企政策实现免申即享", 106, "项")]),
        ("设置户籍、社保等26个综合窗口。", [("综合窗口", 26, "个")]),
        ("涉及24个镇(街)和300个村(社区)。", [("涉及镇(街)", 24, "个"), ("村(社区)", 300, "个")]),
    ],
)  # fmt: skip
def test_the_noun_behind_the_unit(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("单位负责人100%出庭应诉。", [("单位负责人出庭应诉", 100, "%")]),
        ("复议决定书100%网上公开。", [("复议决定书网上公开", 100, "%")]),
        ("80%的法人事项和95%的个人事项网上可办。", [("法人事项", 80, "%"), ("个人事项网上可办", 95, "%")]),
        ("85%以上的高频事项实现全程网办。", [("高频事项实现全程网办", 85, "%")]),
        ("编制按照5%的比例精减。", [("编制", 5, "%")]),
    ],
)
def test_what_a_share_is_of(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按期办结率、群众满意率均达100%。", [("按期办结率", 100, "%"), ("群众满意率", 100, "%")]),
        ("一窗受理率和全程网办率分别达到91%和84%。", [("一窗受理率", 91, "%"), ("全程网办率", 84, "%")]),
        ("政府和社会投资项目审批分别提速20%、35%以上。",
         [("政府和社会投资项目审批提速", 20, "%"), ("政府和社会投资项目审批提速", 35, "%")]),
        ("规章草案、规范性文件分别清理3件、17件。", [("规章草案清理", 3, "件"), ("规范性文件清理", 17, "件")]),
    ],
)  # fmt: skip
def test_figures_of_several_things(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到复议申请24件,受理21件。", [("收到复议申请", 24, "件"), ("收到复议申请受理", 21, "件")]),
        ("解决群众诉求83件，办结率97%。", [("解决群众诉求", 83, "件"), ("群众诉求办结率", 97, "%")]),
        ("生产许可证从60类减少到10类。", [("生产许可证", 60, "类"), ("生产许可证", 10, "类")]),
        ("受理申请90件，同比增长12%。", [("受理申请", 90, "件"), ("受理申请同比增长", 12, "%")]),
    ],
)
def test_a_later_figure_goes_by_an_earlier_one(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主管部门应当自收到申请之日起三十日内作出书面决定。", [("作出书面决定", 30, "日")]),
        ("区政府应当在三个月内，将处理情况书面报告。", [("将处理情况书面报告", 3, "个月")]),
        ("统计机构应当在七个工作日内通过网站等渠道，公布调查制度。", [("公布调查制度", 7, "个工作日")]),
        ("审查结束后十五日内，工作机构应当反馈结果。", [("反馈结果", 15, "日")]),
        ("评估时限不得超过30个工作日。", [("评估时限", 30, "个工作日")]),
    ],
)
def test_what_must_be_done_in_a_term(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert rows(text) == expected
