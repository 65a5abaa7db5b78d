"""The clause around a mention."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.text.structure import analyse_structure
from kg import sentences
from kg.sentences import REACH, Sentences

PROSE = (
    "2018年，全市坚持便民利企，在各级政务服务大厅全面推行一网通办，企业和群众办理登记、缴税、参保等事项只跑一次；年底前覆盖所有乡镇。"
    "群众满意度明显提升，企业开办时间压缩到一天以内，营商环境排名上升三位。各部门清理证明事项，取消重复材料，"
    "能共享的不再提交，能承诺的不再等待。监管方式不断创新，双随机一公开实现全覆盖，信用监管在重点行业试行，"
    "投诉渠道更加畅通。下一步将继续简政放权，让改革成果惠及更多群众，让市场主体轻装前行，让干部作风更加务实。"
)
WRAPPED = "\n".join(PROSE[at : at + 26] for at in range(0, len(PROSE), 26))


def shown(text: str, mention: str) -> str:
    start = text.index(mention)
    return text[slice(*Sentences(text).around(start, start + len(mention)))]


@pytest.mark.parametrize(
    ("text", "mention", "clause"),
    [
        ("上年。我市推行一网通办！下一步。", "一网通办", "我市推行一网通办！"),
        ("标题\n  我市推行一网通办\n落款", "一网通办", "我市推行一网通办"),
        ("一网通办", "一网通办", "一网通办"),
        ("按《办法》（川府令第3号）执行；另行通知", "川府令第3号", "按《办法》（川府令第3号）执行；"),
        ("他说：“推行一网通办！”大家鼓掌。", "一网通办", "他说：“推行一网通办！”"),
        ("他说：“推行一网通办！”大家鼓掌。", "大家", "大家鼓掌。"),
        ("事项\t推行一网通办\t县政务局", "一网通办", "推行一网通办"),
        ("一是推行一网通办；二是推行一件事一次办；三是放权。", "一件事一次办", "二是推行一件事一次办；"),
        (f"{'甲' * 400}一网通办{'乙' * 400}", "一网通办", f"{'甲' * REACH}一网通办{'乙' * REACH}"),
    ],
)
def test_clause(text: str, mention: str, clause: str) -> None:
    assert shown(text, mention) == clause


@pytest.mark.parametrize("mention", ["一网通办", "双随机一公开", "信用监管", "简政放权"])
def test_the_width_of_a_page_cuts_no_clause(mention: str) -> None:
    assert mention in WRAPPED and shown(WRAPPED, mention).replace("\n", "") == shown(PROSE, mention)


@given(st.text("甲乙。\n ；\t，”", max_size=60), st.integers(0, 59), st.integers(1, 10))
def test_the_mention_is_always_inside(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = Sentences(text).around(start, end)
    assert 0 <= first <= start <= end <= last <= len(text)


@given(st.text("甲乙丙丁戊己庚辛。\n ；\t，”", max_size=140), st.integers(0, 139))
@example("”；”", 2)
@example("甲；”乙", 2)
def test_a_short_clause_is_the_extractors(text: str, place: int) -> None:
    place = min(place, len(text))
    clause = analyse_structure(text).clause_at(place)
    if clause[0] <= place < clause[1]:
        assert Sentences(text).around(place, place + 1) == clause


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(sentences).failed == 0
