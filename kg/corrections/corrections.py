"""Corrections, typed: each entry knows the line of the file on which it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

DOCUMENT = "document"
"""The kind of the statements in a record's head; those of its layers are called as their entries are."""
TEXT_DIGITS = 16
"""How many digits of a text's hash tell it, as in the key of its document."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A verdict on one statement of one text.

    Attributes:
        line: where the entry begins.
        verdict: ``accept``, ``reject`` or ``change``.
        kind: a noun of the record's layers (``adoption``), or ``document``.
        text: the text's sha256, its first 16 digits or more.
        start: first character of the sentence or the name; None for a document.
        end: first character after it.
        stated: fields that the statement has; of several with one span, those are meant that have them all.
        changed: fields that it gets.
        note: why.
    """

    line: int
    verdict: str
    kind: str
    text: str
    start: int | None = None
    end: int | None = None
    stated: Mapping[str, Any] = field(default_factory=dict)
    changed: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Same:
    """Several keys of one agency, policy or new initiative; the first is the one that stays."""

    line: int
    keys: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Different:
    """Two keys of policies that were taken for one; what is cited under the second stands alone."""

    line: int
    keys: tuple[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parent:
    """To which initiative a new one belongs (None: to none)."""

    line: int
    initiative: str
    parent: str | None
    note: str = ""


@dataclass(frozen=True)
class Corrections:
    """All entries of a file called ``name``, whose bytes are ``source``."""

    name: str = ""
    source: bytes = b""
    statements: tuple[Statement, ...] = ()
    same: tuple[Same, ...] = ()
    different: tuple[Different, ...] = ()
    parents: tuple[Parent, ...] = ()

    def __len__(self) -> int:
        return len(self.statements) + len(self.same) + len(self.different) + len(self.parents)

    @cached_property
    def by_text(self) -> dict[str, list[Statement]]:
        """The verdicts by the first digits of their text's hash."""
        found: dict[str, list[Statement]] = {}
        for entry in self.statements:
            found.setdefault(entry.text[:TEXT_DIGITS], []).append(entry)
        return found

    @cached_property
    def kept_key(self) -> dict[str, str]:
        """By each key that is another's, the one that stays."""
        direct = {other: entry.keys[0] for entry in self.same for other in entry.keys[1:]}
        found = {}
        for key, kept in direct.items():
            while kept in direct:
                kept = direct[kept]
            found[key] = kept
        return found

    @cached_property
    def parent_of(self) -> dict[str, str | None]:
        """By new initiative, to which one it belongs."""
        return {entry.initiative: entry.parent for entry in self.parents}

    @cached_property
    def apart(self) -> frozenset[tuple[str, str]]:
        """Pairs of keys that are not one policy."""
        return frozenset(entry.keys for entry in self.different)


NONE = Corrections()
