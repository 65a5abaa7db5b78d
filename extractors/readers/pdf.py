"""PDF: the characters of each page with their places, put together to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.readers.cleaning import clean
from extractors.readers.limits import MAX_CHARS, MAX_PAGES
from extractors.readers.page_counts import without_text
from extractors.readers.pdf_columns import VisualLine
from extractors.readers.pdf_lines import paragraphs
from extractors.readers.plain import as_source
from extractors.source import ReadError, SourceText

_BLANKS = re.compile(r"\s+")
_SCANNED = 5  # letters a page; fewer is a page number or a stamp on a picture
_STROKES = 40  # lines and curves of a page without text that are its letters, drawn; fewer are a frame or a ruler
_GAP = 1.5  # widths of a character from which on a space may part two columns


def read_pdf(data: bytes) -> SourceText:
    """The document in a PDF: visual lines rejoined to paragraphs, page numbers and running heads left out.

    Columns are read one after the other. Pages that show something without any text are told in ``unread``, by their
    numbers. The file's title property is not used (it is often a template's).

    Raises:
        ReadError: the PDF is protected by a password, damaged, or made of pictures (scanned).
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("the PDF is protected by a password; save it without one") from error
        raise ReadError("the PDF is cut off or damaged; get the file anew") from error
    with closing(document):
        try:
            pages, pictured = _pages(document)
        except pypdfium2.PdfiumError as error:
            raise ReadError("a page of the PDF is damaged; get the file anew") from error
    text = clean("\n".join(paragraphs(pages)))
    if all(_letters(page) < _SCANNED for page in pages):
        raise ReadError("the PDF holds pictures of pages and no text (scanned); recognise its characters (OCR) first")
    told = without_text(pictured)
    return replace(as_source(text + "\n"), unread=told)


def _pages(document: Any) -> tuple[list[list[VisualLine]], list[int]]:
    """The lines of each page, and the numbers of the pages that show something and hold no text."""
    if len(document) > MAX_PAGES:
        raise ReadError(f"the PDF has {len(document):,} pages, more than {MAX_PAGES:,}; split it into documents")
    budget = MAX_CHARS + MAX_CHARS // 5  # blanks of the layout go before the text is measured
    pages, pictured = [], []
    for number, page in enumerate(document, 1):
        with closing(page), closing(page.get_textpage()) as text_page:
            budget -= text_page.count_chars()
            if budget < 0:
                raise ReadError(f"its text has more than {MAX_CHARS:,} characters; split it into documents")
            lines = list(_lines(text_page))
            pages.append(lines)
            if _letters(lines) < _SCANNED and _shows(page):
                pictured.append(number)
    return pages, pictured


def _letters(page: list[VisualLine]) -> int:
    return sum(char.isalnum() for line in page for char in line.text)


def _shows(page: Any) -> bool:
    """Whether a page without text shows a picture, or letters as curves."""
    strokes = 0
    for found in page.get_objects():
        if found.type in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            return True
        strokes += found.type == pdfium.FPDF_PAGEOBJ_PATH
        if strokes >= _STROKES:
            return True
    return False


def _lines(text_page: Any) -> Iterator[VisualLine]:
    """The lines that PDFium sees, each with its left and right edge and the height of its characters in points."""
    handle = text_page.raw
    chars: list[str] = []
    boxed: list[int] = []
    for at in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, at)
        if code in (10, 13):
            if chars:
                yield _line(text_page, chars, boxed)
            chars, boxed = [], []
            continue
        # 2 and 0xFFFE are how PDFium marks a hyphen at a line's end.
        char = "-" if code in (2, 0xFFFE) else chr(code) if code else ""
        chars.append(char)
        if not char.isspace():
            boxed.append(at)
    if chars:
        yield _line(text_page, chars, boxed)


def _line(text_page: Any, chars: list[str], boxed: list[int]) -> VisualLine:
    if not boxed:
        return VisualLine("", 0.0, 0.0, 0.0, 0.0)
    left, bottom, _, top = text_page.get_charbox(boxed[0], loose=True)
    right = text_page.get_charbox(boxed[-1], loose=True)[2]
    text = "".join(chars)
    return VisualLine(text, left, right, top, top - bottom, tuple(_gaps(text_page, text, boxed, top - bottom)))


def _gaps(text_page: Any, text: str, boxed: list[int], height: float) -> Iterator[tuple[int, float, float]]:
    """The wide spaces of a line, whose printed characters are the page's ``boxed``, as ``VisualLine`` has them."""
    for blank in _BLANKS.finditer(text.rstrip()):
        before = sum(not char.isspace() for char in text[: blank.start()])
        if not 0 < before < len(boxed):
            continue
        left = text_page.get_charbox(boxed[before - 1], loose=True)[2]
        right = text_page.get_charbox(boxed[before], loose=True)[0]
        if right - left > _GAP * height:
            yield blank.end(), left, right
