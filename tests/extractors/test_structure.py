"""Lines, sentences, clauses and sections. The texts are of our own wording."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.structure import analyse_structure

REPORT = """示例市行政审批局2019年工作总结
一、工作开展情况
(一)推进一窗受理。设置窗口12个；办件3万件。群众满意!
1.规范流程。压缩时限。
二、存在问题和下一步打算
(一)存在的问题
数据共享不够。
(二)2020年工作打算
推进跨省通办。
示例市行政审批局
"""


def test_sentences_and_clauses() -> None:
    structure = analyse_structure(REPORT)
    at = REPORT.index("办件")
    assert REPORT[slice(*structure.sentence_at(at))] == "设置窗口12个；办件3万件。"
    assert REPORT[slice(*structure.clause_at(at))] == "办件3万件。"
    assert REPORT[slice(*structure.line_at(at))].startswith("(一)推进一窗受理")


def test_sections_by_their_headings() -> None:
    structure = analyse_structure(REPORT)

    def section(words: str) -> tuple[str, str | None, int | None]:
        found = structure.section_at(REPORT.index(words))
        return found.title, found.kind, found.year

    assert section("设置窗口") == ("推进一窗受理", "done", None)
    assert section("压缩时限") == ("规范流程", "done", None)
    assert section("数据共享不够") == ("存在的问题", "problem", None)
    assert section("推进跨省通办") == ("2020年工作打算", "plan", 2020)


def test_a_line_that_a_page_broke_is_no_end_of_a_sentence() -> None:
    words = "为了规范政务服务行为提升服务效能根据有关法律法规的规定结合本市实际"
    text = "\n".join([words] * 14) + "。\n第二条 本市范围内适用本办法。\n"
    structure = analyse_structure(text)
    assert structure.sentence_at(0) == (0, text.index("。") + 1)
    plain = "\n".join([words + "。"] * 14)
    assert len(analyse_structure(plain).sentences) == 14


def test_furniture() -> None:
    structure = analyse_structure("正文。\n打印本页", furniture=((4, 8),))
    assert structure.is_furniture(5) and not structure.is_furniture(1)


@given(st.text(alphabet="一、(（)1.。；\n 下步工作打算第二条2020年", max_size=120))
def test_spans_are_sorted_and_disjoint_and_sections_cover_the_text(text: str) -> None:
    structure = analyse_structure(text)
    for spans in (structure.lines, structure.sentences, structure.clauses):
        flat = [offset for span in spans for offset in span]
        assert flat == sorted(flat) and all(start < end for start, end in spans)
    assert structure.sections[0].start == 0
    assert all(section.start <= section.body <= len(text) for section in structure.sections)
