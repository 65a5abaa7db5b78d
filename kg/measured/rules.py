"""How sure a rule is: the cases on which it was measured, as one figure a rule."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.measured.parents import judged_parents

RULES = Path(__file__).with_name("rules.csv")
"""``rule,right,found`` on the annotated documents, written by ``scripts/measure_quality.py``."""

FEWEST = 20
"""Cases below which a rule has no figure: 9 right of 9 says nothing that a reader could rely on."""

_Z = 1.96  # standard errors on either side of an interval that holds 95 %


def lower_bound(right: int, found: int) -> float:
    """The lower end of Wilson's 95 % interval for a share of which ``right`` of ``found`` cases are known (0 to 1).

    Unlike the share itself it tells 22 of 22 (0.851) from 220 of 220 (0.983).
    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
    """
    share, square = right / found, _Z * _Z
    spread = _Z * math.sqrt(share * (1 - share) / found + square / (4 * found * found))
    return (share + square / (2 * found) - spread) / (1 + square / found)


@cache
def rule_confidence() -> Mapping[str, float]:
    """``confidence`` by rule: the lower bound of its precision, three digits; none for under ``FEWEST`` cases."""
    return {
        rule: round(lower_bound(right, found), 3) for rule, (right, found) in judged_cases().items() if found >= FEWEST
    }


@cache
def judged_cases() -> Mapping[str, tuple[int, int]]:
    """Right and found by rule: of the extraction on annotated documents, of the parents as they were judged."""
    with RULES.open(encoding="utf-8", newline="") as file:
        counts = {row["rule"]: (int(row["right"]), int(row["found"])) for row in csv.DictReader(file)}
    for judged in judged_parents():
        right, found = counts.get(judged.rule, (0, 0))
        counts[judged.rule] = right + judged.right, found + 1
    return counts
