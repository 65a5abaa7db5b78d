"""Numbers with a unit, and what looks like one."""

from __future__ import annotations

import pytest

from extractors.measurements.quantities import find_quantities


def found(text: str) -> list[tuple[float, str]]:
    return [(q.value, q.unit) for q in find_quantities(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("办理业务104.25万件", [(1042500, "件")]),
        ("兑现资金2.1亿元", [(210000000, "元")]),
        ("减免190万余元", [(1900000, "元")]),
        ("开展培训30余次、受众1万多人次", [(30, "次"), (10000, "人次")]),
        ("网办率达到 98.5％", [(98.5, "%")]),
        ("压缩至3个工作日", [(3, "个工作日")]),
        ("共梳理1,205项", [(1205, "项")]),
        ("提出六项措施", [(6, "项")]),
        ("两个县区参与", [(2, "个")]),
        ("抽查企业3千家", [(3000, "家")]),
        ("投资突破9千亿元", [(900_000_000_000, "元")]),
        ("惠及十亿人次、服务1千万人次", [(10_000_000, "人次")]),
        ("压减一百二十项", [(120, "项")]),
        ("压减一百零五项", [(105, "项")]),
        ("提供三种方式", [(3, "种")]),
        ("通报四起案例", [(4, "起")]),
        ("节约资金六千余万元", [(60_000_000, "元")]),
        ("七成事项不跑腿", [(70, "%")]),
        ("百分之九十五的事项", [(95, "%")]),
        ("十日内答复", [(10, "日")]),
        ("明确3方面任务", [(3, "方面")]),
        ("支撑28个单位上云", [(28, "个")]),
        ("满意度为91.5分", [(91.5, "分")]),
        ("所涉及事项数314项", [(314, "项")]),
    ],
)
def test_values_are_multiplied_out(text: str, quantities: list[tuple[float, str]]) -> None:
    assert found(text) == quantities


@pytest.mark.parametrize(
    "text",
    ["第3项", "第十二次会议", "2018年", "一个窗口", "十多个部门", "百余件", "排名第7位", "12345热线", "三单合一",
     "七届15次常务会议", "1月9日", "24×7小时", "罚款2万元", "唯一一家", "约谈三五家",
     "四个意识", "八项规定", "党的二十大", "六次全会", "两个以上部门", "零次跑动", "千万元", "成都", "市教育局等九部门"],
)  # fmt: skip
def test_what_is_no_figure(text: str) -> None:
    assert found(text) == []
