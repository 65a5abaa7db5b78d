"""The reform initiatives that a text speaks of: the known ones by their forms, local ones by how they are presented."""

from __future__ import annotations

from extractors.analysis import Analysis, InitiativeMention, Mention
from extractors.initiatives.government import is_about_government
from extractors.initiatives.known import known_forms
from extractors.initiatives.local import new_names


def extract(analysis: Analysis) -> list[InitiativeMention]:
    """The initiatives, in the order of the text."""
    known = _known(analysis)
    governance = is_about_government(known, analysis.text)
    local = [InitiativeMention(found.mention, found.name, new=True) for found in new_names(analysis, governance)]
    return sorted([*known, *local], key=lambda m: (m.mention.start, m.mention.end, m.name))


def _known(analysis: Analysis) -> list[InitiativeMention]:
    folded, structure = analysis.folded, analysis.structure
    mentions = []
    for hit in known_forms(folded.text, analysis.context.year):
        start, end = folded.span(hit.start, hit.end)
        if not structure.is_furniture(start):
            mentions.append(InitiativeMention(Mention(start, end, hit.rule), hit.name, hit.new))
    return mentions
