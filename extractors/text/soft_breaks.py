"""Line ends that a page's width made inside sentences."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.text.headings import heading
from extractors.text.marks import CLAUSE_MARKS, CLOSING_MARKS, COLONS, COMMAS, YEAR

_ENDS = f"{CLAUSE_MARKS}{COLONS}{CLOSING_MARKS}》"
_PAGE_NUMBER = re.compile(r"[—\-─–－·\s]{0,6}(?:PAGE\s*)?\d{1,3}[—\-─–－·\s]{0,6}")
# What begins a line of its own: a bracket, a mark, a number of a list (7.2018年, but not the 2.5 of PM2.5), 各位代表.
_BEGINS = re.compile(rf"[（(#|—\-·•●◆■]|\d{{1,2}}\s?[.．、]\s?(?:\D|{YEAR}年)|各位")
_SHORTEST = 15
_WIDTHS = range(18, 61)


def soft_breaks(text: str) -> frozenset[int]:
    """Offsets of the line feeds inside sentences, empty lines and page numbers between the two halves included.

    A line that ends in a comma, or holds a full stop and ends without one, goes on in the next; so does a piece of a
    sentence, however short, if it has no end (a copied link stands in a line of its own). Where a page has many
    such lines, its other lines that are about as long and have no end go on as well.
    """
    lines = _filled_lines(text)
    open_ends = [_may_go_on(text, first, second) for first, second in pairwise(lines)]
    surely = [_goes_on(text[slice(*line)]) for line in lines[:-1]]
    lengths = [end - start for start, end in lines]
    width = _width([length for length, *both in zip(lengths, open_ends, surely, strict=False) if all(both)])
    soft: set[int] = set()
    inside = False
    for index, open_end in enumerate(open_ends):
        enough = surely[index] if width is None else lengths[index] >= 0.8 * width
        inside = open_end and (inside or (enough and lengths[index] >= _SHORTEST))
        if inside:
            first, second = lines[index], lines[index + 1]
            soft.update(i for i in range(first[1], second[0]) if text[i] == "\n")
    return frozenset(soft)


def _filled_lines(text: str) -> list[tuple[int, int]]:
    """The lines without the blanks around them, page numbers and empty ones left out."""
    lines = []
    for match in re.finditer(r"[^\s][^\n]*", text):
        end = match.start() + len(match[0].rstrip())
        if not _PAGE_NUMBER.fullmatch(text, match.start(), end):
            lines.append((match.start(), end))
    return lines


def _may_go_on(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether a sentence may run over the end of ``first``: it has no end, and no heading or list begins after it."""
    following = text[second[0] : second[0] + 12]
    if text[first[1] - 1] in _ENDS or heading(following) or _BEGINS.match(following):
        return False
    own = heading(text[first[0] : first[0] + 12])
    return own is None or own[0] == 2 or _goes_on(text[slice(*first)])


def _goes_on(line: str) -> bool:
    return line[-1] in f"{COMMAS}、" or "。" in line


def _width(lengths: list[int]) -> int | None:
    """The width of the page that broke lines of these lengths; None where too few of them tell."""
    narrow = sorted(length for length in lengths if length in _WIDTHS)
    return narrow[len(narrow) // 2] if len(narrow) >= 4 else None
