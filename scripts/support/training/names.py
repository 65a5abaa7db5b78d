"""What the judge of names learns from: each run of words that may name a local initiative, and whether it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extractors.analysis import Analysis
from extractors.initiatives.candidates import Known
from extractors.initiatives.extract import known_mentions
from extractors.initiatives.features import Hearing
from extractors.initiatives.local import TASK, candidates
from extractors.text.folding import fold

from . import drawn, taught
from .cases import Case, Task

_SHORTEST = 3
"""Characters of a name below which one that holds it is not taken for it."""
_SAMPLED = "drawn to be judged"
"""What cases of documents of which only some runs were judged have in common: those were not drawn evenly."""
_WEIGHT = 0.5
"""Most of them were drawn where the judge was unsure, so that there are more of them than an even draw would give."""


def cases(analysis: Analysis, gold: Mapping[str, Any]) -> Iterator[Case]:
    """The candidates of a document: all, where its initiatives were annotated, else those that were judged one by one."""
    known = Known(known_mentions(analysis))
    found = candidates(analysis, known)
    hearing = Hearing(analysis, known, found)
    annotated = [i["name"] for i in gold.get("initiatives", ()) if i.get("new")]
    names = {_key(name) for name in [*annotated, *gold.get(taught.PART, ())]}
    verdicts: Mapping[int, bool] = gold.get(drawn.PART, {})
    for index, candidate in enumerate(found):
        features, by_rule = hearing.features(index), hearing.is_shown(index)
        if candidate.start in verdicts:
            yield Case(features | {_SAMPLED}, verdicts[candidate.start], by_rule, _WEIGHT)
        elif "initiatives" in gold or taught.PART in gold:
            key = _key(candidate.name)
            yield Case(features, any(_same(key, name) for name in names), by_rule)


def _key(name: str) -> str:
    return fold(name).translate(str.maketrans("", "", "《》"))


def _same(left: str, right: str) -> bool:
    """Whether two names are of one initiative: alike, or one holds the other."""
    return left == right or (min(len(left), len(right)) >= _SHORTEST and (left in right or right in left))


NAMES = Task(
    TASK,
    cases,
    ("seeds", "other", "wide"),
    cautious=True,
    strength=0.4,
    drawn=Path(__file__).with_name("drawn_names.csv"),
    taught=Path(__file__).with_name("taught_names.yaml"),
)
