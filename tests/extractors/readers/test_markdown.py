"""Markdown as the plain text it stands for."""

from __future__ import annotations

import pytest

from extractors.readers import read_bytes


def plain(text: str) -> str:
    return read_bytes(text.encode(), "a.md").text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("# 清源市政务服务条例", "清源市政务服务条例"),
        ("### 第一章　总则 ###", "第一章　总则"),
        ("**一是**推进*集中*办理", "一是推进集中办理"),
        ("__二是__ ~~旧~~ `代码`", "二是 旧 代码"),
        ('见[《通知》](https://example.org/a_(b).html "题")', "见《通知》"),
        ("![图](a.png)正文", "正文"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("> 引用一句", "引用一句"),
        ("- 第一项\n- [x] 第二项\n* 第三项", "第一项\n第二项\n第三项"),
        ("1. 保留编号", "1. 保留编号"),
        ("2018\\. 年\\*", "2018. 年*"),
        ("上<br>下<br/>末", "上\n下\n末"),
        ("<center>居中</center><u>线</u>", "居中线"),
        ("A &amp; B&nbsp;C", "A & B\u00a0C"),
        ("甲  \n乙\\\n丙", "甲\n乙\n丙"),
        ("标题\n====\n正文", "标题\n正文"),
        ("上\n\n---\n\n下", "上\n\n\n下"),
        ("```text\n原样\n```", "原样"),
        ("[1]: https://example.org\n正文", "正文"),
        ("前\n<!-- INFO\n END -->\n后", "前\n\n后"),
        ("前<!-- 一 --><!-- 二 -->后", "前后"),
        ("前<!-- 没有完", "前<!-- 没有完"),
    ],
)
def test_marks_are_taken_off(markup: str, text: str) -> None:
    assert plain(markup) == text + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "　　推进“放管服”改革。",
        "面积3*4米，共5*6米",
        "字段a_b与c_d",
        "占比<5%且>3%",
        "#1号楼",
        "（一）——要点",
        "表 | 里",
    ],
)
def test_what_only_looks_like_marks_stays(text: str) -> None:
    assert plain(text) == text + "\n"


def test_tables_by_tabs() -> None:
    assert plain("| 指标 | **数量** |\n| :--- | ---: |\n| 办件 | 12万 |\n") == "指标\t数量\n办件\t12万\n"


def test_front_matter() -> None:
    source = read_bytes(
        '---\ntitle: "清源市优化营商环境办法"\ndate: 2021-03-05\n发文字号: 清府令第9号\ntags: [a]\n---\n第一条 为了改革。\n'.encode(),
        "a.md",
    )
    assert source.text == "清源市优化营商环境办法\n\n第一条 为了改革。\n"
    assert source.metadata == {"title": "清源市优化营商环境办法", "published": "2021-03-05", "number": "清府令第9号"}


def test_a_ruler_at_the_top_is_no_front_matter() -> None:
    assert plain("---\n\n正文一。\n") == "正文一。\n"


def test_marks_of_code_that_never_close_are_read_in_the_time_of_their_length() -> None:
    marks = "`" * 200_000
    assert plain(f"前{marks}后").rstrip() == f"前{marks}后"
    assert plain("``一个``，` 一处没完").rstrip() == "一个，` 一处没完"
