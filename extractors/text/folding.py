"""Text folded for matching: no quotation marks, no blanks, one width of punctuation, and the way back to offsets.

Source of the rule: the head of ``ontology/initiatives.yaml`` (“放管服” is 放管服, （ is (, 最多 跑一次 is 最多跑一次).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extractors.text.marks import BLANKS, QUOTES

_DROPPED = BLANKS + QUOTES
_WIDE = "（）［］【】〔〕﹝﹞：，；！？．＋／％＝＆・•‧∙⋅･—–－―─−‐‑‒﹣～〜∼"
_NARROW = "()[][][][]:,;!?.+/%=&······----------~~~"
_FOLD = {**{ord(c): None for c in _DROPPED}, **dict(zip(map(ord, _WIDE), _NARROW, strict=True))}
_FOLD |= {0xFF10 + d: str(d) for d in range(10)}
_FOLD |= {0xFF21 + i: chr(0x41 + i) for i in range(26)} | {0xFF41 + i: chr(0x61 + i) for i in range(26)}
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")
_DROP = re.compile(f"[{_DROPPED}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the offset in the original of each of its characters."""

    text: str
    offsets: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that ``text[start:end]`` stands for, quotation marks at its ends left out."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def place(self, position: int) -> int:
        """The place in the folded text of the original's ``position``, or of what follows that was not dropped."""
        return bisect_left(self.offsets, position)

    def between(self, start: int, end: int) -> str:
        """What of the folded text stands for the original's ``[start:end]``."""
        first = bisect_left(self.offsets, start, 0, min(start, len(self.offsets)))
        return self.text[first : bisect_left(self.offsets, end, first, min(first + end - start, len(self.offsets)))]

    def __len__(self) -> int:
        return len(self.text)


def fold(text: str) -> str:
    """``text`` folded, for dictionary forms."""
    # Most names have nothing to fold, which a pattern sees sooner than a table that is asked for each character.
    return text.translate(_FOLD) if _FOLDED.search(text) else text


def fold_with_offsets(text: str) -> Folded:
    """``text`` folded, for matching in running text."""
    dropped = [match.start() for match in _DROP.finditer(text)]
    if not dropped:
        return Folded(text.translate(_FOLD), list(range(len(text))))
    offsets: list[int] = []
    last = 0
    for position in dropped:
        offsets.extend(range(last, position))
        last = position + 1
    offsets.extend(range(last, len(text)))
    return Folded(text.translate(_FOLD), offsets)
