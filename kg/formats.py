"""What kinds of files this machine reads, and what to do with those that it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_DATA = "formats.yaml"
READ = ("read", "tables", "archives")
"""The lists of what is read: documents, tables whose rows are documents, archives whose files are."""
UNREAD = "unread"
COLUMNS = ("format", "endings", "read", "reader", "instead")
_ANSWERS = {"en": ("yes", "no"), "zh": ("是", "否")}


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A kind of file.

    Attributes:
        names: what it is called, by language.
        endings: of its files.
        by: the library that reads it; empty where it takes none.
        needs: the program that reads it, ``libreoffice``; empty where it takes none.
        instead: what to do where it is not read, by language.
    """

    names: Mapping[str, str]
    endings: tuple[str, ...]
    by: str = ""
    needs: str = ""
    instead: Mapping[str, str] | None = None


@cache
def formats() -> Mapping[str, tuple[FileFormat, ...]]:
    """By list (``read``, ``tables``, ``archives``, ``unread``) its kinds of files."""
    raw = _raw()
    return {name: tuple(_format(entry, raw) for entry in raw[name]) for name in (*READ, UNREAD)}


def _raw() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load(files("kg").joinpath(_DATA).read_text(encoding="utf-8"))
    return raw


def _format(entry: Mapping[str, Any], raw: Mapping[str, Any]) -> FileFormat:
    needs = entry.get("needs", "")
    instead = raw[needs]["instead"] if needs else entry.get("instead")
    names = {"en": entry["en"], "zh": entry["zh"]}
    return FileFormat(names, tuple(entry["endings"]), entry.get("by", ""), needs, instead)


def rows(language: str, office: str | None) -> list[tuple[str, str, str, str, str]]:
    """A row of ``COLUMNS`` for each kind of file.

    Args:
        language: ``en`` or ``zh``.
        office: the version of LibreOffice on this machine; None where there is none.
    """
    yes, no = _ANSWERS[language]
    found = []
    for name, kinds in formats().items():
        for kind in kinds:
            is_read = name != UNREAD and (not kind.needs or office is not None)
            by = f"LibreOffice {office or ''}".strip() if kind.needs else kind.by
            instead = "" if is_read or kind.instead is None else kind.instead[language]
            found.append((kind.names[language], " ".join(kind.endings), yes if is_read else no, by, instead))
    return found
