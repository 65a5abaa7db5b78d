"""Whose deed a whole document tells, through the pipeline: names of other years, other governments, areas, new codes.

Places are real, what is told of them is made up.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.extractors.head.test_whole_documents import extractor


def record(text: str, file: str = "d01.txt") -> dict[str, Any]:
    found: dict[str, Any] = extractor().record(text.encode(), file).to_json()
    return found


def deeds(text: str) -> set[tuple[str | None, str | None, str]]:
    return {(a["region"], a["area"], a["initiative"]) for a in record(text)["adoptions"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "四川省遂宁市2022年工作情况\n\n2017年，射洪县政务服务中心在全市率先推行容缺受理。2021年，射洪市推行告知承诺制。\n",
            {("510922", None, "容缺受理"), ("510981", None, "告知承诺制")},
        ),
        (
            "杭州市余杭区2022年工作情况\n\n2019年，江干区行政服务中心推行容缺受理。2022年，临平区推行告知承诺制。\n",
            {("330104", None, "容缺受理"), ("330113", None, "告知承诺制")},
        ),
        (
            "山东省济南市2021年工作情况\n\n2016年，莱芜市莱城区推行容缺受理。2020年，莱芜区推行告知承诺制。\n",
            {("371202", None, "容缺受理"), ("370116", None, "告知承诺制")},
        ),
        (
            "安徽省合肥市2015年工作情况\n\n2008年，巢湖市推行容缺受理。2014年，巢湖市推行告知承诺制。\n",
            {("341400", None, "容缺受理"), ("340181", None, "告知承诺制")},
        ),
    ],
)
def test_a_name_is_of_the_year_of_its_sentence(text: str, told: set[tuple[str, None, str]]) -> None:
    assert deeds(text) == told


@pytest.mark.parametrize(
    ("number", "issuer"),
    [("射府发〔2016〕12号", "射洪县人民政府"), ("射府发〔2020〕12号", "射洪市人民政府"), ("遂府发〔2016〕12号", "遂宁市人民政府")],
)
def test_a_number_is_its_governments_of_that_year(number: str, issuer: str) -> None:
    text = f"射洪市2021年工作情况\n\n根据《关于推行容缺受理的意见》（{number}），全面推行容缺受理。\n"
    assert [p["issuer"] for p in record(text)["policies"]] == [issuer]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "苏州市2019年工作情况\n\n2019年，昆山市人民政府推行一网通办。常熟市公安局推行跨省通办。南京市政府推行容缺受理。我市推行河长制。\n",
            {("320583", None, "一网通办"), ("320581", None, "跨省通办"), ("320100", None, "容缺受理"), ("320500", None, "河长制")},
        ),
        (
            "成都市2021年工作情况\n\n眉山市行政服务中心推行一网通办。省市场监管局推行告知承诺制。武侯区委、区政府推行容缺受理。\n",
            {("511400", None, "一网通办"), ("510000", None, "告知承诺制"), ("510107", None, "容缺受理")},
        ),
        (
            "湖南省长沙市2020年工作情况\n\n浏阳市行政审批服务局推行最多跑一次。株洲市人民政府办公室推行告知承诺制。全市推行一网通办。\n",
            {("430181", None, "最多跑一次"), ("430200", None, "告知承诺制"), ("430100", None, "一网通办")},
        ),
    ],
)
def test_the_deed_of_another_government_is_its_own(text: str, told: set[tuple[str, None, str]]) -> None:
    assert deeds(text) == told


def test_what_a_government_does_is_no_part_of_its_name() -> None:
    text = "遂宁市2022年工作情况\n\n2022年，射洪市人民政府推行“一网通办”。蓬溪县人民政府实行“掌上办”。\n"
    assert {a["name"] for a in record(text)["agencies"]} == {"射洪市人民政府", "蓬溪县人民政府"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "深圳市2018年工作情况\n\n2018年，大鹏新区推行河长制。深汕特别合作区管委会推行一网通办。全市推行容缺受理。\n",
            {("440300", "大鹏新区", "河长制"), ("440300", "深汕特别合作区", "一网通办"), ("440300", None, "容缺受理")},
        ),
        (
            "苏州市2020年工作情况\n\n昆山经济技术开发区推行容缺受理。苏州工业园区管委会推行告知承诺制。我市推行一网通办。\n",
            {("320583", "昆山经济技术开发区", "容缺受理"), ("320500", "苏州工业园区", "告知承诺制"), ("320500", None, "一网通办")},
        ),
        (
            "新疆维吾尔自治区2021年工作情况\n\n2021年，兵团推行河长制。第八师推行容缺受理。自治区推行一网通办。\n",
            {("650000", "兵团", "河长制"), ("650000", "第八师", "容缺受理"), ("650000", None, "一网通办")},
        ),
        (
            "河北省保定市2019年工作情况\n\n雄安新区推行容缺受理。芦花村推行河长制。德国柏林推行告知承诺制。\n",
            {("130000", "雄安新区", "容缺受理")},
        ),
    ],
)
def test_the_deed_of_an_area_is_the_areas(text: str, told: set[tuple[str, str | None, str]]) -> None:
    assert deeds(text) == told


@pytest.mark.parametrize(
    ("text", "region", "area"),
    [
        ("重庆市两江新区人民政府2026年工作要点\n\n2026年，两江新区推行容缺受理。\n", "500157", None),
        ("重庆市两江新区管委会2023年工作要点\n\n2023年，两江新区推行容缺受理。\n", "500000", "两江新区"),
        ("岑岭县2026年工作要点\n\n2026年，岑岭县推行容缺受理。\n", "653132", None),
        ("新疆维吾尔自治区草湖市2026年工作要点\n\n2026年，草湖市推行容缺受理。\n", "659013", None),
        ("重庆市渝北区2024年工作总结\n\n2024年，渝北区推行容缺受理。\n", "500112", None),
    ],
)
def test_a_code_is_of_the_documents_year(text: str, region: str, area: str | None) -> None:
    found = record(text)
    assert (found["document"]["region"], found["document"]["area"]) == (region, area)
    assert {a["region"] for a in found["adoptions"]} == {region}
