"""The lines of a text, and those that a page without line breaks ran together: paragraphs, number, title, recipient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.text.marks import CLAUSE_MARKS, CLOSING_MARKS, COLONS, HAN, SENTENCE_MARKS, YEAR
from extractors.text.numerals import TO_999, YEAR_NUMERAL, ZEROS

_LINE = re.compile(r"[^\n]+")
# Paragraphs open with two wide blanks (GB/T 9704-2012, 7.3.3); where a page lost its line breaks, those stay.
_PARAGRAPH = re.compile(rf"(?<=[{CLAUSE_MARKS}{COLONS}{CLOSING_MARKS}])\u3000{{2,}}(?=\S)")
_SHORTEST = 90  # characters of a line that may hold the number, the title and the recipient as well
_NUMBER = rf"[{HAN}]{{2,12}}[〔［\[](?:{YEAR}|{YEAR_NUMERAL})[〕］\]]第?(?:\d{{1,5}}|[{TO_999}{ZEROS}]{{1,6}})号"
_RUN_TOGETHER = re.compile(
    rf"\s*+(?P<number>{_NUMBER})?\s*+"
    rf"(?P<title>[^{SENTENCE_MARKS}{COLONS}\n]{{0,60}}?关于[^{SENTENCE_MARKS}{COLONS}\n]{{4,100}}?"
    r"的(?:通知|意见|决定|批复|公告|通告|通报|函))\s*+"
    rf"(?P<second>{_NUMBER})?\s*+(?P<recipient>[^{CLAUSE_MARKS}{COLONS}《》\n]{{2,150}}[{COLONS}])"
)
_OPENING = 400  # characters of a text within which a line may open with the recipient
_RECIPIENT = re.compile(rf"各[^{CLAUSE_MARKS}{COLONS}《》\n]{{4,150}}[{COLONS}]")


def lines_of(text: str) -> list[tuple[int, int]]:
    """The spans of the lines that are not empty; a line that holds several that a page ran together is divided."""
    return [part for match in _LINE.finditer(text) for part in _parts(text, match.start(), match.end())]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start < _SHORTEST:
        yield start, end
        return
    opening = _RUN_TOGETHER.match(text, start, end)
    if opening and (opening["number"] or opening["second"] or opening["recipient"].startswith("各")):
        for name in ("number", "title", "second", "recipient"):
            if opening[name]:
                yield opening.span(name)
        start = opening.end()
    elif start < _OPENING and (recipient := _RECIPIENT.match(text, start, end)):
        yield recipient.span()
        start = recipient.end()
    for begin, stop in pairwise([start, *(match.end() for match in _PARAGRAPH.finditer(text, start, end)), end]):
        if begin < stop:
            yield begin, stop
