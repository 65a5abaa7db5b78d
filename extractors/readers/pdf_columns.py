"""The columns of text on a page of a PDF: where they part, and its lines in reading order.

A gazette is set in two or three columns, drawn one after the other or row by row. A table has gaps as well, but its
cells hardly ever fill their column line by line, as running text does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

_STEP = 2.0  # points in which the width of a page is looked at
_EDGE = 0.15  # of the text's width at either side, in which no column ends
_GUTTER = 0.8  # widths of a character that the space between two columns has at least
_CROSSED = 0.2  # of a page's lines that may lie over a gutter: titles, tables over the whole width
_LINES = 6  # that a column has at least
_FULL = 0.85  # of a column's width that a line of running text fills
_CHARACTERS = 8  # widths of a character that a column has at least


@dataclass(frozen=True, slots=True)
class VisualLine:
    """A line as printed: its text, its left, right and upper edge and the height of a character, in points.

    The upper edge is measured from the bottom of the page.

    Attributes:
        gaps: the wide spaces inside it: where in the text each ends, with its left and its right edge.
        column: which column of its page it stands in, counted from 1; 0 where the page has no columns, or the line lies
            over several.
    """

    text: str
    left: float
    right: float
    top: float
    height: float
    gaps: tuple[tuple[int, float, float], ...] = ()
    column: int = 0


def in_reading_order(page: Sequence[VisualLine]) -> list[VisualLine]:
    """The lines of a page, those of its columns one column after the other; as they are where it has none.

    A line over several columns (a title) parts what stands above it from what stands below.
    """
    filled = [line for line in page if line.text.strip()]
    pieces = [piece for line in filled for piece in _pieces(line, line.gaps)]
    gutters = _gutters(pieces)
    if not gutters:
        return list(page)
    parted = [
        piece
        for line in filled
        for piece in _pieces(line, [gap for gap in line.gaps if any(_holds(gap, gutter) for gutter in gutters)])
    ]
    placed = [replace(piece, column=_column(piece, gutters)) for piece in parted]
    if not all(_is_running([piece for piece in placed if piece.column == at]) for at in range(1, len(gutters) + 2)):
        return list(page)
    ordered: list[VisualLine] = []
    band: list[VisualLine] = []
    for piece in sorted(placed, key=lambda piece: (-piece.top, piece.left)):
        if piece.column:
            band.append(piece)
            continue
        ordered += [*sorted(band, key=lambda each: each.column), piece]
        band = []
    return ordered + sorted(band, key=lambda each: each.column)


def _pieces(line: VisualLine, gaps: Sequence[tuple[int, float, float]]) -> Iterator[VisualLine]:
    """``line`` parted at ``gaps``."""
    start, left = 0, line.left
    for at, begin, end in gaps:
        yield replace(line, text=line.text[start:at].rstrip(), left=left, right=begin, gaps=())
        start, left = at, end
    yield replace(line, text=line.text[start:], left=left, gaps=())


def _gutters(pieces: Sequence[VisualLine]) -> list[tuple[float, float]]:
    """The upright stretches, as left and right edge, that hardly any piece lies over, away from the page's margins."""
    if len(pieces) < 2 * _LINES:
        return []
    low, high = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    count = int((high - low) / _STEP) + 1
    over = [0] * (count + 1)
    for piece in pieces:
        over[max(0, int((piece.left - low) / _STEP))] += 1
        over[min(count, int((piece.right - low) / _STEP) + 1)] -= 1
    width = _GUTTER * median(piece.height for piece in pieces)
    found, begin, lying = [], None, 0
    for step in range(count + 1):
        lying += over[step]
        clear = step < count and lying <= _CROSSED * len(pieces)
        if clear and begin is None:
            begin = step
        elif not clear and begin is not None:
            edges = low + begin * _STEP, low + step * _STEP
            middle = (edges[0] + edges[1]) / 2
            if edges[1] - edges[0] >= width and _EDGE * (high - low) < middle - low < (1 - _EDGE) * (high - low):
                found.append(edges)
            begin = None
    return found


def _holds(gap: tuple[int, float, float], gutter: tuple[float, float]) -> bool:
    """Whether the middle of ``gutter`` lies in ``gap``."""
    return gap[1] <= (gutter[0] + gutter[1]) / 2 <= gap[2]


def _column(piece: VisualLine, gutters: Sequence[tuple[float, float]]) -> int:
    """The column that holds ``piece``, 0 where it lies over a gutter."""
    middles = [(begin + end) / 2 for begin, end in gutters]
    if any(piece.left < middle < piece.right for middle in middles):
        return 0
    return 1 + sum(middle <= piece.left for middle in middles)


def _is_running(lines: Sequence[VisualLine]) -> bool:
    """Whether the lines of a column are running text: enough of them, at least half of which fill it."""
    if len(lines) < _LINES:
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    if right - left < _CHARACTERS * median(line.height for line in lines):
        return False
    return sum(line.right - line.left >= _FULL * (right - left) for line in lines) * 2 >= len(lines)
