"""The numbers of a Word document's lists, by what its parts say of numbering and of styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from extractors.readers.list_numbers import Counts, Form, Level, circled
from extractors.readers.word_package import local_name, value_of
from extractors.text.numerals import write_numeral


@dataclass(slots=True)
class Numbering:
    """The numbered lists of a document, and how far each has been counted.

    Attributes:
        lists: the levels of each list by its number; lists that share a definition share its counters.
        definitions: which definition a list goes by.
        styles: the list and level that a paragraph style brings.
    """

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: Counts = field(default_factory=Counts)

    def label(self, paragraph: etree._Element) -> str:
        """The number printed before ``paragraph``, counted on; empty where there is none, or only a bullet."""
        number, depth = self._place(paragraph)
        return self._counts.label(self.definitions.get(number, ""), self.lists.get(number, {}), depth)

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


def _levels(definition: etree._Element) -> dict[int, Level]:
    result = {}
    for node in _children(definition, "lvl"):
        told = {
            local_name(child): value_of(child) for child in node if local_name(child) in ("numFmt", "lvlText", "start")
        }
        start = told.get("start", "1")
        depth = value_of(node, "ilvl")
        result[int(depth) if depth.isdecimal() else 0] = Level(
            _FORMS.get(told.get("numFmt", "decimal")), told.get("lvlText", ""), int(start) if start.isdecimal() else 1
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


_FORMS: dict[str, Form] = {
    "decimal": str,
    "decimalFullWidth": str,
    "japaneseCounting": write_numeral,
    "chineseCounting": write_numeral,
    "chineseCountingThousand": write_numeral,
    "taiwaneseCountingThousand": write_numeral,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
}
