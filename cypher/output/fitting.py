"""Columns that fit a width: the widest are cut, each cut cell ends with ``…``."""

from __future__ import annotations

from collections.abc import Sequence

from wcwidth import wcswidth, wcwidth

GAP = 2
"""Blanks between two columns."""
HEADER = 2
"""How much wider than its name tabulate makes a column."""
LEAST = 5
"""No column is made narrower than this: with more columns than that a table is wider than its terminal."""
_ELLIPSIS = "…"


def fitted(rows: Sequence[Sequence[str]], whole: Sequence[bool], width: int) -> list[list[str]]:
    """``rows``, all of one length, so that they fit ``width`` columns of a terminal; those that are ``whole`` stay.

    The first row holds the names of the columns.

    >>> fitted([["地区", "原文"], ["遂宁市", "全面推行“一网通办”。"]], [True, False], 20)
    [['地区', '原文'], ['遂宁市', '全面推行“一…']]
    """
    header, *cells = rows
    widths = [
        max(map(columns_of, column)) for column in zip([name + " " * HEADER for name in header], *cells, strict=True)
    ]
    room = width - GAP * (len(widths) - 1) - sum(w for w, kept in zip(widths, whole, strict=True) if kept)
    cap = _cap([w for w, kept in zip(widths, whole, strict=True) if not kept], room)
    caps = [w if kept else cap for w, kept in zip(widths, whole, strict=True)]
    named = [cut(name, most - HEADER) for name, most in zip(header, caps, strict=True)]
    return [named, *([cut(text, most) for text, most in zip(row, caps, strict=True)] for row in cells)]


def _cap(widths: Sequence[int], left: int) -> int:
    """The width to which the widest columns must be cut so that all fit in what is left to them."""
    for at, narrow in enumerate(sorted(widths)):
        share = left // (len(widths) - at)
        if narrow > share:
            return max(share, LEAST)
        left -= narrow
    return max(widths, default=LEAST)


def cut(text: str, width: int) -> str:
    """``text``, or as much of it as fits ``width`` columns with an ellipsis behind."""
    if columns_of(text) <= width:
        return text
    taken, at = 0, 0
    for at, character in enumerate(text):  # noqa: B007 - where it stops is what is wanted
        taken += max(wcwidth(character), 0)
        if taken > width - 1:
            break
    return text[:at] + _ELLIPSIS


def columns_of(text: str) -> int:
    """The columns that ``text`` takes on a terminal, where a Chinese character takes two."""
    told = wcswidth(text)
    return len(text) if told < 0 else told
