"""The text with its marks as HTML: spaCy's displaCy draws the spans, a line of the text at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from kg.marked.marks import Finding

TOP, STEP, BELOW = 22, 13, 12
"""In pixels: where the first line under a character is drawn, how far below it the next, the room below the last."""
_END = "\ue000"
"""Ends each piece, so that the blank can be taken away which displaCy puts behind some: Chinese has none there."""
_CONTROLS = frozenset(map(chr, range(32))) - {"\t"}
# Classes in place of displaCy's styles, since the page allows no style but its own sheet: a span's label is the number
# of its finding, and its colour the class of the finding's kind.
_TEMPLATE = {
    "span": '<span class="m h{total_height}">{text}{span_slices}{span_starts}</span>',
    "slice": '<i class="s t{top_offset} {bg}"></i>',
    "start": '<a class="l t{top_offset} {bg}" href="#f{label}">{label}</a>',
}


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    finding: Finding


def marked_lines(text: str, findings: Iterable[Finding]) -> Iterator[Markup]:
    """HTML of each line of ``text``, in which the spans of ``findings`` are underlined and numbered.

    A number leads to ``#f<number>``. Characters that XML cannot hold are shown as U+FFFD.
    """
    marks = sorted(
        (_Mark(span.start, span.end, finding) for finding in findings for span in finding.spans),
        key=lambda mark: (mark.start, -mark.end, mark.finding.number),
    )
    first, start = 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        while first < len(marks) and marks[first].end <= start:
            first += 1
        here = [mark for mark in _up_to(marks, first, end) if mark.end > start]
        yield _line(line, start, here)
        start = end + 1


def depth_of(findings: Iterable[Finding]) -> int:
    """How many marks stand above each other at most; 0 without any."""
    turns = sorted(turn for f in findings for span in f.spans for turn in ((span.end, -1), (span.start, 1)))
    deepest = depth = 0
    for _, step in turns:
        depth += step
        deepest = max(deepest, depth)
    return deepest


def _up_to(marks: list[_Mark], first: int, end: int) -> Iterator[_Mark]:
    for at in range(first, len(marks)):
        if marks[at].start >= end:
            return
        yield marks[at]


def _line(line: str, offset: int, marks: list[_Mark]) -> Markup:
    from spacy import displacy  # noqa: PLC0415 - spaCy takes long to load, and only this page needs it here

    tokens, places = _tokens(line, offset, marks)
    drawn: str = displacy.render(
        {"text": line, "tokens": tokens, "spans": [_span(mark, places, offset, len(line)) for mark in marks]},
        style="span",
        manual=True,
        jupyter=False,
        options={
            "template": _TEMPLATE,
            "top_offset": TOP,
            "top_offset_step": STEP,
            "span_label_offset": BELOW,
            "colors": {str(mark.finding.number): mark.finding.noun for mark in marks},
        },
    )
    within = drawn[drawn.index(">") + 1 : drawn.rindex("</")]  # of an element with a style of its own
    return Markup(within.replace(f"{_END} ", "").replace(_END, ""))


def _tokens(line: str, offset: int, marks: list[_Mark]) -> tuple[list[str], dict[int, int]]:
    """The line in pieces: what bears a mark is cut into characters, so that it breaks where a line of the page ends.

    Returns:
        The pieces, and by place in the line the number of the piece that begins there.
    """
    covered = bytearray(len(line))
    for mark in marks:
        low, high = max(mark.start - offset, 0), min(mark.end - offset, len(line))
        covered[low:high] = b"\1" * (high - low)
    cuts = [at for at in range(len(line)) if at == 0 or covered[at] or covered[at] != covered[at - 1]]
    places = {at: number for number, at in enumerate([*cuts, len(line)])}
    pieces = [_printable(line[low:high]) + _END for low, high in pairwise([*cuts, len(line)])]
    return pieces, places


def _span(mark: _Mark, places: dict[int, int], offset: int, length: int) -> dict[str, Any]:
    return {
        "start_token": places[max(mark.start - offset, 0)],
        "end_token": places[min(mark.end - offset, length)],
        "label": str(mark.finding.number),
    }


def _printable(piece: str) -> str:
    """``piece`` without what HTML cannot hold, and without what ends a piece here."""
    return "".join("\ufffd" if c == _END or c in _CONTROLS or "\ud800" <= c <= "\udfff" else c for c in piece)
