"""Whose deed a phrase tells: the document's own region, unless it names another that acts."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.adoption_phrases import Phrase
from extractors.analysis import Analysis
from ontology.adoption_cues import adoption_cues
from ontology.regions import COUNTRY


def acting_regions(analysis: Analysis, phrase: Phrase) -> Iterator[tuple[str, str | None]]:
    """Codes of the regions that act, each with the rule that found it; the rule is None for the document's own."""
    own = analysis.context.region
    if own and own.code != COUNTRY:
        yield own.code, None
    for level, pattern in adoption_cues().higher.items():
        higher = analysis.context.levels.get("province" if level == "region" else level)
        if higher and own and higher.code != own.code and pattern.search(phrase.folded):
            yield higher.code, "adoption.higher"
