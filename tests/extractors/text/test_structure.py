"""Lines, sentences, clauses and sections. The texts are of our own wording."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.text.structure import analyse_structure

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


def test_a_number_in_the_name_of_a_plan_is_not_the_year_of_its_heading() -> None:
    structure = analyse_structure("一、2024年回顾\n推行一网通办。\n二、对标中国制造2025，壮大先进制造\n推行一窗受理。\n三、2026打算\n推行告知承诺。")
    assert [section.year for section in structure.sections if section.title] == [2024, None, 2026]


WRAPPED = """示例市政务服务条例

第一条 为了规范政务服务行为，提升政务服务效能，优化营
商环境，根据有关法律、法规的规定，结合本市实际，制定本条
例。

第二条 本市行政区域内的政务服务及其监督管理，适用本
— 2 —
条例。

（一）推行一窗受理。各级政务服务中心设置综合窗口，实行

前台受理、后台审批。对跨部门事项，由牵头部门统一受理，一

次告知。

（二）推行一网通办
政务服务事项应当在线办理，但是法律、法规另有规定的除外，

涉密事项按照国家有关规定办理。各部门不得另设办理渠道，不

得要求重复提交材料。
"""


def _sentence(text: str, words: str) -> str:
    return text[slice(*analyse_structure(text).sentence_at(text.index(words)))].replace("\n", "")


def test_a_line_that_a_page_broke_is_no_end_of_a_sentence() -> None:
    assert _sentence(WRAPPED, "优化营") == "第一条 为了规范政务服务行为，提升政务服务效能，优化营商环境，" \
        "根据有关法律、法规的规定，结合本市实际，制定本条例。"  # fmt: skip
    assert _sentence(WRAPPED, "适用本").endswith("条例。")
    assert _sentence(WRAPPED, "对跨部门") == "对跨部门事项，由牵头部门统一受理，一次告知。"
    assert _sentence(WRAPPED, "各部门不得") == "各部门不得另设办理渠道，不得要求重复提交材料。"
    assert _sentence(WRAPPED, "示例市") == "示例市政务服务条例"
    assert _sentence(WRAPPED, "推行一网") == "（二）推行一网通办"


def test_a_link_in_a_line_of_its_own_is_part_of_its_sentence() -> None:
    text = "全年污染整治持续用力、成效明显。我们关停了\n散乱污\n企业二十家。细颗粒物（PM\n2.5\n）浓度下降。\n各位代表！"
    assert _sentence(text, "关停") == "我们关停了散乱污企业二十家。"
    assert _sentence(text, "2.5") == "细颗粒物（PM2.5）浓度下降。"
    assert _sentence(text, "各位") == "各位代表！"


def test_lines_that_end_are_not_joined() -> None:
    lines = ["深入推进放管服改革，优化营商环境", "实现一窗受理全覆盖。", "狠抓落实，项目建设取得新成效", "新开工项目十个。"]
    assert len(analyse_structure("\n".join(lines)).sentences) == 4
    listed = "办理时限压缩一半。牵头单位：示例区教育局\n7.2018年春季起实行网上报名。"
    assert _sentence(listed, "网上报名") == "7.2018年春季起实行网上报名。"


def test_headings_inside_a_text_without_line_breaks() -> None:
    filler = "全市上下抓改革、促发展、惠民生，各项工作稳步推进。" * 70
    text = f"各位代表：现在报告工作。 一、2023年工作回顾 过去一年成绩突出。{filler}二、2024年工作安排 推行一网通办。（一）提升服务效能。推行免申即享。"
    structure = analyse_structure(text)
    assert structure.section_at(text.index("过去一年")).kind == "done"
    assert structure.section_at(text.index("过去一年")).title == "2023年工作回顾"
    assert structure.section_at(text.index("推行一网")).year == 2024
    assert structure.section_at(text.index("免申即享")).kind == "plan"
    assert structure.section_at(text.index("免申即享")).title == "提升服务效能"


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
