"""What the judge of names is told of a candidate: each feature beside a near case that lacks it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.initiatives.candidates import Known
from extractors.initiatives.extract import known_mentions
from extractors.initiatives.features import Hearing
from extractors.initiatives.local import candidates
from tests.extractors.support import analysed


def features(text: str, name: str) -> frozenset[str]:
    analysis = analysed(text, region="445300", year=2022)
    known = Known(known_mentions(analysis))
    found = candidates(analysis, known)
    return Hearing(analysis, known, found).features([c.name for c in found].index(name))


@pytest.mark.parametrize(
    ("feature", "text", "name", "without"),
    [
        ("shown by rule", "上线“滨事通”小程序，办理政务服务事项", "滨事通", "路过“滨事通”时天色已晚"),
        ("part of a known one", "上线“搬迁一件事”", "搬迁一件事", "上线“搬迁一类事”"),
        ("place with 信用", "擦亮信用云浮品牌", "信用云浮", "擦亮平安云浮品牌"),
        ("before a predicate", "执法考评平台稳步运行", "执法考评平台", "稳步运行执法考评平台"),
        ("nouns of software", "启用执法考评平台", "执法考评平台", "启用执法考评制度"),
        ("verbs of bring out", "启用执法考评平台", "执法考评平台", "强化执法考评平台"),
        ("opens the phrase", "今年，执法考评平台上线", "执法考评平台", "今年，启用执法考评平台"),
        ("brand of a letter", "推广粤码通", "粤码通", "推广数字云浮"),
        ("state firms in the sentence > 0", "国企启用执法考评平台", "执法考评平台", "学校启用执法考评平台"),
        ("shared noun", "健全局长接单、科室轮岗评议等制度", "科室轮岗评议", "健全局长接单制度、科室轮岗评议"),
        ("known near > 0", "推行一网通办，启用执法考评平台", "执法考评平台", "推行春耕备播，启用执法考评平台"),
        ("another field", "建立物业服务评价制度", "物业服务评价制度", "建立政务服务评价制度"),
        ("numbers with a noun", "建立“三研三评”机制", "“三研三评”机制", "建立“研讨评议”机制"),
        ("told to others", "经营者应当建立投诉核查制度", "投诉核查制度", "市政府应当建立投诉核查制度"),
        ("in an article", "第十条 市政府建立投诉核查制度", "投诉核查制度", "今年市政府建立投诉核查制度"),
    ],
)
def test_features(feature: str, text: str, name: str, without: str) -> None:
    analysis = analysed(without, region="445300", year=2022)
    others = candidates(analysis, Known(known_mentions(analysis)))
    assert feature in features(text, name)
    assert others
    assert all(feature not in features(without, other.name) for other in others)


def test_a_name_that_many_provinces_have_is_told() -> None:
    assert "named in provinces > 9" in features("深化国有企业改革", "国有企业改革")
    assert not any(each.startswith("named in") for each in features("深化云浮门楼改革", "云浮门楼改革"))


def test_a_rule_of_another_field_and_its_own_matter() -> None:
    def heard(title: str) -> frozenset[str]:
        analysis = analysed("第九条 建立果蔬大棚信息平台", kind="law", region="445300")
        analysis.head = replace(analysis.head, title=title)
        known = Known(known_mentions(analysis))
        (candidate,) = candidates(analysis, known)
        return Hearing(analysis, known, [candidate]).features(0)

    own, other = "rule of another field", "shares words with the rule's title"
    assert {own, other} <= heard("云浮市果蔬大棚管理条例")
    assert own in heard("云浮市渔港管理条例")
    assert not {own, other} & heard("云浮市行政审批条例")


def test_each_feature_stands_also_with_the_form() -> None:
    found = features("建立“三研三评”机制", "“三研三评”机制")
    assert {"form quoted", "quoted: numbers with a noun"} <= found
    assert not any(feature.startswith("bare: ") for feature in found)
