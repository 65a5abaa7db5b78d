"""What of a Word document does not stand in its body: margins, notes, boxes, inserted files, hidden text, merged cells."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from extractors.pipeline import Extractor
from extractors.readers import read_bytes
from extractors.source import SourceText
from tests.extractors.readers.test_word import SPACE, package, run, saved

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'{SPACE} xmlns:r="{RELATIONS}"'
BODY = "清源市2021年政务服务工作总结"


def built(body: str, parts: dict[str, str]) -> SourceText:
    """The text of ``packed``."""
    return read_bytes(packed(body, parts), "a.docx")


def packed(body: str, parts: dict[str, str]) -> bytes:
    """A package with ``parts`` (by name) that ``word/document.xml`` points to by rId1, rId2 … in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        kinds = [name.split(".")[0].rstrip("0123456789") for name in parts]
        told = "".join(
            f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{name}"/>'
            for number, (kind, name) in enumerate(zip(kinds, parts, strict=True), 1)
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{told}</Relationships>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}", content)
    return file.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def section(*references: str) -> str:
    return f"<w:sectPr>{''.join(references)}</w:sectPr>"


def header(*lines: str) -> str:
    return f"<w:hdr {SPACES}>{''.join(map(paragraph, lines))}</w:hdr>"


HEADER, FIRST = "<w:headerReference w:type='default' r:id='rId1'/>", "<w:headerReference w:type='first' r:id='rId2'/>"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["西充县人民政府文件", "西府发〔2020〕3号"], True),
        (["阆府函〔2021〕十四号"], True),
        (["南部县人民政府公报"], True),
        (["西充县法治政府建设报告"], False),
        (["内部资料  注意保存"], False),
        (["西充县人民政府办公室"], False),
    ],
)
def test_a_red_head_in_the_page_header_is_text_and_a_running_title_is_furniture(lines: list[str], told: bool) -> None:
    source = built(paragraph(BODY) + section(HEADER), {"header1.xml": header(*lines)})
    assert source.text == "\n".join([*lines, BODY])
    assert (source.furniture == ()) is told


def test_the_red_head_tells_the_head() -> None:
    body = "".join(map(paragraph, ["关于推行河长制的通知", "各乡镇人民政府：", "全县推行河长制。"]))
    parts = {"header1.xml": header("西充县人民政府文件", "西府发〔2020〕3号")}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {SPACES}><w:body>{body}{section(HEADER)}</w:body></w:document>"
        )
        told = f'<Relationship Id="rId1" Type="{RELATIONS}/header" Target="header1.xml"/>'
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{told}</Relationships>")
        archive.writestr("word/header1.xml", parts["header1.xml"])
    head = Extractor().record(file.getvalue(), "a.docx").document
    assert (head.title, head.number, head.issuer, head.region) == (
        "关于推行河长制的通知",
        "西府发〔2020〕3号",
        "西充县人民政府",
        "511325",
    )


def test_margins_stand_once_without_page_numbers_and_only_where_they_are_shown() -> None:
    body = paragraph(BODY) + section(HEADER, FIRST) + section(HEADER, FIRST, "<w:titlePg/>")
    first = header("仅首页可见", "第 1 页 共 9 页")
    assert built(body, {"header1.xml": header("简报", "- 1 -", BODY), "header2.xml": first}).text.split("\n") == [
        "简报",
        "仅首页可见",
        BODY,
    ]
    assert (
        "仅首页可见"
        not in built(
            paragraph(BODY) + section(HEADER, FIRST), {"header1.xml": header("简报"), "header2.xml": first}
        ).text
    )


def test_a_footer_follows_the_body_and_tells_who_printed_it() -> None:
    footer = f"<w:ftr {SPACES}>{paragraph('西充县人民政府办公室 2020年5月6日印发')}{paragraph('— 2 —')}</w:ftr>"
    reference = "<w:footerReference w:type='default' r:id='rId1'/>"
    source = built(paragraph(BODY) + section(reference), {"footer1.xml": footer})
    assert (source.text, source.furniture) == (f"{BODY}\n西充县人民政府办公室 2020年5月6日印发", ())


def test_a_footnote_follows_its_paragraph_and_an_endnote_the_body() -> None:
    def notes(kind: str, text: str) -> str:
        separator = f"<w:{kind} w:type='separator' w:id='0'>{paragraph('———')}</w:{kind}>"
        return f"<w:{kind}s {SPACES}>{separator}<w:{kind} w:id='2'>{paragraph(text)}</w:{kind}></w:{kind}s>"

    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    body = (
        f"<w:p>{run('推行河长制')}{mark}{run('。')}</w:p>"
        f"<w:p>{run('推行林长制')}<w:r><w:endnoteReference w:id='2'/></w:r>{mark}</w:p>{paragraph('特此报告')}"
    )
    parts = {"footnotes.xml": notes("footnote", "见脚注。"), "endnotes.xml": notes("endnote", "见尾注。")}
    assert built(body, parts).text.split("\n") == ["推行河长制。", "见脚注。", "推行林长制", "特此报告", "见尾注。"]


@pytest.mark.parametrize(
    ("kind", "note", "number"),
    [
        ("footnote", "见《西充县人民政府关于推行河长制的意见》（西府发〔2018〕9号）。", "西府发〔2018〕9号"),
        ("endnote", "依据西府办发〔2017〕31号。", "西府办发〔2017〕31号"),
        ("footnote", "《四川省河长制工作规程》，川办发〔2017〕五十二号", "川办发〔2017〕52号"),
    ],
)
def test_a_policy_that_a_note_names_is_cited(kind: str, note: str, number: str) -> None:
    notes = f"<w:{kind}s {SPACES}><w:{kind} w:id='2'>{paragraph(note)}</w:{kind}></w:{kind}s>"
    body = f"{paragraph('西充县2019年工作情况')}<w:p>{run('全面推行河长制')}<w:r><w:{kind}Reference w:id='2'/></w:r>{run('。')}</w:p>"
    record = Extractor().record(packed(body, {f"{kind}s.xml": notes}), "a.docx")
    assert [policy.number for policy in record.policies] == [number]


def test_a_note_in_a_table_follows_the_table() -> None:
    mark = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    cells = f"<w:tc><w:p>{run('办件')}{mark}</w:p></w:tc><w:tc>{paragraph('9件')}</w:tc>"
    notes = f"<w:footnotes {SPACES}><w:footnote w:id='2'>{paragraph('含网办。')}</w:footnote></w:footnotes>"
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert built(body, {"footnotes.xml": notes}).text == "办件\t9件\n含网办。"


def test_text_boxes_inside_text_boxes_are_read_once() -> None:
    inner = f"<w:r><w:txbxContent>{paragraph('里')}</w:txbxContent></w:r>"
    box = f"<w:r><w:txbxContent><w:p>{run('外')}{inner}</w:p></w:txbxContent></w:r>"
    assert read_bytes(package(f"<w:p>{run('文')}{box}</w:p>"), "a.docx").text == "文\n外\n里"


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ([[BODY, "全县推行河长制。", "二、打算"]], [BODY, "全县推行河长制。", "二、打算"]),
        ([["单位", "西充县"], ["做法", "改" * 500]], ["单位\t西充县", "做法", "改" * 500]),
        ([["事项", "数量"], ["办件", "9件"]], ["事项\t数量", "办件\t9件"]),
    ],
)
def test_a_table_that_lays_out_the_page_is_read_as_paragraphs(cells: list[list[str]], lines: list[str]) -> None:
    def row(texts: list[str]) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{paragraph(text)}</w:tc>' for text in texts)}</w:tr>"

    if len(cells) == 1:
        table = f"<w:tbl><w:tr><w:tc>{''.join(map(paragraph, cells[0]))}</w:tc></w:tr></w:tbl>"
    else:
        table = f"<w:tbl>{''.join(map(row, cells))}</w:tbl>"
    assert read_bytes(package(table), "a.docx").text.split("\n") == lines


def test_a_cell_merged_over_rows_heads_each_of_them() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "西充县"
    table.cell(2, 0).text = "南部县"
    for number, text in enumerate(["河长制", "林长制", "路长制"]):
        table.cell(number, 1).text = text
    assert read_bytes(saved(document), "a.docx").text.split("\n") == [
        "西充县\t河长制",
        "西充县\t林长制",
        "南部县\t路长制",
    ]


@pytest.mark.parametrize(
    ("name", "content", "read"),
    [
        (
            "afchunk1.html",
            "<html><body><p>全县推行河长制。</p><p>全县推行林长制。</p></body></html>",
            "全县推行河长制。",
        ),
        ("afchunk1.txt", "全县推行河长制。", "全县推行河长制。"),
        ("afchunk1.rtf", "{\\rtf1 x}", "x"),
        ("afchunk1.bin", "x", ""),
    ],
)
def test_an_inserted_file_is_read_or_said(name: str, content: str, read: str) -> None:
    source = built(paragraph(BODY) + "<w:altChunk r:id='rId1'/>" + paragraph("特此报告"), {name: content})
    assert source.text.startswith(f"{BODY}\n{read}") and source.text.endswith("\n特此报告")
    assert bool(source.unread) is not bool(read)
    assert all("afchunk1.bin" in told and "kind .bin" in told for told in source.unread)


def test_hidden_text_is_left_out_by_run_and_by_style() -> None:
    styles = (
        f"<w:styles {SPACE}><w:style w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:styleId='k'><w:basedOn w:val='h'/></w:style></w:styles>"
    )

    def styled(properties: str, text: str) -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"

    by_style, shown = "<w:rStyle w:val='k'/>", "<w:vanish w:val='0'/>"
    body = (
        f"<w:p>{run('全县')}{styled('<w:vanish/>', '没有')}{styled(by_style, '并未')}"
        f"{styled(shown, '推行')}{run('河长制')}</w:p>"
        f"<w:p><w:pPr><w:pStyle w:val='h'/></w:pPr>{run('批注')}{styled(shown, '特此报告')}</w:p>"
    )
    assert built(body, {"styles.xml": styles}).text == "全县推行河长制\n特此报告"


def test_what_is_no_text_is_said() -> None:
    picture = "<w:drawing><x:inline xmlns:x='x'><x:extent cx='{}' cy='{}'/><x:pic/></x:inline></w:drawing>"
    formula = "<w:object><x:OLEObject xmlns:x='x' ProgID='Equation.3'/></w:object>"
    body = (
        f"<w:p>{run(BODY)}<w:r>{picture.format(5_400_000, 7_500_000) * 2}{picture.format(400_000, 400_000)}</w:r></w:p>"
    )
    inside = f"<w:p><w:r><w:object><x:OLEObject xmlns:x='x' ProgID='Excel.Sheet'/></w:object>{formula}</w:r></w:p>"
    assert read_bytes(package(body + inside), "a.docx").unread == (
        "2 pictures as large as a page and 1 embedded object left out",
    )
