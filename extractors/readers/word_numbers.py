"""The numbers that a word processor prints before paragraphs (一、 （二） 3.) without their being in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from extractors.readers.word_package import local_name, value_of
from extractors.text.numerals import write_numeral

_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The numbered lists of a document, and how far each has been counted.

    Attributes:
        lists: the levels of each list by its number; lists that share a definition share its counters.
        definitions: which definition a list goes by.
        styles: the list and level that a paragraph style brings.
    """

    lists: dict[str, dict[int, _Level]] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counted: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> str:
        """The number printed before ``paragraph``, counted on; empty where there is none, or only a bullet."""
        number, depth = self._place(paragraph)
        levels = self.lists.get(number, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counted = self._counted.setdefault(self.definitions[number], {})
        counted[depth] = counted.get(depth, level.start - 1) + 1
        for deeper in [one for one in counted if one > depth]:
            del counted[deeper]
        if level.form not in _FORMS:
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            other = levels.get(at, level)
            return _FORMS.get(other.form, str)(counted.get(at, other.start))

        return _PLACE.sub(shown, level.text)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, else its style's."""
        properties = next(_children(paragraph, "pPr"), None)
        if properties is None:
            return "", 0
        style = next(_children(properties, "pStyle"), None)
        number, depth = self.styles.get(value_of(style) if style is not None else "", ("", 0))
        for own in _children(properties, "numPr"):
            return _list_of(own, number, depth)
        return number, depth


def read_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Numbering:
    """The lists that the parts ``numbering.xml`` and ``styles.xml`` define; none where they are missing."""
    found = Numbering()
    if numbering is None:
        return found
    levels = {value_of(node, "abstractNumId"): _levels(node) for node in _children(numbering, "abstractNum")}
    for node in _children(numbering, "num"):
        number = value_of(node, "numId")
        definition = next((value_of(child) for child in _children(node, "abstractNumId")), "")
        found.lists[number] = levels.get(definition, {})
        # A list that starts anew counts for itself.
        anew = any(local_name(inner) == "startOverride" for inner in node.iter())
        found.definitions[number] = f"{definition}/{number}" if anew else definition
    for style in _children(styles, "style") if styles is not None else ():
        for properties in _children(style, "pPr"):
            for own in _children(properties, "numPr"):
                found.styles[value_of(style, "styleId")] = _list_of(own, "", 0)
    return found


def _levels(definition: etree._Element) -> dict[int, _Level]:
    result = {}
    for node in _children(definition, "lvl"):
        told = {
            local_name(child): value_of(child) for child in node if local_name(child) in ("numFmt", "lvlText", "start")
        }
        start = told.get("start", "1")
        depth = value_of(node, "ilvl")
        result[int(depth) if depth.isdecimal() else 0] = _Level(
            told.get("numFmt", "decimal"), told.get("lvlText", ""), int(start) if start.isdecimal() else 1
        )
    return result


def _list_of(properties: etree._Element, number: str, depth: int) -> tuple[str, int]:
    for child in properties:
        if local_name(child) == "numId":
            number = value_of(child)
        elif local_name(child) == "ilvl" and value_of(child).isdecimal():
            depth = int(value_of(child))
    return number, depth


def _children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in node if local_name(child) == name)


def _circled(count: int) -> str:
    return chr(0x245F + count) if 0 < count <= 20 else str(count)


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalFullWidth": str,
    "japaneseCounting": write_numeral,
    "chineseCounting": write_numeral,
    "chineseCountingThousand": write_numeral,
    "taiwaneseCountingThousand": write_numeral,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
}
