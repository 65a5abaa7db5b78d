"""Where the figures of a sentence stand: their phrases and the stretches between them; names and titles hold none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.analysis import Analysis
from extractors.measurements.quantities import Quantity, find_quantities
from extractors.text.marks import PHRASE_MARKS
from ontology.initiatives import initiative_table
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives

DELIMITERS = f"{PHRASE_MARKS}\n"
"""What ends the phrase of a figure."""
_INNER = re.compile(rf"[(（][^()（）\n]{{1,8}}[)）]|(?P<end>[{DELIMITERS}、(（])")
_QUOTED = re.compile(r"《[^《》\n]{1,120}》|“[^“”\n]{1,30}”|\"[^\"\n]{1,30}\"")
_LONGEST_NAME = 125  # characters of a title or a quoted name, with its marks
_FURTHEST = 200  # characters to either side of a figure beyond which nothing is of its phrase
Initiative = tuple[int, int, str]
"""Start, end and name of a mention."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its place; all spans are of the text.

    Attributes:
        quantity: value and unit.
        sentence: the sentence that it stands in.
        phrase: its part between commas and the like, at most up to a 、 behind the figure.
        near: the stretch of the phrase between the figures before and behind.
    """

    quantity: Quantity
    sentence: tuple[int, int]
    phrase: tuple[int, int]
    near: tuple[int, int]


def initiatives_of(analysis: Analysis) -> list[Initiative]:
    """The mentions of initiatives, in order."""
    return sorted((m.mention.start, m.mention.end, m.name) for m in analysis.initiatives)


def inside(mentions: Sequence[Initiative], start: int, end: int) -> Sequence[Initiative]:
    """Those of the sorted ``mentions`` that begin in a span."""
    return mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]


def find_figures(text: str, start: int, end: int, initiatives: Sequence[Initiative]) -> list[Figure]:
    """The figures of the sentence ``text[start:end]`` that are no part of a title or a quoted name.

    What is quoted for itself (出台“39条”) is a figure, and so is what stands in the gap of a form (取消和下放30项审批).
    """
    quantities = find_quantities(text, start, end)
    if not quantities:
        return []
    spelled = [
        (s, e) for s, e, name in initiatives if any(_spells(name, text[q.start : q.end]) for q in _in(quantities, s, e))
    ]
    names = sorted([*(m.span() for m in _QUOTED.finditer(text, start, end)), *spelled])
    free = [q for q in quantities if not any(q.start < e and not _fills(q, s, e) for s, e in _before(names, q))]
    figures = []
    for index, quantity in enumerate(free):
        left = _phrase_start(text, max(start, quantity.start - _FURTHEST), quantity.start)
        right = _phrase_end(text, quantity.end, min(end, quantity.end + _FURTHEST))
        if quantity.unit == "元" and _fine().search(text, left, right):
            continue
        near_left = max(left, free[index - 1].end) if index else left
        near_right = min(right, free[index + 1].start) if index + 1 < len(free) else right
        figures.append(Figure(quantity, (start, end), (left, right), (near_left, near_right)))
    return figures


@cache
def _fine() -> re.Pattern[str]:
    return re.compile(alternatives(measurement_cues().fines))


def _fills(quantity: Quantity, start: int, end: int) -> bool:
    return (start + 1, end - 1) == (quantity.start, quantity.end)


def _in(quantities: Sequence[Quantity], start: int, end: int) -> Sequence[Quantity]:
    """Those of the quantities, which are in their order, that begin in ``start:end``."""
    first, last = (bisect_left(quantities, place, key=lambda quantity: quantity.start) for place in (start, end))
    return quantities[first:last]


@cache
def _spellings(name: str) -> str:
    """All forms of a listed initiative; a new one is what it is called."""
    known = initiative_table().by_name.get(name)
    return "\n".join([name, *(form.form for form in known.forms)]) if known else name


def _spells(name: str, figure: str) -> bool:
    """Whether a form of an initiative has the ``figure`` itself (15分钟便民圈), not a gap in which it stands."""
    return figure in _spellings(name)


def _before(names: list[tuple[int, int]], quantity: Quantity) -> list[tuple[int, int]]:
    """Those of the sorted ``names`` that begin so shortly before ``quantity`` that it may stand in them."""
    low = bisect_left(names, (quantity.start - _LONGEST_NAME,))
    return names[low : bisect_left(names, (quantity.start + 1,))]


def _phrase_start(text: str, start: int, position: int) -> int:
    after = max([text.rfind(mark, start, position) + 1 for mark in DELIMITERS] + [start])
    opened = max(text.rfind("(", after, position), text.rfind("（", after, position))
    closed = max(text.rfind(")", after, position), text.rfind("）", after, position))
    return opened + 1 if opened > closed else after


def _phrase_end(text: str, position: int, end: int) -> int:
    """Up to the next mark; a short addition in brackets (镇（乡、街道）) belongs to what it stands in."""
    return next((match.start() for match in _INNER.finditer(text, position, end) if match["end"]), end)
