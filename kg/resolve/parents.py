"""Where a local initiative belongs: the known one that its name speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.initiatives.known import known_forms
from extractors.text.folding import fold
from ontology.initiative_parents import parent_words
from ontology.new_initiatives import new_initiative_cues
from ontology.rules import Rule


@dataclass(frozen=True, slots=True)
class Placement:
    """The known initiative under which a local one belongs, and what in its name says so."""

    parent: str
    rule: Rule


def placement(name: str, year: int | None = None) -> Placement | None:
    """The wider initiative of a local one; None where its name tells nothing.

    The list of common names comes first, then the longest known form inside the name (校车使用许可一件事 is part of
    高效办成一件事 from 2024 on), then the words of ``initiative_parents.yaml``. It is always an initiative of the list,
    of which the local one is none, so nothing comes to belong to itself.

    Args:
        name: the local initiative's name.
        year: the year of the document that names it, for forms and reforms that are not of every year.
    """
    folded = fold(name)
    if parent := _listed().get(folded):
        return Placement(parent, Rule.PARENT_LISTED)
    hits = [hit for hit in known_forms(folded, year) if not hit.new]
    if hits:
        longest = max(hits, key=lambda hit: (hit.end - hit.start, hit.end))
        return Placement(longest.name, Rule.PARENT_FORM)
    row = next((row for row in parent_words() if row.place(folded, year)), None)
    return Placement(row.parent, Rule.PARENT_WORD) if row else None


@cache
def _listed() -> dict[str, str]:
    """The common names that the reference list lacks, folded, with the wider initiative of each that has one."""
    return {fold(common.form.form): common.parent for common in new_initiative_cues().common if common.parent}
