"""Where the words that names are made of stand in a text: found once, asked for each run that may be a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from ontology.name_words import name_words


class Chain(NamedTuple):
    """Nouns in a row.

    Attributes:
        start, end: where they stand.
        ends: whether what follows them ends a name: 等, 的, a verb, or what is told of it (持续深化, 3项).
        joint: where what joins another name to them ends (甲制度和乙制度), 0 where nothing does.
    """

    start: int
    end: int
    ends: bool
    joint: int


class Words:
    """The words of ``name_words.yaml`` in one text.

    No word of a name holds a mark or stands across one, so that whoever asks for a part between marks gets what he
    would find there alone.
    """

    def __init__(self, text: str) -> None:
        """Find all words in ``text``."""
        words = name_words()
        self.text = text
        self.chains = [self._chain(match) for match in words.nouns.finditer(text)]
        self.chain_starts = [chain.start for chain in self.chains]
        self._verbs = _spans(words.verb, text)
        self._actors = _spans(words.actor, text)
        joints = (match.span() for match in words.joining.finditer(text))
        self._joined = [start for start, end in joints if words.verb.match(text, end)]

    def verb(self, low: int, high: int) -> tuple[int, int] | None:
        """The first verb from ``low`` on, where it ends at ``high`` at the latest."""
        starts, ends = self._verbs
        index = bisect_left(starts, low)
        return (starts[index], ends[index]) if index < len(starts) and ends[index] <= high else None

    def has_actor(self, low: int, high: int) -> bool:
        """Whether a word for a body stands in ``text[low:high]``."""
        starts, ends = self._actors
        index = bisect_right(ends, high) - 1
        return index >= 0 and starts[index] >= low

    def has_joined_verb(self, low: int, high: int) -> bool:
        """Whether a word that joins a verb to what stands before it begins in ``text[low:high]``."""
        index = bisect_left(self._joined, low)
        return index < len(self._joined) and self._joined[index] < high

    def _chain(self, nouns: re.Match[str]) -> Chain:
        words, text, (start, end) = name_words(), nouns.string, nouns.span()
        joining = words.joining.match(text, end)
        told = words.verb.match(text, end) or words.predicate.match(text, end)
        ends = text.startswith(("等", "的"), end) or told is not None
        return Chain(start, end, ends, joining.end() if joining else 0)


def _spans(pattern: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    spans = [match.span() for match in pattern.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]
