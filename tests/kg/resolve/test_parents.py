"""Where a local initiative belongs: names that each way must place, and near ones that it must not."""

from __future__ import annotations

import pytest

from kg.resolve.parents import placement
from ontology.initiative_parents import parent_words
from ontology.initiatives import initiative_table
from ontology.rules import Rule


@pytest.mark.parametrize(
    ("name", "year", "parent", "rule"),
    [
        ("交地即开工", None, "拿地即开工", Rule.PARENT_LISTED),
        ("养犬登记一件事", 2024, "高效办成一件事", Rule.PARENT_FORM),
        ("养犬登记一件事", 2021, "一件事一次办", Rule.PARENT_FORM),
        ("“数字政府+河长”平台", 2023, "数字政府", Rule.PARENT_FORM),
        ("复议听证机制", 2021, None, None),
        ("行政复议速裁室", 2021, "行政复议体制改革", Rule.PARENT_WORD),
        ("街道决策公示墙", 2019, "重大行政决策程序", Rule.PARENT_WORD),
        ("经营决策辅助系统", 2019, None, None),
        ("“板凳”调解工作法", 2022, "矛盾纠纷多元化解", Rule.PARENT_WORD),
        ("部门协调解题机制", 2022, None, None),
        ("海外专利纠纷应对机制", 2022, None, None),
        ("行政执法观察员制度", 2020, "法治政府建设", Rule.PARENT_WORD),
        ("交警联合执法行动", 2020, None, None),
        ("窗口单位职权公开栏", 2012, "政务公开", Rule.PARENT_WORD),
        ("失信行为信息公开制度", 2012, None, None),
        ("智慧政务大厅", 2020, "数字政府", Rule.PARENT_WORD),
        ("智慧渔港平台", 2020, None, None),
        ("家政信用积分制度", 2020, "社会信用体系建设", Rule.PARENT_WORD),
        ("农村信用社改革", 2020, None, None),
        ("水利项目联合审批机制", 2020, "工程建设项目审批制度改革", Rule.PARENT_WORD),
        ("水利项目联合审批机制", 2012, "行政审批制度改革", Rule.PARENT_WORD),
        ("药品审评审批专班机制", 2020, None, None),
        ("遂企营商会客厅", 2022, "优化营商环境", Rule.PARENT_WORD),
        ("园区总运营商制度", 2022, None, None),
        ("遂心快办", 2021, "放管服改革", Rule.PARENT_WORD),
        ("遂心快办", 2009, None, None),
        ("小额简案快办", 2021, None, None),
        ("会议督办事项通报制度", 2021, None, None),
        ("基层立法联系点", 2021, None, None),
        ("江畔夜话", None, None, None),
    ],
)
def test_a_name_says_where_it_belongs(name: str, year: int | None, parent: str | None, rule: Rule | None) -> None:
    placed = placement(name, year)
    assert (placed.parent if placed else None, placed.rule if placed else None) == (parent, rule)


def test_every_row_of_words_places_a_name_of_its_first_year() -> None:
    names = {
        "行政复议体制改革": "行政复议专员制度",
        "重大行政决策程序": "行政决策旁听制度",
        "矛盾纠纷多元化解": "乡音调解室",
        "法治政府建设": "行政执法观察站制度",
        "政务公开": "办事结果公开制度",
        "数字政府": "公共数据专员制度",
        "社会信用体系建设": "诚信商圈行动",
        "工程建设项目审批制度改革": "园区项目打包审批模式",
        "行政审批制度改革": "审批会客日制度",
        "优化营商环境": "惠企茶座",
        "放管服改革": "政务服务夜市",
    }
    assert [row.parent for row in parent_words()] == list(names)
    for row in parent_words():
        placed = placement(names[row.parent], row.from_year)
        assert placed and placed.parent == row.parent
        assert row.from_year and not row.place(names[row.parent], row.from_year - 1)


def test_a_parent_is_always_of_the_list_and_never_a_local_one() -> None:
    known = initiative_table().by_name
    placed = [placement(f"“{name}”平台", 2023) for name in known]
    assert all(found.parent in known for found in placed if found) and any(placed)
