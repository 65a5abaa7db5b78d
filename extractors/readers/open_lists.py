"""The numbers of an OpenDocument text's lists and headings, of which the file holds only the styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from extractors.readers.list_numbers import Counts, Form, Level, circled
from extractors.readers.packages import local_name, value_of
from extractors.text.numerals import write_numeral

_FORMS: dict[str, Form] = {
    "1": str,
    "１, ２, ３, ...": str,
    "一, 二, 三, ...": write_numeral,
    "①, ②, ③, ...": circled,
}  # as LibreOffice writes them, after section 20.314 of OpenDocument 1.3
_PLACES = re.compile(r"%(\d)%")
_STYLES = "{*}list-style", "{*}outline-style", "{*}style"
_OUTLINE = "outline"  # where headings outside of lists count
_DEEPEST = 9  # levels that a text of a level can name


@dataclass(slots=True)
class _Place:
    """A list that is open: what it counts with, its levels, how deep it is in others, what its next paragraph has."""

    key: str
    style: str
    depth: int
    numbered: bool = False
    start: int | None = None


class ListNumbers:
    """Gives the number of each paragraph and heading of a document, asked for in their order."""

    def __init__(self, *parts: etree._Element) -> None:
        """Read the styles of ``parts``, those of the content first."""
        self._styles: dict[str, Mapping[int, Level]] = {}
        self._of_paragraphs: dict[str, str] = {}
        for node in (node for part in parts for node in part.iter(*_STYLES)):
            kind = local_name(node)
            if kind == "list-style":
                self._styles.setdefault(value_of(node, "name"), _levels(node))
            elif kind == "outline-style":
                self._styles.setdefault(_OUTLINE, _levels(node))
            elif style := value_of(node, "list-style-name"):
                self._of_paragraphs.setdefault(value_of(node, "name"), style)
        self._counts = Counts()
        self._open: list[_Place] = []
        self._keys: dict[str, str] = {}  # by the id of a list, and by its style for the last such, what it counts with
        self._lists = 0

    @contextmanager
    def inside(self, node: etree._Element) -> Iterator[None]:
        """The block reads what is in the list ``node``."""
        style = value_of(node, "style-name")
        above = self._open[-1] if self._open else None
        if above:
            place = _Place(above.key, style or above.style, above.depth + 1)
        else:
            self._lists += 1
            place = _Place(self._key_of(node, style) or str(self._lists), style, 0)
        for name in (value_of(node, "id"), f"style {style}"):
            self._keys[name] = place.key
        self._open.append(place)
        try:
            yield
        finally:
            self._open.pop()

    def item(self, node: etree._Element) -> None:
        """What is read next is the item ``node`` of the innermost list, or its header, which has no number."""
        if self._open:
            first = next((child for child in node if local_name(child) in ("p", "h", "list")), None)
            own = local_name(node) == "list-item" and first is not None and local_name(first) != "list"
            self._open[-1].numbered, self._open[-1].start = own, _number(value_of(node, "start-value"))

    def label(self, node: etree._Element) -> str:
        """The number printed before the paragraph or heading ``node``; empty where there is none, or only a bullet."""
        if self._open:
            place = self._open[-1]
            if not place.numbered:
                return ""
            place.numbered = False
            style = place.style or self._of_paragraphs.get(value_of(node, "style-name"), "")
            return self._counts.label(place.key, self._styles.get(style, {}), place.depth, place.start)
        depth = _number(value_of(node, "outline-level"))
        if local_name(node) != "h" or not depth or value_of(node, "is-list-header") == "true":
            return ""
        anew = value_of(node, "restart-numbering") == "true"
        start = _number(value_of(node, "start-value")) if anew else None
        return self._counts.label(_OUTLINE, self._styles.get(_OUTLINE, {}), depth - 1, start)

    def _key_of(self, node: etree._Element, style: str) -> str | None:
        """What an outermost list counts on with, None where it begins anew."""
        if continued := value_of(node, "continue-list"):
            return self._keys.get(continued)
        return self._keys.get(f"style {style}") if value_of(node, "continue-numbering") == "true" else None


def _levels(style: etree._Element) -> dict[int, Level]:
    """The levels of a style of lists, from 0."""
    found = {}
    for node in style:
        depth = _number(value_of(node, "level"))
        if depth:
            form = _FORMS.get(value_of(node, "num-format"))
            found[depth - 1] = Level(form, _text(node, depth), _number(value_of(node, "start-value")) or 1)
    return found


def _text(node: etree._Element, depth: int) -> str:
    """What a level prints, with ``%1`` for the count of the first."""
    if told := value_of(node, "num-list-format"):
        return _PLACES.sub(r"%\1", told)
    shown = min(_number(value_of(node, "display-levels")) or 1, depth)
    counts = ".".join(f"%{level}" for level in range(depth - shown + 1, depth + 1) if level <= _DEEPEST)
    return value_of(node, "num-prefix") + counts + value_of(node, "num-suffix")


def _number(told: str) -> int | None:
    return int(told) if told.isascii() and told.isdigit() and len(told) < _DEEPEST else None
