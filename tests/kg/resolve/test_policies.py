"""One node for one policy."""

from __future__ import annotations

import random

from kg.resolve.policies import PolicyIndex, PolicyReference

TITLE = "四川省人民政府办公厅关于开展相对集中行政许可权改革试点的通知"
OFFICE = "四川省人民政府办公厅"
BY_NUMBER = PolicyReference("川办发〔2016〕76号", None, OFFICE, 2016, "510900")
BY_TITLE = PolicyReference(None, TITLE, None, None, "510903")
BY_BOTH = PolicyReference("川办发〔2016〕76号", TITLE, OFFICE, 2016, "510922")


def told(number: str) -> str | None:
    """The issuer by the code, for the numbers of these tests."""
    return OFFICE if number.startswith("川办发") else "国务院" if number.startswith("国发") else None


def keys(*references: PolicyReference) -> list[str]:
    index = PolicyIndex(references, told)
    return [index.resolve(reference).key for reference in references]


def test_number_and_title_stay_two_until_a_document_joins_them() -> None:
    apart = keys(BY_NUMBER, BY_TITLE)
    assert apart == ["policy/川办发〔2016〕76号", f"policy//{TITLE}"]
    assert set(keys(BY_NUMBER, BY_TITLE, BY_BOTH)) == {"policy/川办发〔2016〕76号"}


def test_the_other_keys_become_aliases() -> None:
    policy = PolicyIndex([BY_NUMBER, BY_TITLE, BY_BOTH], told).resolve(BY_TITLE)
    assert f"policy//{TITLE}" in policy.aliases
    assert policy.title == TITLE and policy.year == 2016 and policy.number == "川办发〔2016〕76号"


def test_the_year_of_a_number_that_is_written_out() -> None:
    reference = PolicyReference("财政部公告2021年第3号", None, "财政部", None, None)
    assert PolicyIndex([reference], told).resolve(reference).year == 2021


def test_a_title_printed_otherwise_is_the_same_title() -> None:
    spaced = PolicyReference(
        None, "《四川省人民政府办公厅 关于开展“相对集中行政许可权”改革试点的通知》", None, None, None
    )
    bare = PolicyReference(None, "关于开展相对集中行政许可权改革试点的通知", None, None, None)
    with_issuer = PolicyReference(None, "关于开展相对集中行政许可权改革试点的通知", OFFICE, None, None)
    assert set(keys(BY_BOTH, spaced, bare, with_issuer)) == {"policy/川办发〔2016〕76号"}


def test_two_numbers_are_never_joined_by_one_title() -> None:
    title = "国务院关于取消一批行政许可事项的决定"
    first = PolicyReference("国发〔2017〕46号", title, "国务院", 2017, None)
    second = PolicyReference("国发〔2020〕13号", title, "国务院", 2020, None)
    bare = PolicyReference(None, title, "国务院", None, None)
    dated = PolicyReference(None, title, "国务院", 2020, None)
    found = keys(first, second, bare, dated)
    assert found == [
        "policy/国发〔2017〕46号",
        "policy/国发〔2020〕13号",
        f"policy/国务院/{title}",
        "policy/国发〔2020〕13号",
    ]
    index = PolicyIndex([first, second, bare], told)
    assert index.titles_of_several_numbers() == [(found[2], sorted(found[:2]))]


def test_a_code_without_its_place_needs_an_issuer_or_the_citing_region() -> None:
    city = PolicyReference("府办发〔2016〕5号", None, "遂宁市人民政府办公室", 2016, "510900")
    here = PolicyReference("府办发〔2016〕5号", None, None, 2016, "510903")
    there = PolicyReference("府办发〔2016〕5号", None, None, 2016, "511702")
    assert keys(city, here, there) == [
        "policy/遂宁市人民政府办公室/府办发〔2016〕5号",
        "policy/510903/府办发〔2016〕5号",
        "policy/511702/府办发〔2016〕5号",
    ]


def test_a_generic_title_means_another_document_in_every_region() -> None:
    here = PolicyReference(None, "实施方案", None, None, "510903")
    there = PolicyReference(None, "实施方案", None, None, "511702")
    law, state = (PolicyReference(None, t, None, None, "510903") for t in ("民法典", "中华人民共和国民法典"))
    found = keys(here, there, law, state)
    assert found[0] != found[1] and found[2] == found[3]


def test_one_title_of_two_issuers_is_two_policies() -> None:
    title = "优化营商环境若干措施"
    one, other = (PolicyReference(None, title, issuer, None, None) for issuer in ("遂宁市人民政府", "达州市人民政府"))
    unknown = PolicyReference(None, title, None, None, None)
    assert len(set(keys(one, other, unknown))) == 3


def test_aliases_are_unambiguous() -> None:
    title = "国务院关于取消一批行政许可事项的决定"
    references = [PolicyReference(f"国发〔{y}〕1号", title, "国务院", y, None) for y in (2017, 2020)]
    index = PolicyIndex(references, told)
    assert all(f"policy/国务院/{title}" not in policy.aliases for policy in index.policies.values())


def test_order_does_not_matter() -> None:
    references = [
        BY_NUMBER,
        BY_TITLE,
        BY_BOTH,
        *[PolicyReference(None, t, None, None, "1") for t in ("甲方案", "乙办法")],
    ]
    expected = dict(zip(references, keys(*references), strict=True))
    for seed in range(10):
        shuffled = random.Random(seed).sample(references, len(references))
        assert dict(zip(shuffled, keys(*shuffled), strict=True)) == expected
