"""The running text of a Word document: its paragraphs with what hangs on them, its tables, what is inserted whole."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from extractors.readers.document_parts import CHART, OBJECT, PICTURE, left_out
from extractors.readers.registry import read_bytes
from extractors.readers.word_numbers import read_numbering
from extractors.readers.word_package import Package, local_name, value_of
from extractors.readers.word_styles import Hidden
from extractors.readers.word_tables import read_rows
from extractors.source import ReadError

_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "txbxContent", "delText", "instrText", "rPr", "pPr", "pict"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")  # kinds of notes that are none
_UNREAD = {"object": OBJECT, "chart": CHART, "extent": PICTURE}
_PAGE = 3_600_000, 5_400_000  # EMU (360,000 a centimetre): a picture from 10 × 15 cm on is a scanned page


class BodyReader:
    """Gives the lines of a document's parts, and remembers on the way what notes it met and what it could not read."""

    def __init__(self, package: Package) -> None:
        """Read the parts of ``package`` that the body needs."""
        self._package = package
        styles = package.of_kind("styles")
        self._numbers = read_numbering(package.of_kind("numbering"), styles)
        self._hidden = Hidden(styles)
        self._notes = {kind: _notes(package.of_kind(f"{kind}s")) for kind in ("footnote", "endnote")}
        self._met: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self._inside = 0  # tables around the paragraph that is read
        self._passed: Counter[str] = Counter()
        self._refused: list[str] = []

    def blocks(self, node: etree._Element) -> Iterator[str]:
        """The lines of the paragraphs and tables below ``node``; containers (controls, insertions) are entered."""
        for child in node:
            name = local_name(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._table(child)
            elif name == "altChunk":
                yield from self._inserted(value_of(child, "id"))
            elif name not in _SKIPPED:
                yield from self.blocks(child)
                continue
            if not self._inside:
                yield from self._met_notes("footnote")

    def part(self, root: etree._Element) -> list[str]:
        """The lines of another part: a header, a footer."""
        return list(self.blocks(root))

    def endnotes(self) -> Iterator[str]:
        """The lines of the endnotes that were met, and of the footnotes that margins have."""
        yield from self._met_notes("footnote")
        yield from self._met_notes("endnote")

    def unread(self) -> tuple[str, ...]:
        """What the document holds that is not read, a sentence each."""
        return (*self._refused, *left_out(self._passed))

    def _paragraph(self, node: etree._Element) -> Iterator[str]:
        label, text = self._numbers.label(node), "".join(self._characters(node, self._hidden.paragraph(node)))
        yield label + text if text.strip() else text
        for box in _boxes(node):
            yield from self.blocks(box)
        for diagram in (inner for inner in node.iter() if local_name(inner) == "relIds"):
            yield from self._diagram(value_of(diagram, "dm"))
        for inner in node.iter():
            if local_name(inner) in _UNREAD and not _is_formula(inner) and not _is_small(inner):
                self._passed[_UNREAD[local_name(inner)]] += 1

    def _characters(self, node: etree._Element, hidden: bool) -> Iterator[str]:
        for child in node:
            name = local_name(child)
            if name == "r" and self._hidden.run(child, hidden):
                continue
            if name == "t":
                yield child.text or ""
            elif name == "br" and value_of(child, "type") == "page":
                continue
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name in ("footnoteReference", "endnoteReference"):
                self._met[name.removesuffix("Reference")].append(value_of(child, "id"))
            elif name not in _SKIPPED:
                yield from self._characters(child, hidden)

    def _met_notes(self, kind: str) -> Iterator[str]:
        """The lines of the notes whose marks were met since the last time."""
        met, self._met[kind] = self._met[kind], []
        for ident in met:
            note = self._notes[kind].pop(ident, None)  # a note is printed once, however often it is pointed to
            if note is not None:
                yield from (line.strip() for line in self.blocks(note) if line.strip())

    def _table(self, table: etree._Element) -> Iterator[str]:
        self._inside += 1
        for row in read_rows(table, self._cell):
            yield from row.printed()
        self._inside -= 1

    def _cell(self, node: etree._Element) -> list[str]:
        return list(self.blocks(node))

    def _inserted(self, ident: str) -> Iterator[str]:
        """The lines of a file that was inserted whole (a web page, another Word document)."""
        name = self._package.targets.get(ident)
        if name is None:
            return
        try:
            yield from read_bytes(self._package.read(name), name).text.strip("\n").split("\n")
        except ReadError as error:
            self._refused.append(f"an inserted part ({posixpath.basename(name)}) is left out: {error}")

    def _diagram(self, ident: str) -> Iterator[str]:
        """The words of a diagram, a line a shape."""
        name = self._package.targets.get(ident)
        for point in self._package.xml(name).iter() if name else ():
            if local_name(point) == "pt":
                text = "".join(node.text or "" for node in point.iter() if local_name(node) == "t").strip()
                if text:
                    yield text


def _notes(part: etree._Element | None) -> dict[str, etree._Element]:
    """The notes of a part by their numbers, the lines that part them from the text left out."""
    nodes = [] if part is None else [node for node in part if local_name(node) in ("footnote", "endnote")]
    return {value_of(node, "id"): node for node in nodes if value_of(node, "type") not in _SEPARATORS}


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes of a paragraph, those that repeat one for older programs left out."""
    for node in paragraph.iter():
        if local_name(node) != "txbxContent":
            continue
        for above in node.iterancestors():
            if above is paragraph:
                yield node
                break
            if local_name(above) in ("Fallback", "txbxContent"):
                break


def _is_formula(node: etree._Element) -> bool:
    return any("Equation" in value_of(inner, "ProgID") for inner in node.iter())


def _is_small(node: etree._Element) -> bool:
    """Whether an extent is not that of a picture as large as a page."""
    if local_name(node) != "extent":
        return False
    size = [int(told) if (told := node.get(side, "")).isdecimal() else 0 for side in ("cx", "cy")]
    around = node.getparent()
    pictured = around is not None and any(local_name(inner) == "pic" for inner in around.iter())
    return not pictured or size[0] < _PAGE[0] or size[1] < _PAGE[1]
