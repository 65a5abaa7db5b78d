"""The closest parent of a local initiative: the known one that its name speaks of."""

from __future__ import annotations

from extractors.initiatives.known import known_forms
from extractors.text.folding import fold
from ontology.new_initiatives import new_initiative_cues


def parent_of(name: str, year: int | None = None) -> str | None:
    """The known initiative that a local one belongs under; None where its name tells nothing.

    The list of common names comes first, then the longest known form inside the name (校车使用许可一件事 is part of
    高效办成一件事 from 2024 on), then the field of government that a word of the name belongs to.

    Args:
        name: the local initiative's name.
        year: the year of the document that names it, for forms that change their meaning.
    """
    cues, folded = new_initiative_cues(), fold(name)
    common = {fold(common.form.form): common.parent for common in cues.common}
    if folded in common:
        return common[folded]
    hits = [hit for hit in known_forms(folded, year) if not hit.new]
    if hits:
        return max(hits, key=lambda hit: (hit.end - hit.start, hit.end)).name
    return next((parent for words, parent in cues.parents if words.search(folded)), None)
