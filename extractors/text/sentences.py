"""Where the sentences and clauses of a text end, line ends that a page's width made inside them passed over."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import pairwise

from extractors.text.marks import CLAUSE_MARKS, CLOSING_MARKS, SENTENCE_MARKS

# A tab ends the cell of a table.
SENTENCE_END = re.compile(rf"[{SENTENCE_MARKS}]+[{CLOSING_MARKS}]*|[\n\t]+")
CLAUSE_END = re.compile(rf"[{CLAUSE_MARKS}]+[{CLOSING_MARKS}]*|[\n\t]+")


def spans(end: re.Pattern[str], text: str, soft: Set[int]) -> list[tuple[int, int]]:
    """The sentences or clauses of ``text`` without the blanks around them, none empty.

    Args:
        end: ``SENTENCE_END`` or ``CLAUSE_END``. Closing marks belong to what they close, a line end to nothing.
        text: the text.
        soft: offsets of line feeds that end nothing (``soft_breaks``).
    """
    ends = [match.end() for match in end.finditer(text) if match.start() not in soft]
    found = []
    for low, high in pairwise([0, *ends, len(text)]):
        span = _stripped(text, low, high)
        if span[0] < span[1]:
            found.append(span)
    return found


def clause_around(text: str, soft: Set[int], start: int, end: int, reach: int) -> tuple[int, int]:
    """The span of the clause, or of the clauses, that hold ``text[start:end]``, without the blanks around it.

    Args:
        text: the text.
        soft: offsets of line feeds that end nothing (``soft_breaks``).
        start: first character of what is held.
        end: the one after its last.
        reach: characters taken in on either side at most.
    """
    low, high = max(0, start - reach), min(len(text), end + reach)
    ends = [match.end() for match in CLAUSE_END.finditer(text, low, high) if match.start() not in soft]
    first = max((at for at in ends if at <= start), default=low)
    last = min((at for at in ends if at >= end), default=high)
    inner = _stripped(text, first, last)
    return min(inner[0], start), max(inner[1], end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return start, end  # nearly all
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
