"""The parts of documents that are ZIP packages of XML (OpenDocument, OFD), parsed within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from extractors.readers.limits import MAX_MARKS, MAX_PART_BYTES
from extractors.source import ReadError


def local_name(node: etree._Element) -> str:
    """The name without its namespace; empty for comments."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def value_of(node: etree._Element, name: str) -> str:
    """The attribute ``name`` in whatever namespace; empty where there is none."""
    return next((value for key, value in node.attrib.items() if etree.QName(key).localname == name), "")


class XmlPackage:
    """A package that is open; ``kind`` is what messages call it."""

    def __init__(self, archive: zipfile.ZipFile, kind: str) -> None:
        """Read the parts of ``archive``."""
        self._archive = archive
        self._kind = kind

    def has(self, name: str) -> bool:
        """Whether there is a part ``name``."""
        return name in self._archive.NameToInfo

    def names(self) -> list[str]:
        """The names of all parts."""
        return self._archive.namelist()

    def xml(self, name: str) -> etree._Element:
        """The part ``name``, parsed.

        Raises:
            ReadError: it is encrypted, or beyond what a document holds.
            etree.XMLSyntaxError: it is no XML.
        """
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise ReadError(f"the {self._kind} is encrypted; save it without a password")
        if info.file_size > MAX_PART_BYTES:
            raise ReadError(f"the {self._kind} unpacks to more than {MAX_PART_BYTES >> 20} MB; split it")
        data = self._archive.read(name)
        if data.count(b"<") > MAX_MARKS:
            raise ReadError(f"the {self._kind} has more than {MAX_MARKS:,} marks of structure; split it")
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


@contextmanager
def opened(data: bytes, kind: str) -> Iterator[XmlPackage]:
    """The package in ``data``; what its libraries raise of a broken one becomes a ReadError.

    Raises:
        ReadError: it is cut off or damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield XmlPackage(archive, kind)
    except RecursionError as error:
        raise ReadError(f"the {kind} is nested without end; open it in its program and save it anew") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, KeyError, ValueError) as error:
        raise ReadError(f"the {kind} is cut off or damaged; open it in its program and save it anew") from error
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise ReadError(f"the {kind}'s text is damaged; open it in its program and save it anew") from error
