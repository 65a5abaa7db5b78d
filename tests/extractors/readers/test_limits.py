"""Limits of files: each refusal names its limit, the page for users has them all, and none costs the machine much."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from extractors.catalogues import read_catalogue
from extractors.readers import limits, read_bytes
from extractors.source import ReadError

PAGE = Path(__file__).parents[3] / "docs" / "limits.md"
TITLE = "遂宁市人民政府关于推行一网通办的通知"


def refusal(data: bytes | str, name: str) -> str:
    """Why a file of this content is refused."""
    with pytest.raises(ReadError) as refused:
        data = data.encode() if isinstance(data, str) else data
        if name.endswith((".csv", ".jsonl", ".xlsx")):
            list(read_catalogue(data, name))
        else:
            read_bytes(data, name)
    return str(refused.value)


def test_users_find_each_limit_on_one_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    values = {name: value for name, value in vars(limits).items() if name.startswith("MAX_")}
    assert len(values) == 19
    for name, value in values.items():
        told = f"{value >> 20} MB" if name.endswith("BYTES") else f"{value:,}"
        assert f" {told}" in page, name


@pytest.mark.parametrize("element", ["div", "span", "blockquote"])
def test_a_page_that_is_nested_without_end_is_refused_by_name(element: str) -> None:
    page = f"<html><body>{f'<{element}>' * 5_000}<p>遂宁市推进一网通办。</p>{f'</{element}>' * 5_000}</body></html>"
    assert "more than 2,047 deep" in refusal(page, "深.html")


def test_a_page_that_is_nested_deep_is_read() -> None:
    page = f"<html><body>{'<div>' * 1_000}<p>遂宁市推进一网通办。</p>{'</div>' * 1_000}</body></html>"
    assert "遂宁市推进一网通办。" in read_bytes(page.encode(), "深.html").text


def test_a_page_of_too_many_elements() -> None:
    assert "more than 1,000,000 marks of structure" in refusal(f"<html><body>{'<br>' * 1_000_001}</body></html>", "空.html")


def test_a_page_of_too_much_text_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.readers.page.MAX_CHARS", 1_000)
    monkeypatch.setattr("extractors.readers.page.lines", None)
    page = f"<html><body>{'<p>遂宁市推进一网通办。</p>' * 101}</body></html>"
    assert "more than 1,000 characters" in refusal(page, "长.html")


def test_a_pdf_of_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.readers.pdf.MAX_PAGES", 2)
    document, data = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(3):
        document.new_page(200, 200)
    document.save(data)
    assert refusal(data.getvalue(), "长.pdf").startswith("the PDF has 3 pages, more than 2")


def test_a_row_of_too_many_cells() -> None:
    assert refusal(f"标题{',' * 20_000}\n{TITLE}\n", "宽.csv").startswith("its row 1 has more than 10,000 cells")
    wide = "{" + f'"标题": "{TITLE}"' + "".join(f', "{n}": 1' for n in range(10_001)) + "}"
    assert refusal(wide, "宽.jsonl").startswith("it has more than 10,000 columns")


def test_a_table_of_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.catalogues.tables.MAX_CELLS", 10)
    assert "more than 10 cells" in refusal("标题,日期\n" + f"{TITLE},2020\n" * 9, "长.csv")


def test_lines_without_end_that_are_no_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.catalogues.tables.MAX_ROWS", 10)
    lines = f'{{"标题": "{TITLE}"}}\n' + "x\n" * 20
    assert refusal(lines, "长.jsonl").startswith("it has more than 10 rows")


def test_a_cell_of_too_many_characters() -> None:
    assert "its row 2 has a cell of more than 1,000,000 characters" in refusal("标题\n" + "改" * 1_000_001, "长.csv")


@pytest.mark.parametrize("parts", [{"word/document.xml": 257 << 20}, {"word/document.xml": 10, "word/styles.xml": 257 << 20}])
def test_a_word_document_that_unpacks_without_end(parts: dict[str, int]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, size in parts.items():
            with package.open(name, "w") as part:
                part.write(b"<document><body/></document>" if size == 10 else b"<document/>")
                for _ in range(size >> 20):
                    part.write(bytes(1 << 20))
    assert "unpacks to more than 256 MB" in refusal(packed.getvalue(), "大.docx")
