"""How much words have to do with reforms of government: the table ``government_words.csv``, by pairs of characters."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ontology.errors import OntologyError

GOVERNMENT_WORDS = Path(__file__).with_name("government_words.csv")
_BITS = np.uint64(21)  # of a code point


def government_scores(text: str) -> list[int]:
    """For each place of ``text`` the sum of the scores of all pairs of characters that begin before it.

    A pair's score is how much oftener it stands near a known initiative than elsewhere, in hundredths of a natural
    logarithm; one that is not in the table has none.
    """
    pairs, scores = _scores()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    found = (codes[:-1] << _BITS) + codes[1:]
    places = np.minimum(np.searchsorted(pairs, found), len(pairs) - 1)
    sums: list[int] = np.cumsum(np.where(pairs[places] == found, scores[places], 0)).tolist()
    return [0, *sums]


@cache
def _scores() -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The pairs as numbers, ascending, and their scores in hundredths.

    Raises:
        OntologyError: for a row that is not a pair and a whole number.
    """
    with GOVERNMENT_WORDS.open(encoding="utf-8", newline="") as file:
        try:
            table = sorted((_number(*row["pair"]), int(row["score"])) for row in csv.DictReader(file))
        except (KeyError, TypeError, ValueError) as error:
            raise OntologyError(f"{GOVERNMENT_WORDS.name}: {error}") from error
    return np.array([pair for pair, _ in table], np.uint64), np.array([score for _, score in table], np.int64)


def _number(left: str, right: str) -> int:
    return (ord(left) << int(_BITS)) + ord(right)
