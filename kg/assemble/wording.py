"""What a text says when blanks, marks and the numbers of lists are left out, and whether two texts say the same.

The reader of a web page, of a Word document and of plain text leave different blanks, line ends and list numbers, and a
page prints lines around the document. Whatever else differs makes another source: a figure, a name, one sentence.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise, takewhile

import numpy as np
from numpy.typing import NDArray

from extractors.readers.furniture import mark
from extractors.text.folding import fold
from extractors.text.headings import heading
from extractors.text.marks import PHRASE_MARKS, SENTENCE_MARKS

LEAST = 200
"""Letters and figures that two texts must have in common, where one of them has lines of a page around it."""
EDGE = 300
"""Letters and figures that a page may have before and behind the text: more is a part of it, such as another table."""
_CUT, _LINE = "\1", "\2"  # stand for marks, and for a line's end, while what is no word is taken out
_KEPT = ".%‰℃"  # what changes a figure
_POINT = re.compile(r"(?<!\d)\.|\.(?!\d)")  # no part of a figure
_FIGURES = re.compile(r"[\d.]+")
_PAGE_NUMBER = re.compile(r"\W*[—\-─·]\s*\d{1,3}\s*[—\-─·]\W*")
_PAGE_NUMBER_LONGEST = 24
_ANCHOR = 48  # letters of one text that are looked for in the other


@dataclass(frozen=True, slots=True)
class Wording:
    """A text without blanks and marks.

    Attributes:
        words: its letters and figures.
        lines: where a line begins or ends in them, ascending, both ends of ``words`` among them.
        sentences: where a sentence ends.
    """

    words: str
    lines: array[int]
    sentences: array[int]


def wording(text: str) -> Wording:
    """What ``text`` comes down to.

    >>> wording("一、总体情况： 全年办结 12.5 万件。").words
    '总体情况全年办结12.5万件'
    """
    text = _without_furniture(text)
    found: list[str] = []
    lines, sentences, length = array("I", [0]), array("I"), 0
    for line in _bare(_LINE.join(_lines(text)), SENTENCE_MARKS).split(_LINE):
        parts = line.split(_CUT)
        found += parts
        for part in parts[:-1]:
            length += len(part)
            sentences.append(length)
        length += len(parts[-1])
        lines.append(length)
    return Wording("".join(found), lines, sentences)


def pieces(text: str) -> set[str]:
    """What stands between the marks of ``text``, as ``wording`` has it; a line's end parts nothing."""
    return {piece for piece in _bare("".join(_lines(text)), PHRASE_MARKS).split(_CUT) if piece}


def _without_furniture(text: str) -> str:
    """``text`` without the lines that a page prints around it, as far as the readers know them."""
    kept, at = [], 0
    for start, end in mark(text)[0]:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


def _lines(text: str) -> Iterator[str]:
    """The lines of ``text`` without their numbers, numbers of pages left out."""
    for line in text.split("\n"):
        bare = line.strip()
        if len(bare) > _PAGE_NUMBER_LONGEST or not _PAGE_NUMBER.fullmatch(bare):
            found = heading(bare)
            yield bare[found[1] :] if found else bare


def _bare(text: str, marks: str) -> str:
    """The letters and figures of ``text``, folded, with ``_CUT`` for each of ``marks``."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    table = _table(marks)
    common = codes < len(table)
    made = np.where(common, table[np.where(common, codes, 0)], codes)
    return _POINT.sub("", made[made > 0].tobytes().decode("utf-32-le"))


@cache
def _table(marks: str) -> NDArray[np.uint32]:
    """By code, what becomes of a character; nothing (0) of what is no word. Rare ones beyond the table stay."""
    table = np.zeros(0x10000, np.uint32)
    for code in range(len(table)):
        folded = fold(chr(code))
        if folded.isalnum() or (folded and folded in _KEPT):
            table[code] = ord(folded)
    table[[ord(mark) for mark in marks]] = ord(_CUT)
    table[ord(_LINE)] = ord(_LINE)
    return table


def says_the_same(one: Wording, other: Wording) -> bool:
    """Whether two texts are the same but for lines without a whole sentence before and behind the text of both.

    Those are titles, signatures, and what a page prints around its document; what the titles say of region, year and
    number is not looked at here.
    """
    if one.words == other.words:
        return bool(one.words)
    start, begin, length = _common(one.words, other.words)
    shift = begin - start
    shared = sorted({at for at in one.lines if start <= at <= start + length} & {at - shift for at in other.lines})
    if len(shared) < 2 or shared[-1] - shared[0] < max(LEAST, max(len(one.words), len(other.words)) // 2):
        return False
    edges = [_edges(text, shared[0] + by, shared[-1] + by) for text, by in ((one, 0), (other, shift))]
    return all(edges) and all(_is_furniture(*sides) for sides in zip(*edges, strict=True))


def _edges(text: Wording, first: int, last: int) -> list[list[str]]:
    """The lines before ``first`` and those behind ``last``, both from the outside in.

    None at all where a sentence ends there, or too much stands there.
    """
    before, behind = bisect_right(text.sentences, first), len(text.sentences) - bisect_right(text.sentences, last)
    if before or behind or first > EDGE or len(text.words) - last > EDGE:
        return []
    lines = [(start, text.words[start:end]) for start, end in pairwise(text.lines) if start < end]
    return [[line for at, line in lines if at < first], [line for at, line in reversed(lines) if at >= last]]


def _is_furniture(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two edges may be what two pages print around one text.

    They are not where one line has other figures than in the other edge, nor where lines were exchanged inside of
    one that both have: that is a row of a table.
    """
    shared, mine, others = False, set[str](), set[str]()
    for kind, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "replace" and shared:
            return False
        if kind == "equal":
            shared = True
        else:
            mine |= {_FIGURES.sub("", line) for line in one[start:end]}
            others |= {_FIGURES.sub("", line) for line in other[begin:stop]}
    return not mine & others


def _common(one: str, other: str) -> tuple[int, int, int]:
    """The longest run that ``other`` has as well, of those through three places of ``one``: its starts and length."""
    found = (0, 0, 0)
    for quarter in (1, 2, 3):
        at = len(one) * quarter // 4
        place = other.find(one[at : at + _ANCHOR]) if len(one) - at >= _ANCHOR else -1
        if place >= 0 and not found[0] <= at < found[0] + found[2]:
            before = _run(reversed(one[:at]), reversed(other[:place]))
            behind = _run(one[at:], other[place:])
            found = max(found, (at - before, place - before, before + behind), key=lambda run: run[2])
    return found


def _run(one: Iterable[str], other: Iterable[str]) -> int:
    """How many letters the two begin with are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
