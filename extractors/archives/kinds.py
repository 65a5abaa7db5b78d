"""Which files are archives by their names, and what a name that leads into one means."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePath

from extractors.readers import is_hidden

NAMES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".eml")
"""How archives are called, in lower case; a mail is one for its attachments."""
_LINE_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def is_archive(name: str) -> bool:
    """Whether a file called ``name`` is one whose files are documents."""
    return name.lower().endswith(NAMES) and not is_hidden(name)


def inner_path(file: str) -> str:
    """The part of the name ``file`` that stands inside the innermost archive; all of it where there is none."""
    parts = file.split("/")
    last = max((place for place, part in enumerate(parts[:-1], 1) if is_archive(part)), default=0)
    return "/".join(parts[last:])


def split_name(path: Path) -> tuple[Path, str]:
    """The archive that ``path`` leads into and the name inside it; ``path`` itself, and nothing, where it does not.

    ``reports.zip/2019/a.docx`` is ``reports.zip`` and ``2019/a.docx`` where ``reports.zip`` is a file.
    """
    if not os.path.lexists(path):
        for parent in path.parents:
            if is_archive(parent.name) and parent.is_file():
                return parent, unicodedata.normalize("NFC", path.relative_to(parent).as_posix())
    return path, ""


def readable_name(data: bytes) -> str:
    """A name as an archive or a file system has it, in NFC: UTF-8, or GB18030, as Chinese systems write it."""
    try:
        name = data.decode("utf-8")
    except UnicodeDecodeError:
        name = data.decode("gb18030", errors="replace")
    return unicodedata.normalize("NFC", name)


def one_line(name: str) -> str:
    """``name`` with line breaks written out (``%0a``): what a message or a table says of a file stays one line."""
    return _LINE_BREAK.sub(lambda found: f"%{ord(found[0]):02x}", name)


def plain_path(name: str) -> str:
    """``name`` in one line, with ``/`` between its parts, and without those that lead out: drives, roots, ``..``."""
    parts = [part.strip() for part in one_line(name).replace("\\", "/").split("/")]
    if parts and len(parts[0]) == 2 and parts[0][1] == ":":
        del parts[0]
    return "/".join(part for part in parts if part not in ("", ".", ".."))


def ending(name: str) -> str:
    """The ending that a file called ``name`` is written out with: a few plain letters, or none."""
    suffix = PurePath(name).suffix.lower()
    return suffix if suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) < 10 else ""


def is_aside(name: str) -> bool:
    """Whether a file or one of its folders is hidden, as a walk through folders leaves such out."""
    return any(part.startswith(".") for part in name.split("/")) or is_hidden(name)
