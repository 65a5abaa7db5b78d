"""The reform initiatives that a text speaks of: the known ones by their forms, local ones by how they are presented."""

from __future__ import annotations

from extractors.analysis import Analysis, InitiativeMention, Mention
from extractors.initiative_forms import known_forms
from extractors.new_initiatives import new_names


def extract(analysis: Analysis) -> None:
    """Fill ``analysis.initiatives`` in the order of the text."""
    known = _known(analysis)
    mentions = [*known, *(InitiativeMention(name.mention, name.name, new=True) for name in new_names(analysis, len(known)))]
    analysis.initiatives = sorted(mentions, key=lambda m: (m.mention.start, m.mention.end, m.name))


def _known(analysis: Analysis) -> list[InitiativeMention]:
    folded, structure = analysis.folded, analysis.structure
    mentions = []
    for hit in known_forms(folded.text, analysis.context.year):
        start, end = folded.span(hit.start, hit.end)
        if not structure.is_furniture(start):
            mentions.append(InitiativeMention(Mention(start, end, hit.rule), hit.name))
    return mentions
