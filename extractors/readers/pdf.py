"""PDF: the characters of each page with their places, put together to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.readers.cleaning import clean
from extractors.readers.limits import MAX_CHARS, MAX_PAGES
from extractors.readers.pdf_lines import VisualLine, paragraphs
from extractors.readers.plain import as_source
from extractors.source import ReadError, SourceText

_SCANNED = 5  # letters a page; fewer is a page number or a stamp on a picture


def read_pdf(data: bytes) -> SourceText:
    """The document in a PDF: visual lines rejoined to paragraphs, page numbers and running heads left out.

    Columns are not told apart, and the file's title property is not used (it is often a template's).

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
            pages = list(_pages(document))
        except pypdfium2.PdfiumError as error:
            raise ReadError("a page of the PDF is damaged; get the file anew") from error
    text = clean("\n".join(paragraphs(pages)))
    if sum(char.isalnum() for char in text) < _SCANNED * len(pages):
        raise ReadError("the PDF holds pictures of pages and no text (scanned); recognise its characters (OCR) first")
    return as_source(text + "\n")


def _pages(document: Any) -> Iterator[list[VisualLine]]:
    if len(document) > MAX_PAGES:
        raise ReadError(f"the PDF has {len(document):,} pages, more than {MAX_PAGES:,}; split it into documents")
    budget = MAX_CHARS + MAX_CHARS // 5  # blanks of the layout go before the text is measured
    for page in document:
        with closing(page), closing(page.get_textpage()) as text_page:
            budget -= text_page.count_chars()
            if budget < 0:
                raise ReadError(f"its text has more than {MAX_CHARS:,} characters; split it into documents")
            yield list(_lines(text_page))


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
    return VisualLine("".join(chars), left, right, top, top - bottom)
