"""How far a region is with an initiative, and in which year, by the words around it and the part of the text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from extractors.adoptions.phrases import Phrase
from extractors.analysis import Analysis, DateMention
from extractors.times.stages import Stage
from ontology.adoption_cues import AdoptionCues, adoption_cues
from ontology.rules import Rule

_NEAR, _OPENING, _REACH = 24, 3, 60
_SHARED = 4
_BY_KIND = {"pilot": Rule.ADOPTION_PILOT, "completed": Rule.ADOPTION_COMPLETED}


@dataclass(frozen=True, slots=True)
class Status:
    """``planned``, ``implemented``, ``pilot`` or ``completed``, with year, date and the rule that says so."""

    kind: str
    year: int | None
    date: str | None
    rule: Rule


def status_of(analysis: Analysis, phrase: Phrase, stage: Stage) -> Status | None:
    """The status that a phrase states; None where it states no deed (a glossary, a negation)."""
    cues, reported = adoption_cues(), analysis.context.year
    if stage.kind == "glossary" or cues.negated.search(phrase.folded):
        return None
    policy = analysis.head.kind in cues.policies
    planned = (stage.kind == "plan" and not policy) or bool(cues.planned.search(phrase.before))
    stated = _stated(analysis, phrase)
    year = stated.year if stated else reported
    if planned and reported and not (stated and stated.year > reported):
        year = stage.year if stage.kind == "plan" and stage.year and stage.year > reported else reported + 1
    date = stated.iso if stated and len(stated.iso) > 4 else None
    open_end = planned or policy  # what a policy lays down is not done yet
    kind = "completed" if not open_end and _covered(analysis, phrase) else _kind(cues, phrase, planned, open_end)
    rule = _BY_KIND.get(kind, Rule.ADOPTION_IMPLEMENTED)
    if kind == "planned":
        rule = Rule.ADOPTION_PLAN_SECTION if stage.kind == "plan" else Rule.ADOPTION_PLAN_CUE
    elif kind == "implemented" and policy:
        rule = Rule.ADOPTION_LAID_DOWN
    elif kind == "implemented" and stage.kind == "problem":
        rule = Rule.ADOPTION_PROBLEM
    return Status(kind, year, date, rule)


def _kind(cues: AdoptionCues, phrase: Phrase, planned: bool, open_end: bool) -> str:
    if not open_end and cues.completed.search(phrase.folded) and not cues.partly.search(phrase.folded):
        return "completed"
    if cues.pilot.search(phrase.folded) and not cues.sought.search(phrase.before):
        return "pilot"
    return "planned" if planned else "implemented"


def _covered(analysis: Analysis, phrase: Phrase) -> bool:
    """Whether the clause says that what the initiative is about covers all."""
    place = phrase.mention.mention
    told = phrase.mention.name + analysis.text[place.start : place.end]
    words = {told[i : i + _SHARED] for i in range(len(told) - _SHARED + 1)}
    low, high = phrase.clause[0], min(phrase.clause[1], phrase.position + _REACH * 2)
    found = adoption_cues().covered.pattern.search(analysis.text, max(low, phrase.position - _REACH * 2), high)
    return found is not None and any(word in found[0] for word in words)


def _stated(analysis: Analysis, phrase: Phrase) -> DateMention | None:
    """The date that the phrase gives shortly before the initiative, or that opens its clause; no span, no beginning."""
    reported = analysis.context.year
    near = None
    first = bisect_left(analysis.dates, phrase.clause[0], key=lambda d: d.start)
    for date in analysis.dates[first:]:
        if date.start >= phrase.position:
            break
        opens = date.start - phrase.clause[0] <= _OPENING and phrase.position - date.end <= _REACH
        if opens or (date.start >= phrase.start and phrase.position - date.end <= _NEAR):
            near = date
    if near is None or near.to_iso or (reported and not reported - 10 <= near.year <= reported + 5):
        return None
    following = analysis.text[near.end : near.end + _NEAR]
    return None if adoption_cues().span.search(following) else near
