"""The initiatives that a text speaks of: the known ones by their forms, local ones as the judge of names says."""

from __future__ import annotations

from extractors.analysis import Analysis, InitiativeMention, Mention
from extractors.initiatives.known import known_forms
from extractors.initiatives.local import new_names


def extract(analysis: Analysis) -> list[InitiativeMention]:
    """The initiatives, in the order of the text."""
    known = known_mentions(analysis)
    return sorted([*known, *new_names(analysis, known)], key=lambda m: (m.mention.start, m.mention.end, m.name))


def known_mentions(analysis: Analysis) -> list[InitiativeMention]:
    """The mentions of the initiatives on the list, and of the common ones beside it."""
    folded, structure = analysis.folded, analysis.structure
    mentions = []
    for hit in known_forms(folded.text, analysis.context.year):
        start, end = folded.span(hit.start, hit.end)
        if not structure.is_furniture(start):
            mentions.append(InitiativeMention(Mention(start, end, hit.rule), hit.name, hit.new))
    return mentions
