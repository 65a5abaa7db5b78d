"""The headers and footers of a Word document: lines in the margins of its pages, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from extractors.numbers.grammar import find_numbers
from extractors.readers.page_marks import PAGE_NUMBER
from extractors.readers.word_package import Package, local_name, value_of
from ontology.furniture import furniture

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Margin:
    """The lines of one header or footer; ``tells`` where they are the document's own, not what runs along its pages."""

    lines: tuple[str, ...]
    tells: bool


def margins_of(
    package: Package, body: etree._Element, kind: str, lines_of: Callable[[etree._Element], Sequence[str]]
) -> list[Margin]:
    """The headers (``kind`` is ``header``) or footers that the program prints, in the order of the sections.

    A red head (遂宁市人民政府文件, 遂府发〔2019〕8号), or a foot with who printed the document and when, tells of it;
    any other line in the margin is a running title. Page numbers and lines that were printed before are left out.

    Args:
        package: the package.
        body: the body of its main part.
        kind: which margin.
        lines_of: gives the lines of a part.
    """
    cue = furniture().header if kind == "header" else furniture().footer
    seen: set[str] = set()
    found = []
    for name in _names(package, body, kind):
        printed = [line for line in lines_of(package.xml(name)) if line.strip()]
        kept = [line for line in printed if not PAGE_NUMBER.fullmatch(line.strip()) and _bare(line) not in seen]
        seen.update(map(_bare, kept))
        tells = any(find_numbers(line) or cue.search(_bare(line)) for line in kept)
        if kept:
            found.append(Margin(tuple(kept), tells))
    return found


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


def _bare(line: str) -> str:
    return _BLANK.sub("", line)
