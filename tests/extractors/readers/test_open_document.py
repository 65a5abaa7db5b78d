"""OpenDocument texts: paragraphs, tables, notes, margins; what is hidden or deleted is left out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from extractors.readers import read_bytes
from extractors.readers.open_document import read_open_document
from extractors.source import ReadError
from tests.extractors.readers.test_rtf import REPORT

FILES = Path(__file__).parent / "files"
_NAMES = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "text", "table", "style", "draw", "svg", "loext"))
KIND = "application/vnd.oasis.opendocument.text"


def package(body: str, styles: str = "", automatic: str = "", kind: str = KIND, root: str = "text") -> bytes:
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:{root}>{body}</office:{root}></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        if styles:
            archive.writestr("styles.xml", f"<office:document-styles {_NAMES}>{styles}</office:document-styles>")
    return out.getvalue()


def text(body: str, **more: str) -> str:
    return read_open_document(package(body, **more)).text


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def test_a_document_of_a_word_processor() -> None:
    assert read_bytes((FILES / "report.odt").read_bytes(), "报告.odt").text.splitlines() == REPORT


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<text:h>一、总体</text:h>" + p("遂宁市"), "一、总体\n遂宁市"),
        (p('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d'), "a  b\tc\nd"),
        (p("a<text:span>b<text:span>c</text:span></text:span>d"), "abcd"),
        (p('a<text:span text:style-name="H">x</text:span>b'), "ab"),
        (p("a<office:annotation><text:p>x</text:p></office:annotation>b"), "ab"),
        ("<text:tracked-changes><text:p>x</text:p></text:tracked-changes>" + p("a"), "a"),
        ('<text:section text:display="none"><text:p>x</text:p></text:section>' + p("a"), "a"),
        ("<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list>", "a"),
        (p('a<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>b'), "ab\nn"),
        (p('a<text:note text:note-class="endnote"><text:note-body><text:p>n</text:p></text:note-body></text:note>') + p("b"), "a\nb\nn"),
        (p("a<draw:frame><draw:text-box><text:p>c</text:p></draw:text-box></draw:frame>b"), "ab\nc"),
    ],
)  # fmt: skip
def test_paragraphs(body: str, read: str) -> None:
    hidden = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    assert text(body, automatic=hidden) == read


def listed(*items: str, style: str = "L", more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


def item(*inner: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(inner)}</text:list-item>"


def level(number: int, form: str, before: str = "", behind: str = "", more: str = "") -> str:
    kind = "number" if form else "bullet"
    told = f'style:num-format="{form}" style:num-prefix="{before}" style:num-suffix="{behind}"'
    return f'<text:list-level-style-{kind} text:level="{number}" {told} {more}/>'


HAN, SIGNS = "一, 二, 三, ...", "①, ②, ③, ..."
LISTS = (
    '<text:list-style style:name="L">' + level(1, HAN, behind="、") + level(2, HAN, "（", "）")
    + level(3, "1", behind=".", more='text:display-levels="2"') + "</text:list-style>"
    + '<text:list-style style:name="B">' + level(1, "") + level(2, SIGNS) + "</text:list-style>"
    + '<text:list-style style:name="T">' + level(1, HAN, more='text:start-value="3" loext:num-list-format="第%1%条"') + "</text:list-style>"
    + '<style:style style:name="P" style:list-style-name="T"/>'
)  # fmt: skip
OUTLINE = "<text:outline-style>" + "".join(
    f'<text:outline-level-style text:level="{at}" style:num-format="{form}" style:num-suffix="、"/>' for at, form in ((1, HAN), (2, ""))
) + "</text:outline-style>"  # fmt: skip


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (listed(item(p("甲")), item(p("乙"), p("续"))), "一、甲\n二、乙\n续"),
        (listed(item(p("甲"), listed(item(p("丙")), item(p("丁")))), item(p("乙"), listed(item(p("戊"))))), "一、甲\n（一）丙\n（二）丁\n二、乙\n（一）戊"),
        (listed(item(p("甲"))) + p("文") + listed(item(p("乙"))), "一、甲\n文\n一、乙"),
        (listed(item(p("甲"))) + p("文") + listed(item(p("乙")), more='text:continue-numbering="true"'), "一、甲\n文\n二、乙"),
        (listed(item(p("甲")), more='xml:id="a"') + listed(item(p("乙")), style="T") + listed(item(p("丙")), more='text:continue-list="a"'),
         "一、甲\n第三条乙\n二、丙"),
        (listed(item(p("甲"))) + listed(item(listed(item(p("乙")))), more='text:continue-numbering="true"'), "一、甲\n（一）乙"),
        (listed(item(p("甲"), listed(item(p("乙"), listed(item(p("丙"))))))), "一、甲\n（一）乙\n一.1.丙"),
        (listed(item(p("甲")), item(p("乙"), more='text:start-value="7"'), item(p("丙"))), "一、甲\n七、乙\n八、丙"),
        (listed("<text:list-header>" + p("头") + "</text:list-header>", item(p("甲"))), "头\n一、甲"),
        (listed(item(p("甲"), listed(item(p("乙")), style="")), style="B"), "甲\n①乙"),
        (listed(item('<text:p text:style-name="P">甲</text:p>'), style=""), "第三条甲"),
        (listed(item(p("甲")), style="none"), "甲"),
        ('<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">乙</text:h><text:h text:outline-level="1" text:is-list-header="true">丙</text:h>'
         '<text:h text:outline-level="1">丁</text:h>', "一、甲\n乙\n丙\n二、丁"),
        ('<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="1" text:restart-numbering="true" text:start-value="5">乙</text:h>', "一、甲\n五、乙"),
        (listed(item("<text:h>甲</text:h>"), item(p(""), p("乙")), item(p("丙"))), "一、甲\n\n乙\n三、丙"),
    ],
)  # fmt: skip
def test_numbers_of_lists_and_headings_are_printed(body: str, read: str) -> None:
    assert text(body, automatic=LISTS, styles=OUTLINE) == read


def cell(words: str, spans: str = "") -> str:
    return f"<table:table-cell {spans}><text:p>{words}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def test_cells_merged_over_rows_and_over_columns() -> None:
    over_rows, over_columns = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
    rows = (cell("a", over_rows) + cell("b"), COVERED + cell("c"), cell("d", over_columns) + COVERED)
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert text(f"<table:table>{table}</table:table>") == "a\tb\na\tc\nd"


def test_headers_and_footers() -> None:
    styles = (
        "<style:master-page><style:header><text:p>遂宁市人民政府文件</text:p></style:header>"
        '<style:header-first style:display="false"><text:p>x</text:p></style:header-first>'
        "<style:footer><text:p>- 1 -</text:p><text:p>遂宁市人民政府办公室2019年3月8日印发</text:p></style:footer></style:master-page>"
    )
    assert text(p("遂宁市推行一网通办。"), styles=styles).splitlines() == [
        "遂宁市人民政府文件",
        "遂宁市推行一网通办。",
        "遂宁市人民政府办公室2019年3月8日印发",
    ]


def test_objects_and_large_pictures_are_told() -> None:
    large = '<draw:frame svg:width="18cm" svg:height="250mm"><draw:image/></draw:frame>'
    small = '<draw:frame svg:width="1in" svg:height="1in"><draw:image/></draw:frame>'
    source = read_open_document(package(p("a" + large + small) + "<draw:frame><draw:object/><draw:image/></draw:frame>"))
    assert source.unread == ("1 picture as large as a page and 1 embedded object left out",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (package(""), "holds no text"),
        (package("", root="spreadsheet"), r"no text; save the document as \.docx, a table as \.xlsx"),
        (package(p("a"))[:-30], "cut off or damaged"),
        (package("<text:p>a"), "text is damaged"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_bytes(data, "a.odt")


def test_it_is_known_by_its_first_bytes() -> None:
    assert read_bytes(package(p("遂宁市")), "a.docx").text == "遂宁市"
    assert read_bytes(package(p("遂宁市")), "a.txt").text == "遂宁市"
