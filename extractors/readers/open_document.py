"""OpenDocument texts (.odt): paragraphs, tables, notes and margins in reading order, from the package's XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from extractors.readers.document_parts import OBJECT, PICTURE, document, left_out
from extractors.readers.open_lists import ListNumbers
from extractors.readers.open_tables import read_rows
from extractors.readers.packages import local_name, opened, value_of
from extractors.source import ReadError, SourceText

_KIND = "OpenDocument text"
_CONTENT, _STYLES = "content.xml", "styles.xml"
_BLOCKS, _ITEMS = ("p", "h"), ("list-item", "list-header")
_LEFT_OUT = frozenset({"tracked-changes", "annotation", "forms", "sequence-decls", "user-field-decls", "hidden-text",
                       "note", "frame", "desc", "title", "ruby-text", "bookmark", "hidden-paragraph"})  # fmt: skip
_MOST_BLANKS = 1_000  # that one element for several may stand for
_PAGE = 10.0, 15.0  # centimetres: a picture from that on is a scanned page
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "px": 2.54 / 96, "pc": 2.54 / 6}


def read_open_document(data: bytes) -> SourceText:
    """The document in an .odt file: one line a paragraph, a table row by row with tabs between its cells.

    Page headers stand above the body, endnotes and footers below it, boxes and footnotes behind their paragraph; a
    header or footer that only runs along the pages is furniture. Comments, deleted and hidden text are left out.
    Numbers of lists are printed as the program shows them.

    Raises:
        ReadError: the package is cut off, damaged, no OpenDocument text, or holds no text.
    """
    with opened(data, _KIND) as package:
        if not package.has(_CONTENT):
            raise ReadError(f"it is a ZIP archive, but no {_KIND}; save the document as .docx")
        content = package.xml(_CONTENT)
        body = next((node for node in content.iter() if local_name(node) == "text" and _is_body(node)), None)
        if body is None:
            raise ReadError("it is an OpenDocument file, but no text; save the document as .docx, a table as .xlsx")
        styles = package.xml(_STYLES) if package.has(_STYLES) else None
        reader = _Reader(content, styles)
        lines = list(reader.blocks(body))
        headers, footers = (list(_margin_parts(styles, reader, kind)) for kind in ("header", "footer"))
    return document(_KIND, lines, headers, footers, left_out(reader.passed), reader.endnotes)


def _is_body(node: etree._Element) -> bool:
    above = node.getparent()
    return above is not None and local_name(above) == "body"


def _margin_parts(styles: etree._Element | None, reader: _Reader, kind: str) -> Iterator[Sequence[str]]:
    """The lines of the headers or footers of all page styles, those of first and left pages among them."""
    for node in () if styles is None else styles.iter():
        if local_name(node) in (kind, f"{kind}-first", f"{kind}-left") and value_of(node, "display") != "false":
            yield list(reader.blocks(node))


class _Reader:
    """Gives the lines of a part, and remembers endnotes and what could not be read."""

    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        self.endnotes: list[str] = []
        self.passed: Counter[str] = Counter()
        self._hidden = _hidden_styles(content)
        self._numbers = ListNumbers(content, *(() if styles is None else (styles,)))

    def blocks(self, node: etree._Element) -> Iterator[str]:
        """The lines of the paragraphs and tables below ``node``."""
        for child in node:
            name = local_name(child)
            if name in _BLOCKS:
                yield from self._paragraph(child)
            elif name == "table":
                for row in read_rows(child, lambda cell: list(self.blocks(cell))):
                    yield from row.printed()
            elif name == "frame":
                yield from self._frame(child)
            elif name == "list":
                with self._numbers.inside(child):
                    yield from self.blocks(child)
            elif name == "section" and value_of(child, "display") == "none":
                continue
            elif name not in _LEFT_OUT:
                if name in _ITEMS:
                    self._numbers.item(child)
                yield from self.blocks(child)

    def _paragraph(self, node: etree._Element) -> Iterator[str]:
        hanging: list[str] = []
        label, text = self._numbers.label(node), "".join(self._characters(node, hanging))
        yield from (label + text if text.strip() else text).split("\n")
        yield from hanging

    def _characters(self, node: etree._Element, hanging: list[str]) -> Iterator[str]:
        """The characters below ``node``; what hangs on them (boxes, notes) goes to ``hanging``."""
        yield node.text or ""
        for child in node:
            name = local_name(child)
            if name == "s":
                count = value_of(child, "c")
                yield " " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS)
            elif name in ("tab", "line-break"):
                yield "\t" if name == "tab" else "\n"
            elif name == "note":
                self._note(child, hanging)
            elif name == "frame":
                hanging += [line.strip() for line in self._frame(child) if line.strip()]
            elif name == "span" and value_of(child, "style-name") in self._hidden:
                pass
            elif name not in _LEFT_OUT:
                yield from self._characters(child, hanging)
            yield child.tail or ""

    def _note(self, node: etree._Element, hanging: list[str]) -> None:
        told = self.endnotes if value_of(node, "note-class") == "endnote" else hanging
        for body in (child for child in node if local_name(child) == "note-body"):
            told += [line.strip() for line in self.blocks(body) if line.strip()]

    def _frame(self, node: etree._Element) -> Iterator[str]:
        """The lines of a box; pictures and objects are counted."""
        for child in node:
            name = local_name(child)
            if name == "text-box":
                yield from self.blocks(child)
                return
            if name == "object" or (name == "object-ole" and not any(local_name(each) == "object" for each in node)):
                self.passed[OBJECT] += 1
                return
            if name == "image" and all(
                _centimetres(value_of(node, side)) >= least
                for side, least in zip(("width", "height"), _PAGE, strict=True)
            ):
                self.passed[PICTURE] += 1
                return


def _hidden_styles(content: etree._Element) -> frozenset[str]:
    """The names of the styles whose text is hidden."""
    return frozenset(
        value_of(style, "name")
        for style in content.iter()
        if local_name(style) == "style"
        and any(local_name(node) == "text-properties" and value_of(node, "display") == "none" for node in style)
    )


def _centimetres(length: str) -> float:
    try:
        return float(length[:-2]) * _UNITS.get(length[-2:], 0.0)
    except ValueError:
        return 0.0
