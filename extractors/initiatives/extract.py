"""The initiatives that a text speaks of: the known ones by their forms, local ones as the judge of names says."""

from __future__ import annotations

from extractors.analysis import Analysis, InitiativeMention, Mention
from extractors.initiatives.known import known_forms
from extractors.initiatives.local import new_names
from ontology.no_initiatives import no_initiative_cues
from ontology.rules import Rule

_HALF = 0.5  # of the characters of a name
_BEFORE = 20  # characters before a local name in which it may be told as given up


def extract(analysis: Analysis) -> list[InitiativeMention]:
    """The initiatives, in the order of the text."""
    known = known_mentions(analysis)
    local = [name for name in new_names(analysis, known) if not _is_given_up(analysis, name.mention)]
    local = [name for name in local if not _is_inside(name.mention, known) and not _is_told(name.mention, known)]
    known = [mention for mention in known if not (mention.new and _is_inside(mention.mention, local))]
    return sorted([*known, *local], key=lambda m: (m.mention.start, m.mention.end, m.name))


def _is_given_up(analysis: Analysis, name: Mention) -> bool:
    """Whether what is named is told as replaced, before its first quotation mark: 取消过去的“…”模式."""
    quoted = analysis.text.find("“", name.start, name.end)
    start = name.start if quoted < 0 else quoted
    line = analysis.structure.line_at(start)
    return bool(no_initiative_cues().given_up.search(analysis.text[max(line[0], start - _BEFORE) : start]))


def _is_told(name: Mention, known: list[InitiativeMention]) -> bool:
    """Whether a form of a known initiative, words between its parts, is half of a name that a noun ends, or more."""
    if name.rule != Rule.INITIATIVE_BUILT:
        return False
    least = _HALF * (name.end - name.start)
    spans = (mention.mention for mention in known if not mention.new)
    return any(min(name.end, span.end) - max(name.start, span.start) >= least for span in spans)


def _is_inside(mention: Mention, others: list[InitiativeMention]) -> bool:
    """Whether a name is part of a longer one of ``others``, which hides it."""
    spans = ((name.mention.start, name.mention.end) for name in others)
    own = (mention.start, mention.end)
    return any(start <= own[0] and own[1] <= end and (start, end) != own for start, end in spans)


def known_mentions(analysis: Analysis) -> list[InitiativeMention]:
    """The mentions of the initiatives on the list, and of the common ones beside it."""
    folded, structure = analysis.folded, analysis.structure
    mentions = []
    for hit in known_forms(folded.text, analysis.context.year):
        start, end = folded.span(hit.start, hit.end)
        if not structure.is_furniture(start):
            mentions.append(InitiativeMention(Mention(start, end, hit.rule), hit.name, hit.new))
    return mentions
