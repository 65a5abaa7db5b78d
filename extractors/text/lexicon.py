"""A dictionary of words found in running text, leftmost first and of several the longest, without overlaps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

T = TypeVar("T")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Lexicon(Generic[T]):
    """Words, each with a value.

    An Aho-Corasick automaton in Rust: on 700 to 8,000 words it takes half the time of a numpy table of their first two
    characters, and gives the same hits.
    """

    def __init__(self, words: Mapping[str, T]) -> None:
        """Index ``words``.

        Raises:
            ValueError: for an empty word.
        """
        if "" in words:
            raise ValueError("a lexicon holds no empty word")
        self._words = list(words)
        self._values = list(words.values())

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """``(start, end, value)`` of each word in ``text``, in order, disjoint."""
        values = self._values
        for index, start, end in _hits(self._longest, text, overlapping=False):
            yield start, end, values[index]

    def places(self, text: str) -> Iterator[tuple[int, list[tuple[int, T]]]]:
        """Each place of ``text`` at which words begin, in order, with their ends and values, the longest first."""
        hits = _hits(self._all, text, overlapping=True)
        ordered = sorted((start, -end, index) for index, start, end in hits)
        for start, here in groupby(ordered, key=itemgetter(0)):
            yield start, [(-end, self._values[index]) for _, end, index in here]

    @cached_property
    def _longest(self) -> AhoCorasick:
        return AhoCorasick(self._words, MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)

    @cached_property
    def _all(self) -> AhoCorasick:
        return AhoCorasick(self._words, MatchKind.Standard, implementation=Implementation.ContiguousNFA)


def _hits(automaton: AhoCorasick, text: str, *, overlapping: bool) -> list[tuple[int, int, int]]:
    """Index, start and end of each word; for what no UTF-8 can hold, and so no word, another character stands."""
    try:
        return automaton.find_matches_as_indexes(text, overlapping)
    except UnicodeEncodeError:
        return automaton.find_matches_as_indexes(_SURROGATE.sub("\0", text), overlapping)
