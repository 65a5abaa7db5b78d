"""The lines at the top and the bottom of a document, where it names itself and is signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.text.marks import BLANKS, COLONS
from extractors.text.numerals import TO_99
from extractors.text.structure import Structure
from ontology.furniture import furniture

TOP_LINES = 14
BOTTOM_LINES = 10
_BLANKS_IN_WORDS = re.compile(rf"(?<=[^\x00-\x7f])[{BLANKS}]+(?=[^\x00-\x7f])")
_MARKDOWN = re.compile(r"^#{1,6}\s+|^<!--.*-->$")
OPENER = re.compile(
    rf"^(?:各位(?:代表|委员|主任|同志|领导)|第[{TO_99}]+[章条节编]|目\s*录|[{TO_99}]{{1,2}}、|[（(][{TO_99}][)）]"
    r"|.{2,60}[:：]$)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, ``text[start:end]`` of the document without the blanks around it; ``bare`` has none between words."""

    start: int
    end: int
    bare: str


def bare_line(text: str) -> str:
    """A printed line as one would say it: no blanks between Chinese characters, no heading marks of Markdown."""
    return _BLANKS_IN_WORDS.sub("", _MARKDOWN.sub("", text.strip())).strip()


def top_lines(text: str, structure: Structure) -> list[Line]:
    """The lines before the body, at most ``TOP_LINES``: up to 各位代表, a recipient, a numbered part or a long line."""
    lines: list[Line] = []
    labels = furniture().by_name
    for line in _lines(text, structure, structure.lines):
        if line.bare[-1] in COLONS and line.bare[:-1] in labels:
            continue  # its value may stand on the next line
        if OPENER.match(line.bare) or len(line.bare) > 90 or line.bare.endswith("。") or len(lines) >= TOP_LINES:
            break
        lines.append(line)
    return lines


def bottom_lines(text: str, structure: Structure) -> list[Line]:
    """The last lines, in the order of the text."""
    return list(islice(_lines(text, structure, structure.lines[::-1]), BOTTOM_LINES))[::-1]


def _lines(text: str, structure: Structure, spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """The lines that are neither empty nor furniture."""
    for start, end in spans:
        raw = text[start:end]
        left = start + len(raw) - len(raw.lstrip())
        if left == end or structure.is_furniture(left):
            continue
        bare = bare_line(raw) if end - start < 1000 else raw
        if bare:
            yield Line(left, start + len(raw.rstrip()), bare)
