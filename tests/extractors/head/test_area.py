"""Functional areas: whose document it is, and where that lies."""

from __future__ import annotations

import pytest

from tests.extractors.head.test_whole_documents import expect


@pytest.mark.parametrize(
    ("text", "file", "region", "area"),
    [
        ("昆山经济技术开发区行政审批局2023年工作总结\n推行。", "d1.txt", "320583", "昆山经济技术开发区"),
        ("太仓港经济技术开发区管委会2022年工作总结\n推行。", "太仓_2022.txt", "320585", "太仓港经济技术开发区"),
        ("成都高新区管委会2021年法治政府建设情况报告\n推行。", "d1.txt", "510100", "成都高新区"),
        ("苏州工业园区管委会关于优化窗口的通知\n各局办：\n推行。", "d1.txt", "320500", "苏州工业园区"),
        ("赣江新区2021年工作总结\n推行。", "d1.txt", "360100", "赣江新区"),
        ("工作总结\n推行。", "深圳大鹏新区_2022.txt", "440300", "大鹏新区"),
        ("深汕特别合作区2020年工作报告\n推行。", "d1.txt", "440300", "深汕特别合作区"),
        ("各位代表：\n我代表横琴粤澳深度合作区执行委员会报告工作。", "d1.txt", "440400", "横琴粤澳深度合作区"),
        ("推行证照联办。\n新疆生产建设兵团办公厅\n2022年3月4日", "d1.txt", "650000", "新疆生产建设兵团"),
        ("第八师石河子市2021年工作总结\n推行。", "d1.txt", "659001", None),
        ("昆山市行政审批局2023年工作总结\n推行。", "d1.txt", "320583", None),
        ("关于支持天府新区建设的意见\n推行。", "四川省_2020.txt", "510000", None),
        ("成都市新都区2021年工作总结\n推行。", "d1.txt", "510114", None),
        ("2015年工作回顾\n推行。", "深圳光明区_2015.txt", "440300", "光明新区"),
        ("2019年工作回顾\n推行。", "深圳光明区_2019.txt", "440311", None),
        ("重庆市两江新区2024年工作总结\n推行。", "d1.txt", "500000", "两江新区"),
        ("重庆市两江新区2026年工作要点\n推行。", "d1.txt", "500157", None),
        ("2025年工作总结\n推行。", "重庆两江新区_2025.txt", "500157", None),
        ("岑岭县人民政府2026年工作报告\n推行。", "d1.txt", "653132", None),
    ],
)
def test_the_area_that_begins_who_speaks(text: str, file: str, region: str, area: str | None) -> None:
    expect(text, file, region=region, area=area)


def test_a_law_on_an_area_is_that_of_who_made_it() -> None:
    text = "郑州航空港经济综合实验区办法条例\n第一章 总则\n省人民政府应当支持实验区。"
    expect(text, "河南省_2020_地方性法规.txt", region="410000", area=None)


def test_a_report_that_speaks_of_its_area_all_through() -> None:
    text = "各位代表：\n2021年，全区推进改革，大鹏新区窗口提速。深圳市支持大鹏新区。深圳市推广。\n我区群众满意，全区办件增长，大鹏新区再提速。"
    expect(text, region="440300", area="大鹏新区")
