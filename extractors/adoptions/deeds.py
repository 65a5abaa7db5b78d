"""Whether a sentence tells a deed at all, or only speaks of an initiative: as a field, a topic, a title, a want."""

from __future__ import annotations

from extractors.adoptions.phrases import FURTHEST, Phrase
from extractors.analysis import Analysis
from extractors.text.marks import COLONS
from ontology.adoption_cues import adoption_cues

_ITEMS = 30  # lines above an item of a list in which the line that opens it is looked for
_SHORT = 80  # characters of an item that only names something


def is_spoken_of(analysis: Analysis, phrase: Phrase) -> bool:
    """Whether the initiative is named without a deed: as a field, a topic, what is wanting, defined or wished."""
    cues, text = adoption_cues(), analysis.text
    start, end = analysis.structure.line_at(phrase.position)
    if cues.explains.search(text[max(start, phrase.position - FURTHEST) : min(end, phrase.position + FURTHEST)]):
        return True
    if any(cue.search(phrase.folded) for cue in (cues.field, cues.topic, cues.lacking, cues.praised, cues.channel)):
        return True
    if cues.wanted.search(phrase.before):
        return True
    clause = text[phrase.clause[0] : phrase.clause[1]]
    if any(cue.search(clause) for cue in (cues.defined, cues.liability)):
        return True
    policy = analysis.head.kind in cues.policies
    if cues.others_duty.search(phrase.before) if policy else cues.others.search(clause):
        return True
    return _is_item(analysis, start, end)


def in_title_of_others(analysis: Analysis, phrase: Phrase) -> bool:
    """根据《…》: a title after whose words something is done."""
    text, position = analysis.text, phrase.position
    opened = text.rfind("《", phrase.clause[0], position)
    if opened < 0 or text.find("》", opened, position) >= 0:
        return False
    return bool(adoption_cues().cited.search(text[phrase.clause[0] : position]))


def _is_item(analysis: Analysis, start: int, end: int) -> bool:
    """Whether the line is an item of what is published or examined, by the line that opens the list."""
    cues, text, structure = adoption_cues(), analysis.text, analysis.structure
    if end - start > _SHORT or not cues.item.search(text[start:end]):
        return False
    for _ in range(_ITEMS):
        if start == 0:
            return False
        start, end = structure.line_at(start - 1)
        line = text[start:end].strip()
        if line and line[-1] in COLONS:
            return bool(cues.listed_heading.search(line))
        if line and not cues.item.search(line):
            return False
    return False
