"""Text of a Word document that the program does not show, by the properties of its runs and of their styles."""

from __future__ import annotations

from lxml import etree

from extractors.readers.word_package import local_name, value_of

_OFF = ("0", "false", "off")


class Hidden:
    """Which runs are hidden: a run's own word counts, then that of its style, then that of its paragraph's."""

    def __init__(self, styles: etree._Element | None) -> None:
        """Know the styles that the part ``styles.xml`` defines; none where it is missing."""
        nodes = [node for node in styles if local_name(node) == "style"] if styles is not None else []
        self._told: dict[str, bool | None] = {value_of(node, "styleId"): _told(node) for node in nodes}
        self._based = {value_of(node, "styleId"): _style(node, "basedOn") for node in nodes}

    def paragraph(self, node: etree._Element) -> bool:
        """Whether the style of a paragraph hides its text."""
        properties = next((child for child in node if local_name(child) == "pPr"), None)
        return bool(properties is not None and self._of_style(_style(properties, "pStyle")))

    def run(self, node: etree._Element, otherwise: bool) -> bool:
        """Whether a run is hidden; ``otherwise`` where neither it nor its style says."""
        told = _told(node)
        if told is None:
            properties = next((child for child in node if local_name(child) == "rPr"), None)
            told = self._of_style(_style(properties, "rStyle")) if properties is not None else None
        return otherwise if told is None else told

    def _of_style(self, name: str) -> bool | None:
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            told = self._told.get(name)
            if told is not None:
                return told
            name = self._based.get(name, "")
        return None


def _told(node: etree._Element) -> bool | None:
    """What the run properties of ``node`` say of hiding; None where they say nothing."""
    for properties in (child for child in node if local_name(child) == "rPr"):
        for child in properties:
            if local_name(child) == "vanish":
                return value_of(child) not in _OFF
    return None


def _style(node: etree._Element, name: str) -> str:
    return next((value_of(child) for child in node if local_name(child) == name), "")
