"""Matches of a pattern that is dear to try, at the few places of a text where it can begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.text.marks import HAN


def matches_at(
    places: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer`` gives in ``text[start:end]``, if each match begins where one of ``places`` does.

    The engine skips to a character of a class many times faster than it tries a pattern that opens with a choice or
    looks around.
    """
    end, done = len(text) if end is None else end, start
    for place in places.finditer(text, start, end):
        match = pattern.match(text, place.start(), end) if place.start() >= done else None
        if match:
            done = match.end()
            yield match


def first_of(words: Iterable[str]) -> str:
    """The first characters of ``words`` as a class of a pattern.

    Raises:
        ValueError: for a word that does not begin with a Chinese character, as one that is a pattern might not.
    """
    firsts = sorted({word[0] for word in words})
    strange = [first for first in firsts if not re.match(f"[{HAN}]", first)]
    if strange:
        raise ValueError(f"{', '.join(strange)}: no Chinese character")
    return f"[{''.join(firsts)}]"
