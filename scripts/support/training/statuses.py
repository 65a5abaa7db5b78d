"""Cases of the judge that tells plans from deeds: each place where a report names a known initiative."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from extractors.adoptions.features import StatusFeatures
from extractors.adoptions.phrases import phrase_of
from extractors.adoptions.status import TASK, Statuses
from extractors.analysis import Analysis
from extractors.text.folding import fold

from .cases import Case, Task


def cases(analysis: Analysis, gold: Mapping[str, Any]) -> Iterator[Case]:
    """The mentions that rules leave open and of which the annotation tells it; ``so`` is that they are.

    An annotation has one status for a region and an initiative, the strongest. So a mention is a case where all of the
    initiative is planned, or where the quote of one that is not stands around it, or it is the initiative's only one.
    """
    statuses, features = Statuses(analysis), StatusFeatures(analysis)
    counts = Counter(mention.name for mention in analysis.initiatives)
    for mention in analysis.initiatives:
        phrase = phrase_of(analysis, mention)
        stated = [each for each in gold.get("adoptions", ()) if each["initiative"] == mention.name]
        if not all(_planned(each, gold) for each in stated) and counts[mention.name] > 1:
            sentence = fold(analysis.text[slice(*analysis.structure.sentence_at(phrase.position))])
            stated = [each for each in stated if _meet(fold(each.get("evidence") or ""), sentence)]
        planned = {_planned(each, gold) for each in stated}
        if len(planned) == 1 and statuses.of(phrase) and statuses.is_open(phrase):
            yield Case(features.of(phrase), planned.pop(), False)


def _meet(quote: str, sentence: str) -> bool:
    return quote in sentence or sentence in quote


def _planned(stated: Mapping[str, Any], gold: Mapping[str, Any]) -> bool:
    """Whether it is still to come; a trial that is to be opened is a pilot of a later year than the one reported on."""
    reported, year = gold["document"].get("year"), stated.get("year")
    return stated["status"] == "planned" or bool(reported and year and year > reported)


STATUS = Task(TASK, cases, parts=("seeds", "other", "wide"), goal="accuracy")
