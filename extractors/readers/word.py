"""Word documents (.docx): paragraphs, tables, notes and margins in reading order, straight from the package's XML.

python-docx would refuse what word processors other than Word write (a link to a missing part, the strict dialect) and
pass over content controls and tracked insertions; the text itself takes no more than a few parts.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from extractors.readers.document_parts import document
from extractors.readers.word_body import BodyReader
from extractors.readers.word_margins import margin_lines
from extractors.readers.word_package import WHOLE, local_name, open_package
from extractors.source import ReadError, SourceText


def read_word(data: bytes) -> SourceText:
    """The document in a .docx file: one line a paragraph, a table row by row with tabs between its cells.

    Page headers stand above the body, endnotes and footers below it, text boxes and footnotes behind their paragraph;
    a header or footer that only runs along the pages is furniture. Comments, deleted and hidden text are left out.
    Numbers of lists are printed as the program shows them. The file's properties are not used: they are those of a
    template or of whoever saved the file last.

    Raises:
        ReadError: the package is cut off, damaged, no Word document, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _document(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        if isinstance(error, RecursionError):
            raise ReadError(f"the Word document has tables or controls nested without end; {WHOLE}") from error
        raise ReadError(f"the Word document is cut off or damaged; {WHOLE}") from error
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise ReadError(f"the Word document's text is damaged; {WHOLE}") from error


def _document(archive: zipfile.ZipFile) -> SourceText:
    package = open_package(archive)
    body = next((node for node in package.xml(package.main).iter() if local_name(node) == "body"), None)
    reader = BodyReader(package)
    lines = [] if body is None else list(reader.blocks(body))
    headers, footers = (
        [] if body is None else margin_lines(package, body, kind, reader.part) for kind in ("header", "footer")
    )
    endnotes = list(reader.endnotes())
    return document("Word document", lines, headers, footers, reader.unread(), endnotes)
