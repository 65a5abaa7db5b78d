"""The sentence around a mention: what a reader is shown instead of the bare name."""

from __future__ import annotations

import re

_END = re.compile(r"[。！？；!?;\n\t]")
_REACH = 160


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence that holds ``text[start:end]``, at most 160 characters more on either side.

    A sentence ends with 。！？；, a line or a cell; its closing mark belongs to it, blanks at its ends do not.

    >>> text = "一、改革。我市推行一网通办！成效明显。"
    >>> text[slice(*sentence_around(text, 9, 13))]
    '我市推行一网通办！'
    """
    low = max(0, start - _REACH)
    first = max((match.end() for match in _END.finditer(text, low, start)), default=low)
    closing = _END.search(text, max(start, end - 1), min(len(text), end + _REACH))
    last = min(len(text), end + _REACH) if closing is None else closing.end()
    while last > end and text[last - 1].isspace():
        last -= 1
    while first < start and text[first].isspace():
        first += 1
    return first, max(last, end)
