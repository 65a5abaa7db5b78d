"""The numbers that open headings, by rank."""

from __future__ import annotations

import re

from extractors.text.marks import BLANKS, SENTENCE_MARKS
from extractors.text.numerals import TO_999

# Ranks from the outside in, as official style has it (GB/T 9704-2012, 7.3.3): 一、 (一) 1. (1); 第X章, 第X条 in laws.
_HEADINGS = [
    (1, re.compile(rf"第[{TO_999}\d]+[编章部](?:分)?[{BLANKS}]*")),
    (2, re.compile(rf"第[{TO_999}\d]+[节条][{BLANKS}]*")),
    (2, re.compile(rf"[{TO_999}]{{1,3}}[、.．][{BLANKS}]*")),
    (3, re.compile(rf"[（(][{TO_999}]{{1,3}}[)）][{BLANKS}]*")),
    (4, re.compile(rf"\d{{1,2}}[.．、](?!\d)[{BLANKS}]*")),
    (5, re.compile(rf"[（(]\d{{1,2}}[)）][{BLANKS}]*")),
]
_OPENERS = frozenset(f"第（(0123456789{TO_999}")
# Where a page came without line breaks, a heading stands behind the end of a sentence.
_INLINE = re.compile(rf"[{SENTENCE_MARKS}：]\s{{0,3}}(?=[{TO_999}]{{1,3}}、|[（(][{TO_999}]{{1,3}}[)）])")
_LONG_LINE = 1500


def heading(line: str) -> tuple[int, int] | None:
    """Rank and length of the number that opens ``line``."""
    if line[:1] not in _OPENERS:
        return None
    for rank, pattern in _HEADINGS:
        match = pattern.match(line)
        if match:
            return rank, match.end()
    return None


def inline_headings(text: str, start: int, end: int) -> list[int]:
    """Where headings begin inside the line ``text[start:end]``: none but in a line as long as a page."""
    if end - start < _LONG_LINE:
        return []
    return [match.end() for match in _INLINE.finditer(text, start, end)]
