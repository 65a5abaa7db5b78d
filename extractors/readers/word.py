"""Word documents (.docx): paragraphs and tables in reading order, straight from the package's XML.

python-docx would refuse what word processors other than Word write (a link to a missing part, the strict dialect) and
pass over content controls and tracked insertions; the text itself takes no more than the main part.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from extractors.readers.cleaning import clean
from extractors.readers.plain import as_source
from extractors.source import ReadError, SourceText

_MAIN = "word/document.xml"
_UNPACKED = 256 << 20  # bytes; more is a bomb, or no document that a person wrote
_WHOLE = "open it in a word processor and save it anew"
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "txbxContent", "delText", "instrText", "rPr", "pPr", "pict"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read_word(data: bytes) -> SourceText:
    """The document in a .docx file: one line a paragraph, a table row by row with tabs between its cells.

    Headers, footers, footnotes, comments and deleted text are left out, text boxes follow their paragraph. The file's
    properties are not used: they are those of a template or of whoever saved the file last.

    Raises:
        ReadError: the package is cut off, damaged, no Word document, or holds no text.
    """
    body = next((node for node in _document(data).iter() if _name(node) == "body"), None)
    text = clean("\n".join(_blocks(body))) if body is not None else ""
    if not text.strip():
        raise ReadError("the Word document holds no text, perhaps only pictures; recognise its characters (OCR) first")
    return as_source(text)


def _document(data: bytes) -> etree._Element:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            part = _main_part(package)
            if package.getinfo(part).file_size > _UNPACKED:
                raise ReadError("the Word document unpacks to more than 256 MB; split it")
            xml = package.read(part)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise ReadError(f"the Word document is cut off or damaged; {_WHOLE}") from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"the Word document's text is damaged; {_WHOLE}") from error


def _main_part(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    if _MAIN in names:
        return _MAIN
    other = sorted(name for name in names if name.startswith("word/document") and name.endswith(".xml"))
    if not other:
        raise ReadError("it is a ZIP archive, but no Word document; unpack it, or save the document as .docx")
    return other[0]


def _name(node: etree._Element) -> str:
    """The local name: the two dialects of the format differ in their namespaces only. Empty for comments."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _blocks(node: etree._Element) -> Iterator[str]:
    """The lines of the paragraphs and tables below ``node``; containers (content controls, insertions) are entered."""
    for child in node:
        name = _name(child)
        if name == "p":
            yield _paragraph(child)
            for box in _boxes(child):
                yield from _blocks(box)
        elif name == "tbl":
            yield from _rows(child)
        elif name not in _SKIPPED:
            yield from _blocks(child)


def _boxes(paragraph: etree._Element) -> list[etree._Element]:
    """The text boxes of a paragraph, those that repeat one for older programs left out."""
    found = [node for node in paragraph.iter() if _name(node) == "txbxContent"]
    return [
        node for node in found if not any(_name(above) in ("Fallback", "txbxContent") for above in node.iterancestors())
    ]


def _paragraph(paragraph: etree._Element) -> str:
    return "".join(_characters(paragraph))


def _characters(node: etree._Element) -> Iterator[str]:
    for child in node:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name == "br" and child.get(child.tag.replace("}br", "}type")) == "page":
            continue
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name not in _SKIPPED:
            yield from _characters(child)


def _rows(table: etree._Element) -> Iterator[str]:
    for row in _below(table, "tr"):
        cells = [" ".join(line.strip() for line in _blocks(cell) if line.strip()) for cell in _below(row, "tc")]
        if any(cells):
            yield "\t".join(cell.replace("\n", " ").replace("\t", " ") for cell in cells)


def _below(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls, not into a table within."""
    for child in node:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _below(child, name)
