"""Web pages of government sites in several designs, of our own making."""

from __future__ import annotations

import pytest

from extractors.readers import read_bytes
from extractors.source import ReadError, SourceText

TITLE = "清源市人民政府关于推进相对集中行政许可权改革的通知"
BODY = (
    "<p>各县（市、区）人民政府，市政府各部门：</p>"
    "<p>为深化政务服务改革，按照省政府统一部署，现就推进相对集中行政许可权改革有关事项通知如下。</p>"
    "<p>一、推进集中办理。到2021年底，21个部门的186项许可事项划转市行政审批局，实现一枚印章管审批。</p>"
    "<p>二、做好审管衔接。审批局应当自作出决定之日起2个工作日内把结果推送给监管部门，监管部门应当及时认领。</p>"
    "<table><tr><th>序号</th><th>文号</th><th>备注</th></tr>"
    "<tr><td>1</td><td>清府发〔2019〕3号</td><td>继续<br>有效</td></tr></table>"
    "<p style='text-align:right'>清源市人民政府</p><p style='text-align:right'>2021年3月5日</p>"
)
LINES = [
    "各县（市、区）人民政府，市政府各部门：",
    "为深化政务服务改革，按照省政府统一部署，现就推进相对集中行政许可权改革有关事项通知如下。",
    "一、推进集中办理。到2021年底，21个部门的186项许可事项划转市行政审批局，实现一枚印章管审批。",
    "二、做好审管衔接。审批局应当自作出决定之日起2个工作日内把结果推送给监管部门，监管部门应当及时认领。",
    "序号\t文号\t备注",
    "1\t清府发〔2019〕3号\t继续 有效",
    "清源市人民政府",
    "2021年3月5日",
]
FRAME = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_政策文件_清源市人民政府</title>{meta}
<style>p {{color: red}}</style><script>var 发文字号 = "假的";</script></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">互动交流</a></li></ul></div>
<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a> &gt; 政策文件</div>
{head}
<div {place}>{body}</div>
<div class="tools">【打印本页】【关闭窗口】 字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div>上一篇：<a href="#">清源市人民政府关于做好防汛工作的通知</a></div>
<div class="footer"><p>主办单位：清源市人民政府办公室　承办单位：清源市大数据中心</p>
<p>网站标识码：5199000001　川ICP备12345678号　川公网安备51990002000001号</p></div></body></html>"""

NUMBER, DATE, ISSUER = "清府发〔2021〕7号", "2021-03-05", "清源市人民政府"
WHOLE = {"title": TITLE, "number": NUMBER, "issuer": ISSUER, "date": DATE, "published": "2021-03-08"}
HEADS = {
    "table of label cells with colons": f"""<table><tr><td><b>索 引 号：</b></td><td>003-2021</td><td><b>主题分类：</b></td>
        <td>综合政务</td></tr><tr><td><b>发文机关：</b></td><td>{ISSUER}</td><td><b>成文日期：</b></td><td>2021年03月05日</td></tr>
        <tr><td><b>标　　题：</b></td><td colspan="3">{TITLE}</td></tr>
        <tr><td><b>发文字号：</b></td><td>{NUMBER}</td><td><b>发布日期：</b></td><td>2021年03月08日</td></tr></table>""",
    "table of head cells without colons": f"""<table><tr><th>索引号</th><td>003</td><th>发文字号</th><td>{NUMBER}</td></tr>
        <tr><th>发文机关</th><td>{ISSUER}</td><th>成文日期</th><td>2021-03-05</td></tr>
        <tr><th>标题</th><td>{TITLE}</td><th>发布日期</th><td>2021-03-08</td></tr></table>""",
    "paragraphs within cells": f"""<table><tr><td><p><b>发文机关：</b></p></td><td><p>{ISSUER}</p></td>
        <td><p><b>发文字号：</b></p></td><td><p>{NUMBER}</p></td></tr><tr><td><p>成文日期：</p></td><td><p>2021年3月5日</p></td>
        <td><p>发布日期：</p></td><td><p>2021/3/8</p></td></tr></table><h1>{TITLE}</h1>""",
    "list": f"""<ul><li><span>索 引 号：</span>003</li><li><strong>发文机构：</strong>{ISSUER}</li><li>发文字号：{NUMBER}</li>
        <li>成文日期： 2021年03月05日</li><li><label>发布日期：</label><em>2021年03月08日</em></li></ul><h1>{TITLE}</h1>""",
    "terms": f"""<dl><dt>发文机关</dt><dd>{ISSUER}</dd><dt>文号</dt><dd>{NUMBER}</dd><dt>成文日期</dt><dd>20210305</dd>
        <dt>公开日期</dt><dd>2021-03-08 09:00:00</dd></dl>""",
    "pairs of blocks": f"""<div><div>发文字号</div><div>{NUMBER}</div></div><div><div>发布机构：</div><div>{ISSUER}</div></div>
        <div><div>成文日期：</div><div>2021-03-05</div></div><div><div>发布时间：</div><div>2021-03-08 10:21</div></div>""",
    "spans in a paragraph": f"""<p><span>发文机关：</span><span>{ISSUER}</span></p><p><span>发文字号：</span><span>{NUMBER}</span>
        </p><p>成文日期：2021-03-05　发布日期：2021-03-08</p>""",
}


def page(head: str = "", body: str = BODY, place: str = 'class="nr"', title: str = TITLE, meta: str = "") -> SourceText:
    return read_bytes(FRAME.format(head=head, body=body, place=place, title=title, meta=meta).encode(), "a.html")


@pytest.mark.parametrize("place", ['class="nr"', 'class="TRS_Editor"', 'id="zoom"'])
@pytest.mark.parametrize("design", HEADS)
def test_metadata_of_each_design(design: str, place: str) -> None:
    source = page(HEADS[design], place=place)
    assert source.metadata == WHOLE
    assert source.text.rstrip("\n").split("\n")[-len(LINES) :] == LINES
    assert source.text.count(NUMBER) == 1
    assert f"号：{NUMBER}\n" in source.text
    for outside in ("互动交流", "当前位置", "防汛", "ICP", "主办单位", "color", "假的"):
        assert outside not in source.text


def test_the_lines_of_the_table_come_first_and_only_the_pages_own_are_furniture() -> None:
    source = page(HEADS["table of label cells with colons"])
    assert source.text.startswith(
        "索引号：003-2021\n主题分类：综合政务\n发文机关：清源市人民政府\n成文日期：2021年03月05日\n标题："
    )
    marked = [source.text[start:end] for start, end in source.furniture]
    assert marked == ["索引号：003-2021", "主题分类：综合政务", "发布日期：2021年03月08日"]


def test_a_news_page_has_a_date_of_publication_and_no_issuer() -> None:
    bar = "<div>来源：市政府办公室　发布时间：2021-03-08 10:21　浏览次数：<span>231</span></div>"
    source = page(f"<h1>{TITLE}</h1>{bar}")
    assert source.metadata == {"title": TITLE, "published": "2021-03-08"}
    assert source.text.startswith(f"发布时间：2021-03-08 10:21\n{TITLE}\n{LINES[0]}")
    assert [source.text[start:end] for start, end in source.furniture] == ["发布时间：2021-03-08 10:21"]


def test_meta_elements() -> None:
    meta = (
        '<meta name="ArticleTitle" content="关于推进改革的通知"><meta name="PubDate" content="2021-03-08 10:21">'
        '<meta name="ContentSource" content="市政府办公室"><meta name="Url" content="http://www.example.gov.cn/1.html">'
        '<meta property="og:url" content="/1.html">'
    )
    assert page(meta=meta).metadata == {
        "title": "关于推进改革的通知",
        "published": "2021-03-08",
        "url": "http://www.example.gov.cn/1.html",
    }


def test_a_printed_link_without_its_address_leaves_the_one_of_meta() -> None:
    address = "https://www.example.gov.cn/a/1.html"
    source = page("<p>原文链接：点击查看</p>", meta=f'<meta name="url" content="{address}">')
    assert source.metadata["url"] == address


def test_the_title_element_without_the_site() -> None:
    source = page()
    assert source.metadata["title"] == TITLE
    assert source.text.startswith(TITLE + "\n")


def test_a_heading_that_names_the_site_is_no_title() -> None:
    assert page("<h1>清源市人民政府</h1>").metadata["title"] == TITLE


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<h2>岳阳市人民政府<br>关于优化窗口的通知</h2>", "岳阳市人民政府关于优化窗口的通知"),
        ("<h3>岳阳市窗口服务办法</h3><h3>相关链接和栏目</h3>", "岳阳市窗口服务办法"),
        ("<h2>政务公开与服务栏目</h2>", None),
    ],
)
def test_a_lower_heading_that_ends_as_a_title_does(heading: str, title: str | None) -> None:
    page = f"<html><body>{heading}<div id='zoom'><p>为方便群众办事，各窗口应当一次告知。</p></div></body></html>"
    assert read_bytes(page.encode(), "a.html").metadata.get("title") == title


def test_the_table_is_the_truth_over_meta() -> None:
    source = page(HEADS["terms"], meta='<meta name="PubDate" content="2022-01-01">')
    assert source.metadata["published"] == "2021-03-08"


def test_labels_among_the_sentences_are_the_documents_own() -> None:
    body = BODY.replace("<p>二、", "<p>主办单位：市行政审批局</p><p>时间：2021年6月8日</p><p>二、")
    source = page(body=body)
    assert "主办单位：市行政审批局\n时间：2021年6月8日\n" in source.text
    assert "published" not in source.metadata


def test_an_old_page_laid_out_by_tables() -> None:
    markup = (
        "<html><head><title>清源市审批局2021年工作总结-工作总结-清源市行政审批局</title></head><body><div>"
        "<a href='/'>首页</a><a href='/1'>机构职能</a></div><table><tr><td><ul><li><a href='/a'>政策文件</a></li></ul></td>"
        "<td><table><tr><td>清源市审批局2021年工作总结</td></tr><tr><td>发布时间：2022-01-08 &nbsp; 点击数：<b></b></td></tr>"
        "<tr><td>　　2021年，我局坚持改革创新。<br>　　一、审批提速。办结12.6万件。<br>　　二、下一步打算。推进共享。<br><br>"
        "清源市行政审批局<br>2022年1月6日</td></tr></table></td></tr></table><div>版权所有：清源市行政审批局</div></body></html>"
    )
    source = read_bytes(markup.encode("gbk"), "a.htm")
    assert source.text.split("\n") == [
        "发布时间：2022-01-08",
        "清源市审批局2021年工作总结",
        "2021年，我局坚持改革创新。",
        "一、审批提速。办结12.6万件。",
        "二、下一步打算。推进共享。",
        "清源市行政审批局",
        "2022年1月6日",
        "",
    ]
    assert source.metadata == {"title": "清源市审批局2021年工作总结", "published": "2022-01-08"}


def test_a_number_between_title_and_body() -> None:
    source = page(f"<h1>{TITLE}</h1><p><a href='/1'>清府发〔2019〕1号</a></p><p style='text-align:center'>{NUMBER}</p>")
    assert source.text.startswith(f"{TITLE}\n{NUMBER}\n{LINES[0]}\n")


def test_a_label_before_the_document_itself_takes_nothing_from_it() -> None:
    source = page(f"<div><b>发布日期：</b></div><div>{BODY}</div>", body="<p>完。</p>")
    assert "\n".join(LINES) in source.text
    assert "published" not in source.metadata


def test_a_data_table_with_a_column_of_numbers_gives_no_number() -> None:
    assert "number" not in page(place='id="zoom"').metadata


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gbk", "gb2312"), ("gb18030", "GBK"), ("utf-16", "utf-16"), ("big5", "big5")]
)
def test_declared_charsets(encoding: str, declared: str) -> None:
    text = "推行一件事一次辦，改善政務服務。" if encoding == "big5" else "推行“一件事一次办”，优化政务服务。"
    markup = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body><p>{text}</p></body></html>'
    assert read_bytes(markup.encode(encoding), "a.htm").text == text + "\n"


def test_a_wrong_declaration_does_not_spoil_utf8() -> None:
    markup = '<html><head><meta charset="gb2312"></head><body><p>推行一件事一次办。</p></body></html>'
    assert read_bytes(markup.encode(), "a.html").text == "推行一件事一次办。\n"


def test_source_line_ends_are_no_blanks_and_entities_are_characters() -> None:
    markup = (
        "<html><body><p>\n　　推进政务\n    服务改革&nbsp;&amp;&#x201C;放管服&rdquo;，\n办件12万件。</p></body></html>"
    )
    assert read_bytes(markup.encode(), "a.html").text == "推进政务服务改革 &“放管服”，办件12万件。\n"


def test_hidden_elements_are_left_out() -> None:
    assert "看不见" not in page(body=BODY + '<p style="display: none">看不见。</p>').text


def test_a_short_page_of_no_known_design_keeps_its_lines() -> None:
    notice = (
        "<h2>关于启用“清易办”自助终端的公告</h2><p>自2021年4月1日起，我市启用“清易办”自助终端。</p>"
        "<p>清源市行政审批局</p><p>2021年3月20日</p>"
    )
    assert read_bytes(notice.encode(), "a.html").text.split("\n") == [
        "关于启用“清易办”自助终端的公告",
        "自2021年4月1日起，我市启用“清易办”自助终端。",
        "清源市行政审批局",
        "2021年3月20日",
        "",
    ]


def test_a_page_whose_body_holds_the_sentences_itself_loses_no_line() -> None:
    markup = f"<html><body><div><a href='/'>首页</a></div>{BODY}</body></html>"
    assert read_bytes(markup.encode(), "a.html").text.rstrip("\n").split("\n")[-len(LINES) :] == LINES


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            "<tr><td rowspan='2'>东河县</td><td>河长制</td></tr><tr><td>林长制</td></tr><tr><td>西河县</td><td>路长制</td></tr>",
            ["东河县\t河长制", "东河县\t林长制", "西河县\t路长制"],
        ),
        (
            "<tr><td>甲</td><td>河长制</td><td rowspan='9'>2019年</td></tr><tr><td>乙</td><td>林长制</td></tr>",
            ["甲\t河长制\t2019年", "乙\t林长制\t2019年"],
        ),
        (
            f"<tr><td rowspan='2'>{'改' * 31}</td><td>河长制</td></tr><tr><td>甲</td><td>林长制</td></tr>",
            [f"{'改' * 31}\t河长制", "甲\t林长制"],
        ),
        (
            "<tr><td rowspan='2' colspan='2'>东河县</td><td>河长制</td></tr><tr><td>林长制</td></tr>",
            ["东河县\t河长制", "东河县\t林长制"],
        ),
    ],
)
def test_a_cell_over_several_rows_heads_each_of_them(rows: str, lines: list[str]) -> None:
    text = read_bytes(f"<html><body><table>{rows}</table></body></html>".encode(), "a.html").text
    assert text.rstrip("\n").split("\n") == lines


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<html><frameset></frameset></html>"])
def test_a_page_without_text(markup: str) -> None:
    with pytest.raises(ReadError, match="no text of its own"):
        read_bytes(markup.encode(), "a.html")


@pytest.mark.slow
def test_a_deep_page_and_a_wide_one_end() -> None:
    for markup in ("<div>" * 30_000 + "改革", "<table><tr><td>改革</td><td>3项</td></tr></table>" * 12_000):
        try:
            assert "改革" in read_bytes(f"<html><body>{markup}".encode(), "a.html").text
        except ReadError as error:
            assert "deep inside each other" in str(error)


def test_headings_that_are_never_closed_are_read_in_the_time_of_their_length() -> None:
    """Each holds all that follow: where each was read to its end, 1,900 took four seconds."""
    source = page(f"<p>{TITLE}</p>" + "<h1>清源市文明行为首页</div>" * 1900)
    assert source.metadata["title"] == TITLE
