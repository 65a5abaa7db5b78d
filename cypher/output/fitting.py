"""Columns that fit a width: the widest are cut, each cut cell ends with ``…``."""

from __future__ import annotations

from collections.abc import Sequence

from wcwidth import wcswidth, wcwidth

GAP = 2
"""Blanks between two columns."""
LEAST = 4
"""No column is made narrower than this: with more columns than that a table is wider than its terminal."""
_ELLIPSIS = "…"


def fitted(rows: Sequence[Sequence[str]], whole: Sequence[bool], width: int) -> list[list[str]]:
    """``rows``, all of one length, so that they fit ``width`` columns of a terminal; those that are ``whole`` stay.

    >>> fitted([["地区", "原文"], ["遂宁市", "全面推行“一网通办”。"]], [True, False], 20)
    [['地区', '原文'], ['遂宁市', '全面推行“一…']]
    """
    if not rows:
        return []
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    room = width - GAP * (len(widths) - 1)
    cap = _cap([w for w, kept in zip(widths, whole, strict=True) if not kept], room, sum(
        w for w, kept in zip(widths, whole, strict=True) if kept
    ))  # fmt: skip
    return [[text if kept else cut(text, cap) for text, kept in zip(row, whole, strict=True)] for row in rows]


def _cap(widths: Sequence[int], room: int, taken: int) -> int:
    """The width to which the widest columns must be cut so that all fit."""
    left = room - taken
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
