"""Word documents made with python-docx and, where it cannot, by hand."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from extractors.readers import read_bytes
from extractors.source import ReadError

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def package(body: str, space: str = SPACE) -> bytes:
    """A package with nothing but the main part, as some programs write it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    return file.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.core_properties.title = "模板"
    document.core_properties.author = "某人"
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.add_heading("清源市2021年政务服务工作总结", 1)
    document.add_paragraph("一、主要成效")
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, [("指标", "数量"), ("办件", "12.6万件\n（含网办）")], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("二、下一步打算")
    source = read_bytes(saved(document), "总结.docx")
    assert (
        source.text
        == "内部资料\n清源市2021年政务服务工作总结\n一、主要成效\n指标\t数量\n办件\t12.6万件 （含网办）\n二、下一步打算"
    )
    assert source.metadata == {}
    assert source.furniture == ((0, 4),)  # it runs along the pages


def test_merged_cells_are_read_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合计"
    table.cell(0, 2).text = "186项"
    assert read_bytes(saved(document), "a.docx").text == "合计\t186项"


def test_tracked_changes_controls_and_boxes() -> None:
    body = (
        f"<w:sdt><w:sdtContent><w:p>{run('标题')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{run('全年')}<w:ins>{run('办理')}</w:ins><w:del><w:r><w:delText>受理</w:delText></w:r></w:del>{run('9件')}</w:p>"
        f"<w:p>{run('正文')}<w:r><w:drawing><w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent></w:drawing></w:r></w:p>"
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type='page'/></w:r></w:p>"
    )
    assert read_bytes(package(body), "a.docx").text == "标题\n全年办理9件\n正文\n框内\n甲\t乙\n丙"


def test_the_strict_dialect() -> None:
    assert read_bytes(package(f"<w:p>{run('改革')}</w:p>", STRICT), "a.docx").text == "改革"


def test_numbers_that_only_the_program_shows() -> None:
    lists = (
        f"<w:numbering {SPACE}><w:abstractNum w:abstractNumId='4'>"
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='（%2）'/></w:lvl>"
        "<w:lvl w:ilvl='2'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%3.'/></w:lvl>"
        "<w:lvl w:ilvl='3'><w:numFmt w:val='bullet'/><w:lvlText w:val='●'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='7'><w:abstractNumId w:val='4'/></w:num></w:numbering>"
    )
    styles = f"<w:styles {SPACE}><w:style w:styleId='a'><w:pPr><w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style></w:styles>"

    def item(depth: int, text: str) -> str:
        own = f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='7'/></w:numPr>" if depth else "<w:pStyle w:val='a'/>"
        return f"<w:p><w:pPr>{own}</w:pPr>{run(text)}</w:p>"

    body = "".join(
        [
            item(0, "成效"),
            item(1, "审批"),
            item(1, "监管"),
            item(2, "抽查"),
            item(3, "点"),
            item(0, "打算"),
            item(1, "共享"),
        ]
        + [item(0, f"第{number}") for number in range(99)]
    )
    file = io.BytesIO(package(body))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/numbering.xml", lists)
        archive.writestr("word/styles.xml", styles)
    text = read_bytes(file.getvalue(), "a.docx").text.split("\n")
    assert text[:7] == ["一、成效", "（一）审批", "（二）监管", "一.3.抽查", "点", "二、打算", "（一）共享"]
    assert text[-2:] == ["一百、第97", "一百零一、第98"]


def test_the_list_style_of_a_template() -> None:
    document = docx.Document()
    for text in ("受理", "办结"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("要点", style="List Bullet")
    assert read_bytes(saved(document), "a.docx").text == "1.受理\n2.办结\n要点"


def test_no_text() -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read_bytes(saved(docx.Document()), "a.docx")


def test_cut_off_and_damaged() -> None:
    document = docx.Document()
    document.add_paragraph("推进改革。" * 200)
    data = saved(document)
    with pytest.raises(ReadError, match="cut off or damaged"):
        read_bytes(data[: len(data) // 2], "a.docx")
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(package("<w:p>"), "a.docx")


def test_controls_without_end_inside_each_other() -> None:
    depth = 1500
    with pytest.raises(ReadError, match="nested without end"):
        read_bytes(package("<w:sdt>" * depth + f"<w:p>{run('改革')}</w:p>" + "</w:sdt>" * depth), "a.docx")


def test_a_list_whose_level_is_no_number() -> None:
    levels = "<w:lvl w:ilvl='²'><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
    lists = f"<w:abstractNum w:abstractNumId='1'>{levels}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    paragraph = f"<w:p><w:pPr><w:numPr><w:ilvl w:val='x'/><w:numId w:val='1'/></w:numPr></w:pPr>{run('成效')}</w:p>"
    file = io.BytesIO(package(paragraph))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/numbering.xml", f"<w:numbering {SPACE}>{lists}</w:numbering>")
    assert read_bytes(file.getvalue(), "a.docx").text == "一、成效"


def test_an_entity_bomb_stays_small() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY a "{"改" * 99}">]><w:document {SPACE}><w:body><w:p>{run("甲&a;乙")}</w:p></w:body></w:document>',
        )
    assert read_bytes(file.getvalue(), "a.docx").text.count("改") == 0
