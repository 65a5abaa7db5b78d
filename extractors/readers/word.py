"""Word documents (.docx): paragraphs and tables in reading order, straight from the package's XML.

python-docx would refuse what word processors other than Word write (a link to a missing part, the strict dialect) and
pass over content controls and tracked insertions; the text itself takes no more than the main part.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from extractors.readers.cleaning import clean
from extractors.readers.limits import MAX_MARKS, MAX_PART_BYTES
from extractors.readers.plain import as_source
from extractors.readers.word_numbers import Numbering, local_name, read_numbering
from extractors.source import ReadError, SourceText

_MAIN = "word/document.xml"
_LISTS = ("word/numbering.xml", "word/styles.xml")
_WHOLE = "open it in a word processor and save it anew"
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "txbxContent", "delText", "instrText", "rPr", "pPr", "pict"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read_word(data: bytes) -> SourceText:
    """The document in a .docx file: one line a paragraph, a table row by row with tabs between its cells.

    Headers, footers, footnotes, comments and deleted text are left out, text boxes follow their paragraph. Numbers
    of lists are printed as the program shows them. The file's
    properties are not used: they are those of a template or of whoever saved the file last.

    Raises:
        ReadError: the package is cut off, damaged, no Word document, or holds no text.
    """
    main, numbers = _parts(data)
    body = next((node for node in main.iter() if local_name(node) == "body"), None)
    try:
        text = clean("\n".join(_blocks(body, numbers))) if body is not None else ""
    except RecursionError as error:
        raise ReadError(f"the Word document has tables or controls without end inside each other; {_WHOLE}") from error
    if not text.strip():
        raise ReadError("the Word document holds no text, perhaps only pictures; recognise its characters (OCR) first")
    return as_source(text)


def _parts(data: bytes) -> tuple[etree._Element, Numbering]:
    """The main part of a package and the lists that its paragraphs are numbered by."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            main = _part(package, _main_part(package))
            others = [_part(package, name) if name in package.namelist() else None for name in _LISTS]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise ReadError(f"the Word document is cut off or damaged; {_WHOLE}") from error
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise ReadError(f"the Word document's text is damaged; {_WHOLE}") from error
    return main, read_numbering(*others)


def _part(package: zipfile.ZipFile, name: str) -> etree._Element:
    if package.getinfo(name).file_size > MAX_PART_BYTES:
        raise ReadError(f"the Word document unpacks to more than {MAX_PART_BYTES >> 20} MB; split it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    data = package.read(name)
    if data.count(b"<") > MAX_MARKS:
        raise ReadError(f"the Word document has more than {MAX_MARKS:,} marks of structure; {_WHOLE}")
    return etree.fromstring(data, parser)


def _main_part(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    if _MAIN in names:
        return _MAIN
    other = sorted(name for name in names if name.startswith("word/document") and name.endswith(".xml"))
    if not other:
        raise ReadError("it is a ZIP archive, but no Word document; unpack it, or save the document as .docx")
    return other[0]


def _blocks(node: etree._Element, numbers: Numbering) -> Iterator[str]:
    """The lines of the paragraphs and tables below ``node``; containers (content controls, insertions) are entered."""
    for child in node:
        name = local_name(child)
        if name == "p":
            label, text = numbers.label(child), "".join(_characters(child))
            yield label + text if text.strip() else text
            for box in _boxes(child):
                yield from _blocks(box, numbers)
        elif name == "tbl":
            yield from _rows(child, numbers)
        elif name not in _SKIPPED:
            yield from _blocks(child, numbers)


def _boxes(paragraph: etree._Element) -> list[etree._Element]:
    """The text boxes of a paragraph, those that repeat one for older programs left out."""
    above = {"Fallback", "txbxContent"}
    found = (node for node in paragraph.iter() if local_name(node) == "txbxContent")
    return [node for node in found if not above & set(map(local_name, node.iterancestors()))]


def _characters(node: etree._Element) -> Iterator[str]:
    for child in node:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name == "br" and child.get(etree.QName(etree.QName(child).namespace, "type")) == "page":
            continue
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name not in _SKIPPED:
            yield from _characters(child)


def _rows(table: etree._Element, numbers: Numbering) -> Iterator[str]:
    for row in _below(table, "tr"):
        read = [_blocks(cell, numbers) for cell in _below(row, "tc")]
        cells = [" ".join(line.strip() for line in lines if line.strip()) for lines in read]
        if any(cells):
            yield "\t".join(cell.replace("\n", " ").replace("\t", " ") for cell in cells)


def _below(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls, not into a table within."""
    for child in node:
        if local_name(child) == name:
            yield child
        elif local_name(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _below(child, name)
