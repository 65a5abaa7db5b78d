"""From whom a region says that it learned: cue, place and initiative in one run. All of our own wording."""

from __future__ import annotations

import pytest

from ontology.rules import Rule
from tests.extractors.claims.helpers import BEIJING, CHUANSHAN, HANGZHOU, SUINING, ZHEJIANG, ZHUJI, claims, learned

ENVIRONMENT = "优化营商环境"


@pytest.mark.parametrize(
    "text",
    [
        "学习借鉴杭州容缺受理经验，减少跑动。",
        "我市主动对标杭州容缺受理改革，减少跑动。",
        "借鉴杭州市容缺受理做法。",
        "学习杭州容缺受理的好做法，减少跑动。",
        "组织窗口人员赴杭州考察学习容缺受理。",
        "我市向杭州学习容缺受理经验。",
        "学习“容缺受理”杭州经验。",
    ],
)
def test_the_place_behind_the_cue_or_before_it_is_the_one_learned_from(text: str) -> None:
    assert learned(text) == [(SUINING, HANGZHOU, "容缺受理")]


def test_a_place_governs_the_initiative_next_behind_it() -> None:
    text = "借鉴北京营商环境创新、杭州“容缺受理”等做法，推行告知承诺制。"
    assert learned(text) == [(SUINING, BEIJING, ENVIRONMENT), (SUINING, HANGZHOU, "容缺受理")]


def test_joined_places_share_an_initiative_and_a_place_in_another_is_one() -> None:
    assert learned("学习借鉴北京、杭州等地容缺受理经验。") == [
        (SUINING, BEIJING, "容缺受理"),
        (SUINING, HANGZHOU, "容缺受理"),
    ]
    assert learned("学习借鉴浙江省杭州市容缺受理经验。") == [(SUINING, HANGZHOU, "容缺受理")]


@pytest.mark.parametrize(
    "text",
    [
        "对标北京先进水平，推行容缺受理。",  # another run
        "学习借鉴先进地区容缺受理经验。",
        "学习借鉴兄弟市容缺受理做法。",
        "对标世界银行标准优化营商环境。",
        "对标全省要求推行容缺受理。",
        "学习贯彻《杭州市优化营商环境条例》。",
        "推广杭州容缺受理经验。",
        "形成可复制的杭州容缺受理经验。",
        "我市容缺受理做法为杭州提供了有益借鉴。",
        "承办学习杭州容缺受理经验现场会。",
        "学习借鉴遂宁市容缺受理经验。",  # its own
        "借鉴北京园林绿化经验。",
    ],
)
def test_no_claim(text: str) -> None:
    assert learned(text) == []


def test_a_part_of_the_documents_region_learns_for_itself() -> None:
    assert learned("船山区学习借鉴杭州容缺受理经验。") == [(CHUANSHAN, HANGZHOU, "容缺受理")]
    assert learned("绵阳市学习借鉴杭州容缺受理经验。") == []


def test_an_experience_has_the_place_that_general_knowledge_gives_it() -> None:
    text = "学习运用新时代“枫桥经验”，化解纠纷。"
    assert learned(text) == [(SUINING, ZHUJI, "枫桥经验")]
    assert [c.rule for c in claims(text)] == [Rule.CLAIM_EXPERIENCE]
    assert learned("坚持和发展新时代“枫桥经验”。") == []
    assert learned("学习运用新时代“枫桥经验”。", region=ZHUJI) == []


def test_an_experience_that_is_no_initiative_is_of_a_place_and_of_none() -> None:
    text = "学习运用“千万工程”经验，建设和美乡村。"
    assert learned(text) == [(SUINING, ZHEJIANG, None)]
    assert [c.rule for c in claims(text)] == [Rule.CLAIM_EXPERIENCE]
    named = claims("学习运用浙江“千万工程”经验，建设和美乡村。")
    assert [(c.other, c.rule) for c in named] == [(ZHEJIANG, Rule.CLAIM_LEARNED)]


def test_what_has_a_first_place_is_an_experience_only_where_it_is_called_one() -> None:
    assert [other for _, other, _ in learned("学习借鉴“最多跑一次”改革经验，减少跑动。")] == [ZHEJIANG]
    assert learned("对标一流推进最多跑一次改革。") == []
    assert learned("复制推广25项最多跑一次改革典型经验。") == []  # of many places


def test_a_plan_is_planned_and_a_deed_is_not() -> None:
    plan = "二、2019年工作安排\n学习借鉴杭州容缺受理经验。\n"
    assert [(c.planned, c.year) for c in claims(plan)] == [(True, 2019)]
    assert [(c.planned, c.year) for c in claims(plan.replace("容缺受理", "容缺受理试点"))] == [(True, 2019)]
    assert [(c.planned, c.year) for c in claims("学习借鉴杭州容缺受理经验。")] == [(None, 2018)]


def test_the_quote_is_the_clause() -> None:
    text = "一年来，学习借鉴杭州容缺受理经验，减少跑动；其他工作稳步推进。"
    (claim,) = claims(text)
    assert text[claim.start : claim.end] == "一年来，学习借鉴杭州容缺受理经验，减少跑动；"


@pytest.mark.parametrize("kind", ["law", "notice", "measures"])
def test_what_lays_down_rules_claims_nothing(kind: str) -> None:
    assert learned("学习借鉴杭州容缺受理经验。", kind=kind) == []


def test_a_line_that_explains_a_word_claims_nothing() -> None:
    assert learned("名词解释\n容缺受理：学习借鉴杭州容缺受理经验的做法。\n") == []
    assert learned("[8]“容缺受理”：指学习借鉴杭州容缺受理经验的做法。") == []


def test_a_document_of_the_country_or_of_nobody_claims_nothing() -> None:
    assert learned("学习借鉴杭州容缺受理经验。", region="100000") == []
    assert learned("学习借鉴杭州容缺受理经验。", region=None) == []
