"""The headers and footers of a Word document: which of its parts are shown in the margins of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from extractors.readers.word_package import Package, local_name, value_of


def margin_lines(
    package: Package, body: etree._Element, kind: str, lines_of: Callable[[etree._Element], Sequence[str]]
) -> list[Sequence[str]]:
    """The lines of the headers (``kind`` is ``header``) or footers that the program prints, by section.

    Args:
        package: the package.
        body: the body of its main part.
        kind: which margin.
        lines_of: gives the lines of a part.
    """
    return [lines_of(package.xml(name)) for name in _names(package, body, kind)]


def _names(package: Package, body: etree._Element, kind: str) -> Iterator[str]:
    """The parts of the margins that are shown; those of first and of even pages have to be switched on."""
    settings = package.of_kind("settings")
    even = settings is not None and any(local_name(node) == "evenAndOddHeaders" for node in settings)
    for section in (node for node in body.iter() if local_name(node) == "sectPr"):
        first = any(local_name(node) == "titlePg" and value_of(node) not in ("0", "false") for node in section)
        found = {
            value_of(node, "type") or "default": package.targets.get(value_of(node, "id"))
            for node in section
            if local_name(node) == f"{kind}Reference"
        }
        for place, shown in (("first", first), ("default", True), ("even", even)):
            name = found.get(place)
            if name and shown:
                yield name
