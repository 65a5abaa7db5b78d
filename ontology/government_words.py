"""How much words have to do with reforms of government: the table ``government_words.csv``, by pairs of characters."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from ontology.errors import OntologyError

GOVERNMENT_WORDS = Path(__file__).with_name("government_words.csv")


def government_scores(text: str) -> list[int]:
    """For each place of ``text`` the sum of the scores of all pairs of characters that begin before it.

    A pair's score is how much oftener it stands near a known initiative than elsewhere, in hundredths of a natural
    logarithm; one that is not in the table has none.
    """
    table = _scores()
    return [0, *accumulate([table.get(left + right, 0) for left, right in pairwise(text)])]


@cache
def _scores() -> Mapping[str, int]:
    """The scores by pair, in hundredths.

    Raises:
        OntologyError: for a row that is not a pair and a whole number.
    """
    with GOVERNMENT_WORDS.open(encoding="utf-8", newline="") as file:
        try:
            return {row["pair"]: int(row["score"]) for row in csv.DictReader(file)}
        except (KeyError, TypeError, ValueError) as error:
            raise OntologyError(f"{GOVERNMENT_WORDS.name}: {error}") from error
