"""Bodies without a place in the document of a functional area: the area's."""

from __future__ import annotations

from extractors.components import STEPS
from extractors.document import Head
from tests.extractors.agencies.helpers import bodies

SHENZHEN = "440300"


def settled(text: str, area: str | None) -> set[tuple[str, str]]:
    """The names and kinds of the agencies of a text whose document is one of ``area`` in Shenzhen."""
    analysis = bodies(text, SHENZHEN, 2016)
    analysis.head = Head(region=SHENZHEN, area=area, kind="report")
    step = next(step for step in STEPS if step.writes == "agencies").load()
    return {(found.name, found.kind) for found in step(analysis)}


def test_bodies_set_up_or_named_without_a_place_are_the_areas() -> None:
    text = "大鹏新区成立特殊教育指导中心，由教育局牵头推进。"
    assert settled(text, "大鹏新区") == {("大鹏新区特殊教育指导中心", "特殊教育指导中心"), ("大鹏新区教育局", "教育局")}
    assert {name for name, _ in settled(text, None)} == {"深圳市特殊教育指导中心", "深圳市教育局"}


def test_bodies_named_with_the_city_or_its_level_stay_the_citys() -> None:
    text = "新区会同深圳市教育局、市公安局推进，成立了生态环境综合执法局。"
    names = {name for name, _ in settled(text, "大鹏新区")}
    assert names == {"深圳市教育局", "深圳市公安局", "大鹏新区生态环境综合执法局"}


def test_a_group_set_up_by_an_area_bears_its_name() -> None:
    names = {name for name, _ in settled("成立扫黑除恶专项斗争领导小组，压实责任。", "光明新区")}
    assert names == {"光明新区扫黑除恶专项斗争领导小组"}
