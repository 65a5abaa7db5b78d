"""What a text says when blanks, marks and the numbers of lists are left out, and whether two texts say the same.

The reader of a web page, of a Word document and of plain text leave different blanks, line ends and list numbers, and a
page prints lines around the document. Whatever else differs makes another source: a figure, a name, one sentence.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from extractors.text.folding import fold
from extractors.text.headings import heading
from extractors.text.marks import PHRASE_MARKS, SENTENCE_MARKS

LEAST = 200
"""Letters and figures that two texts must have in common, where one of them has lines of a page around it."""
_CUT = "\0"  # stands for the marks at which a text is cut, while what is no word is taken out
_PIECES = dict.fromkeys(map(ord, PHRASE_MARKS), _CUT)
_SENTENCES = dict.fromkeys(map(ord, SENTENCE_MARKS), _CUT)
# A point counts between figures only, and what changes a figure does.
_NO_WORD = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.%‰℃\0]+|_+")
_PAGE_NUMBER = re.compile(r"\W*[—\-─·]\s*\d{1,3}\s*[—\-─·]\W*")
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
    found: list[str] = []
    lines, sentences, length = array("I", [0]), array("I"), 0
    for line in _lines(text):
        parts = _NO_WORD.sub("", line.translate(_SENTENCES)).split(_CUT)
        found += parts
        for part in parts[:-1]:
            length += len(part)
            sentences.append(length)
        length += len(parts[-1])
        lines.append(length)
    return Wording("".join(found), lines, sentences)


def pieces(text: str) -> set[str]:
    """What stands between the marks of ``text``, as ``wording`` has it; a line's end parts nothing."""
    return {piece for piece in _NO_WORD.sub("", "".join(_lines(text)).translate(_PIECES)).split(_CUT) if piece}


def _lines(text: str) -> Iterator[str]:
    for line in fold(text).split("\n"):
        bare = line.strip()
        if not _PAGE_NUMBER.fullmatch(bare):
            found = heading(bare)
            yield bare[found[1] :] if found else bare


def says_the_same(one: Wording, other: Wording) -> bool:
    """Whether two texts are the same but for lines without a whole sentence before and behind the text of both.

    Those are titles, signatures, and what a page prints around its document; what they say of region, year and number
    is not looked at here.
    """
    if one.words == other.words:
        return bool(one.words)
    start, begin, length = _common(one.words, other.words)
    shift = begin - start
    shared = sorted({at for at in one.lines if start <= at <= start + length} & {at - shift for at in other.lines})
    if len(shared) < 2 or shared[-1] - shared[0] < max(LEAST, max(len(one.words), len(other.words)) // 2):
        return False
    first, last = shared[0], shared[-1]
    return not _outside(one, first, last) and not _outside(other, first + shift, last + shift)


def _outside(text: Wording, first: int, last: int) -> bool:
    """Whether a sentence of ``text`` ends before ``first`` or behind ``last``."""
    return bisect_right(text.sentences, first) > 0 or bisect_left(text.sentences, last + 1) < len(text.sentences)


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
