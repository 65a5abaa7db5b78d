"""What a text speaks of where: its words of government and of other fields, found once."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from extractors.text.lexicon import Lexicon
from extractors.text.starts import count_between
from ontology.figure_words import figure_words

_FEWEST = 3  # words of which a share says something
_SHARES = (
    (1 / 6, "below a sixth"),
    (1 / 3, "a sixth to a third"),
    (1 / 2, "a third to a half"),
    (2 / 3, "a half to two thirds"),
)


@cache
def _lexicon() -> Lexicon[str]:
    return Lexicon(figure_words().owner)


def topics_of(text: str) -> list[str]:
    """The topics of a short text, one for each word."""
    return [topic for _, _, topic in _lexicon().find(text)]


class Topics:
    """The topics of one text by place."""

    def __init__(self, text: str) -> None:
        """Find the words of all topics."""
        self._words = [(start, topic) for start, _, topic in _lexicon().find(text)]
        of = figure_words().topics
        self._government = [start for start, topic in self._words if of[topic].of == "government"]
        self._other = [start for start, topic in self._words if of[topic].of == "another field"]
        self._either = [start for start, topic in self._words if of[topic].of == "either"]

    def within(self, span: tuple[int, int]) -> list[str]:
        """The topics of a span, one for each word."""
        first, last = (bisect_left(self._words, (place,)) for place in span)
        return [topic for _, topic in self._words[first:last]]

    def counts(self, span: tuple[int, int]) -> tuple[int, int]:
        """How many words of government a span has, and how many of other fields."""
        return count_between(self._government, *span), count_between(self._other, *span)

    def has_either(self, span: tuple[int, int]) -> bool:
        """Whether a span has words that may be of government or not."""
        return count_between(self._either, *span) > 0

    def share(self, span: tuple[int, int]) -> str:
        """How much of what a span speaks of is government, in words."""
        government, other = self.counts(span)
        if government + other < _FEWEST:
            return "few words"
        share = government / (government + other)
        return next((name for most, name in _SHARES if share < most), "above two thirds")
