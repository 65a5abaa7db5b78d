"""The numbers that open headings, by rank."""

from __future__ import annotations

import re

from extractors.text.folding import fold
from extractors.text.marks import BLANKS, CLAUSE_MARKS, SENTENCE_MARKS
from extractors.text.numerals import TO_999, read_numeral
from ontology.sections import section_cues

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
_CHAPTER = re.compile(rf"(?P<number>[{TO_999}]{{1,3}})、(?P<title>[^{CLAUSE_MARKS}]{{0,30}})")


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
    """Where headings begin inside the line ``text[start:end]``: one as long as a page, or one that has chapters.

    Chapters are counted on from 一、 behind ends of sentences, and one of them says what it is (三、2019年工作打算).
    What is counted in a paragraph for itself (一、加强领导。二、加强督查。) is no heading.
    """
    if end - start < _LONG_LINE and text.find("二、", start, end) < 0:
        return []
    found = [match.end() for match in _INLINE.finditer(text, start, end)]
    return found if end - start >= _LONG_LINE or _are_chapters(text, found) else []


def _are_chapters(text: str, places: list[int]) -> bool:
    chapters = [match for match in (_CHAPTER.match(text, place) for place in places) if match]
    counted = [read_numeral(match["number"]) for match in chapters] == list(range(1, len(chapters) + 1))
    return counted and len(chapters) > 1 and any(section_cues().kind(fold(match["title"])) for match in chapters)
