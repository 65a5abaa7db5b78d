"""Text folded for matching: no quotation marks, no blanks, one width of punctuation, and the way back to offsets.

Source of the rule: the head of ``ontology/initiatives.yaml`` (“放管服” is 放管服, （ is (, 最多 跑一次 is 最多跑一次).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from extractors.text.marks import BLANKS, QUOTES

_DROPPED = BLANKS + QUOTES
_WIDE = "（）［］【】〔〕﹝﹞：，；！？．＋／％＝＆・•‧∙⋅･—–－―─−‐‑‒﹣～〜∼"
_NARROW = "()[][][][]:,;!?.+/%=&······----------~~~"
_FOLD: dict[int, str | None] = {**{ord(c): None for c in _DROPPED}, **dict(zip(map(ord, _WIDE), _NARROW, strict=True))}
_FOLD |= {0xFF10 + d: str(d) for d in range(10)}
_FOLD |= {0xFF21 + i: chr(0x41 + i) for i in range(26)} | {0xFF41 + i: chr(0x61 + i) for i in range(26)}
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")
_GONE = 0xFFFFFFFF  # in place of a code point: dropped


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
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    table = _table()
    folded = table.take(codes, mode="clip")
    beyond = codes >= len(table)
    if beyond.any():
        folded = np.where(beyond, codes, folded)
    kept = np.flatnonzero(folded != _GONE)
    return Folded(folded[kept].tobytes().decode("utf-32-le", "surrogatepass"), kept.tolist())


@cache
def _table() -> NDArray[np.uint32]:
    """By code point the one that it is folded to, up to the last that is not left as it is."""
    table = np.arange(max(_FOLD) + 1, dtype=np.uint32)
    for code, to in _FOLD.items():
        table[code] = _GONE if to is None else ord(to)
    return table
