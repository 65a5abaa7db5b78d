"""The parts of a Word document's package: XML by name, and what one part says belongs to it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from extractors.readers.limits import MAX_MARKS, MAX_PART_BYTES
from extractors.source import ReadError

WHOLE = "open it in a word processor and save it anew"
_MAIN = "word/document.xml"


def local_name(node: etree._Element) -> str:
    """The name without its namespace: the two dialects of the format differ there only. Empty for comments."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def value_of(node: etree._Element, name: str = "val") -> str:
    """The attribute ``name`` in whatever namespace; empty where there is none."""
    return next((value for key, value in node.attrib.items() if etree.QName(key).localname == name), "")


@dataclass(slots=True)
class Package:
    """A package that is open.

    Attributes:
        archive: the ZIP file.
        main: the name of the part with the body.
        targets: by the id of a relation of the main part the name of the part it leads to.
        kinds: by the last word of a relation's type (``footnotes``) the names of the parts.
    """

    archive: zipfile.ZipFile
    main: str
    targets: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, list[str]] = field(default_factory=dict)

    def xml(self, name: str) -> etree._Element:
        """The part ``name``, parsed.

        Raises:
            ReadError: it is beyond what a document holds.
            etree.XMLSyntaxError: it is no XML.
        """
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        data = self.read(name)
        if data.count(b"<") > MAX_MARKS:
            raise ReadError(f"the Word document has more than {MAX_MARKS:,} marks of structure; {WHOLE}")
        return etree.fromstring(data, parser)

    def read(self, name: str) -> bytes:
        """The bytes of the part ``name``.

        Raises:
            ReadError: it unpacks to more than a document holds.
        """
        if self.archive.getinfo(name).file_size > MAX_PART_BYTES:
            raise ReadError(f"the Word document unpacks to more than {MAX_PART_BYTES >> 20} MB; split it")
        return self.archive.read(name)

    def has(self, name: str) -> bool:
        """Whether there is a part ``name``."""
        return name in self.archive.NameToInfo

    def of_kind(self, kind: str) -> etree._Element | None:
        """The part that the main part has for its ``kind`` (``styles``, ``footnotes``), or the one called so."""
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        names = [name for name in (*self.kinds.get(kind, ()), usual) if self.has(name)]
        return self.xml(names[0]) if names else None


def open_package(archive: zipfile.ZipFile) -> Package:
    """The package in ``archive``.

    Raises:
        ReadError: it is no Word document.
        etree.XMLSyntaxError: its relations are no XML.
    """
    names = archive.namelist()
    others = sorted(name for name in names if name.startswith("word/document") and name.endswith(".xml"))
    main = _MAIN if _MAIN in names else next(iter(others), None)
    if main is None:
        raise ReadError("it is a ZIP archive, but no Word document; unpack it, or save the document as .docx")
    package = Package(archive, main)
    targets: dict[str, str] = {}
    kinds: dict[str, list[str]] = {}
    for ident, kind, target in _relations(package):
        targets[ident] = target
        kinds.setdefault(kind, []).append(target)
    return Package(archive, main, targets, kinds)


def _relations(package: Package) -> Iterator[tuple[str, str, str]]:
    """Of each relation of the main part its id, its kind and the name of the part that it leads to, if it is there."""
    folder, base = posixpath.split(package.main)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    for node in package.xml(name) if package.has(name) else ():
        if local_name(node) != "Relationship" or node.get("TargetMode") == "External":
            continue
        target = node.get("Target", "")
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if package.has(target):
            yield node.get("Id", ""), node.get("Type", "").rpartition("/")[2], target
