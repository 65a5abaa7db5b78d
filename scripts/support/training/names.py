"""What the judge of names learns from: each run of words that may name a local initiative, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from extractors.analysis import Analysis
from extractors.initiatives.candidates import Known
from extractors.initiatives.extract import known_mentions
from extractors.initiatives.features import Hearing
from extractors.initiatives.local import TASK, candidates
from extractors.text.folding import fold

from .cases import Case, Task

_SHORTEST = 3
"""Characters of a name below which one that holds it is not taken for it."""
_SAMPLED = "drawn to be judged"
"""What cases of documents of which only some runs were judged have in common: those were not drawn evenly."""


def cases(analysis: Analysis, gold: Mapping[str, Any]) -> Iterator[Case]:
    """The candidates of a document: all, where its initiatives were annotated, else those that were judged one by one."""
    known = Known(known_mentions(analysis))
    found = candidates(analysis, known)
    hearing = Hearing(analysis, known, found)
    annotated = {_key(i["name"]) for i in gold.get("initiatives", ()) if i.get("new")}
    judged: Mapping[str, bool] = {fold(name): so for name, so in gold.get("judged_names", {}).items()}
    for candidate in found:
        name, by_rule = fold(candidate.name), hearing.is_shown(candidate)
        if "initiatives" in gold:
            yield Case(hearing.features(candidate), any(_same(_key(name), one) for one in annotated), by_rule)
        elif name in judged:
            yield Case(hearing.features(candidate) | {_SAMPLED}, judged[name], by_rule)


def _key(name: str) -> str:
    return fold(name).translate(str.maketrans("", "", "《》"))


def _same(left: str, right: str) -> bool:
    """Whether two names are of one initiative: alike, or one holds the other."""
    return left == right or (min(len(left), len(right)) >= _SHORTEST and (left in right or right in left))


NAMES = Task(TASK, cases, ("seeds", "other", "wide", "judged", "taught"), strength=0.2)
