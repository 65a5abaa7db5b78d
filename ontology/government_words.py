"""How much words have to do with reforms of government: the table ``government_words.csv``, by pairs of characters."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ontology.errors import OntologyError

GOVERNMENT_WORDS = Path(__file__).with_name("government_words.csv")


class _Scores(NamedTuple):
    """The table by the numbers of a pair's characters, 0 for one that no pair has there.

    Attributes:
        first, second: number of each code point; the last entry stands for those behind it.
        scores: by both numbers, in hundredths.
    """

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    scores: NDArray[np.int32]


def government_scores(text: str) -> NDArray[np.int64]:
    """For each place of ``text`` the sum of the scores of all pairs of characters that begin before it.

    A pair's score is how much oftener it stands near a known initiative than elsewhere, in hundredths of a natural
    logarithm; one that is not in the table has none.
    """
    table = _scores()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    first, second = table.first.take(codes[:-1], mode="clip"), table.second.take(codes[1:], mode="clip")
    sums = np.zeros(max(1, len(codes)), np.int64)
    np.cumsum(table.scores[first, second], out=sums[1:])
    return sums


@cache
def _scores() -> _Scores:
    """The table, loaded once.

    Raises:
        OntologyError: for a row that is not a pair and a whole number.
    """
    with GOVERNMENT_WORDS.open(encoding="utf-8", newline="") as file:
        try:
            table = [(*row["pair"], int(row["score"])) for row in csv.DictReader(file)]
            first, second = (_numbered({pair[side] for pair in table}) for side in (0, 1))
            scores = np.zeros((first.max() + 1, second.max() + 1), np.int32)
            for left, right, score in table:
                scores[first[ord(left)], second[ord(right)]] = score
        except (KeyError, TypeError, ValueError) as error:
            raise OntologyError(f"{GOVERNMENT_WORDS.name}: {error}") from error
    return _Scores(first, second, scores)


def _numbered(characters: set[str]) -> NDArray[np.intp]:
    """By code point the number of each of ``characters``, from 1 on; 0 for all others."""
    numbers = np.zeros(max(map(ord, characters)) + 2, np.intp)
    for number, character in enumerate(sorted(characters), start=1):
        numbers[ord(character)] = number
    return numbers
