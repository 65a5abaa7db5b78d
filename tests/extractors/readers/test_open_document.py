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
_NAMES = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "text", "table", "style", "draw", "svg"))
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
    assert source.unread == ("1 embedded object and 1 picture as large as a page left out",)


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
