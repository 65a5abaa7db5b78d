"""Columns that fit a width: the widest are cut, each cut cell ends with ``…``."""

from __future__ import annotations

from collections.abc import Sequence

from wcwidth import wcswidth, wcwidth

GAP = 2
"""Blanks between two columns."""
LEAST = 5
"""No column is made narrower than this: with more columns than that a table is wider than its terminal."""
_ELLIPSIS = "…"


def fitted(rows: Sequence[Sequence[str]], whole: Sequence[bool], width: int) -> list[list[str]]:
    """``rows``, all of one length, so that they fit ``width`` columns of a terminal; those that are ``whole`` stay.

    The first row holds the names of the columns, which are cut in any of them.

    >>> fitted([["地区", "原文"], ["遂宁市", "全面推行“一网通办”。"]], [True, False], 20)
    [['地区', '原文'], ['遂宁市', '全面推行“一…']]
    """
    columns = [[columns_of(text) for text in column] for column in zip(*rows, strict=True)]
    least = [max(told[1:], default=0) if kept else 0 for told, kept in zip(columns, whole, strict=True)]
    widths = [max(told) for told in columns]
    most = _cap(widths, least, width - GAP * (len(widths) - 1))
    caps = [max(most, kept) for kept in least]
    return [[cut(text, cap) for text, cap in zip(row, caps, strict=True)] for row in rows]


def _cap(widths: Sequence[int], least: Sequence[int], room: int) -> int:
    """The width to which the widest columns must be cut so that all fit ``room``, none below its ``least``."""
    for cap in range(max(widths, default=LEAST), LEAST, -1):
        if sum(max(min(wide, cap), kept) for wide, kept in zip(widths, least, strict=True)) <= room:
            return cap
    return LEAST


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
