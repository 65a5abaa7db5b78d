"""OFD, the fixed layout of Chinese public bodies (GB/T 33190-2016): the text objects of its pages, put together to
paragraphs as those of a PDF are.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from extractors.readers.cleaning import clean
from extractors.readers.limits import MAX_CHARS, MAX_PAGES
from extractors.readers.ofd_text import lines_of
from extractors.readers.packages import XmlPackage, local_name, opened, value_of
from extractors.readers.page_counts import without_text
from extractors.readers.pdf_columns import VisualLine
from extractors.readers.pdf_lines import paragraphs
from extractors.readers.plain import as_source
from extractors.source import ReadError, SourceText

_KIND = "OFD document"
_ROOT = "OFD.xml"
_SCANNED = 5  # letters a page; fewer is a page number or a stamp on a picture
_HEIGHT = 297.0  # millimetres of a page that does not tell its size


def read_ofd(data: bytes) -> SourceText:
    """The document in an OFD file: visual lines rejoined to paragraphs, page numbers and running heads left out.

    What a page takes from a template is read with it. Pages that show a picture without any text are told in
    ``unread``, and so are attached files. Seals and annotations are left out.

    Raises:
        ReadError: the package is cut off, damaged, encrypted, no OFD, or made of pictures (scanned).
    """
    with opened(data, _KIND) as package:
        if not package.has(_ROOT):
            if any(name.endswith("CryptoFile.dat") or name == "Encryptions.xml" for name in package.names()):
                raise ReadError(f"the {_KIND} is encrypted; save it without a password")
            raise ReadError(f"it is a ZIP archive, but no {_KIND}; get the file anew")
        pages, pictured, attached = _pages(package)
    if all(_letters(page) < _SCANNED for page in pages):
        raise ReadError(f"the {_KIND} holds no text, perhaps only pictures; recognise its characters (OCR) first")
    text = clean("\n".join(paragraphs(pages)))
    told = (*without_text(pictured), *(("attached files left out",) if attached else ()))
    return replace(as_source(text + "\n"), unread=told)


def _letters(page: list[VisualLine]) -> int:
    return sum(char.isalnum() for line in page for char in line.text)


@dataclass(frozen=True, slots=True)
class _Document:
    """A document of the file: where its parts lie, its pages, its templates by their ids, the height of a page."""

    root: str
    node: etree._Element

    def under(self, kind: str) -> Iterator[etree._Element]:
        return (node for node in self.node.iter() if local_name(node) == kind)

    def part(self, node: etree._Element) -> str:
        return _resolved(self.root, value_of(node, "BaseLoc"))


def _pages(package: XmlPackage) -> tuple[list[list[VisualLine]], list[int], bool]:
    """The lines of each page, the numbers of pages that show a picture alone, and whether files are attached."""
    pages: list[list[VisualLine]] = []
    pictured: list[int] = []
    attached = False
    budget = MAX_CHARS + MAX_CHARS // 5
    for document in _documents(package):
        attached = attached or any(True for _ in document.under("Attachments"))
        templates = {value_of(node, "ID"): document.part(node) for node in document.under("TemplatePage")}
        height = _height(document.node, _HEIGHT)
        read: dict[str, list[VisualLine]] = {}
        for page in document.under("Page"):
            if len(pages) >= MAX_PAGES:
                raise ReadError(f"the {_KIND} has more than {MAX_PAGES:,} pages; split it into documents")
            name = document.part(page)
            node = package.xml(name)
            own = _height(node, height)
            lines = list(lines_of(node, own))
            for used in (value_of(each, "TemplateID") for each in node.iter() if local_name(each) == "Template"):
                if used in templates and package.has(templates[used]):
                    if used not in read:
                        read[used] = list(lines_of(package.xml(templates[used]), own))
                    lines += read[used]
            budget -= sum(len(line.text) for line in lines)
            if budget < 0:
                raise ReadError(f"its text has more than {MAX_CHARS:,} characters; split it into documents")
            pages.append(sorted(lines, key=lambda line: (-line.top, line.left)))
            if _letters(lines) < _SCANNED and any(local_name(each) == "ImageObject" for each in node.iter()):
                pictured.append(len(pages))
    return pages, pictured, attached


def _documents(package: XmlPackage) -> Iterator[_Document]:
    for node in package.xml(_ROOT).iter():
        if local_name(node) == "DocRoot" and node.text:
            root = _resolved(_ROOT, node.text.strip())
            yield _Document(root, package.xml(root))


def _resolved(part: str, place: str) -> str:
    """The name of the part at ``place``, as the part ``part`` says it."""
    whole = place if place.startswith("/") else posixpath.join(posixpath.dirname(part), place)
    return posixpath.normpath(whole).lstrip("/")


def _height(node: etree._Element, otherwise: float) -> float:
    """The height of a page in millimetres."""
    for box in (each for each in node.iter() if local_name(each) == "PhysicalBox"):
        numbers = (box.text or "").split()
        try:
            return float(numbers[3])
        except (IndexError, ValueError):
            continue
    return otherwise
