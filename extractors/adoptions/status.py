"""How far a region is with an initiative, and in which year, by the words around it and the part of the text."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.adoptions.features import StatusFeatures, is_work_report
from extractors.adoptions.phrases import Phrase
from extractors.analysis import Analysis
from extractors.found import DateMention
from extractors.text.stages import Stage
from extractors.times.dates import dates_in
from ontology.adoption_cues import adoption_cues
from ontology.rules import Rule
from ontology.status_words import status_words

TASK = "status"
"""The judge that tells a plan from a deed in a work report."""

# A date tells when it was done if it stands so close before the initiative, or opens its clause not much further off.
_NEAR, _REACH = 24, 60
_OPENING = 3  # characters of a clause before the date that opens it: 于, 截至
_COVERED_WITHIN = 120  # characters to either side of the initiative within which its clause says that all is covered
_TRIAL = ("试点", "试点”", '试点"')
_SHARED = 4  # characters that the initiative shares with what is covered
_PAST, _AHEAD = 10, 5  # years before and after the one reported on that a deed may be of; others are another matter's


@dataclass(frozen=True, slots=True)
class Status:
    """``planned``, ``implemented``, ``pilot`` or ``completed``, with year, date and the rule that says so."""

    kind: str
    year: int | None
    date: str | None
    rule: Rule


@dataclass(frozen=True, slots=True)
class _Deed:
    """What the words around an initiative, the part of the text and the kind of document tell of a deed."""

    analysis: Analysis
    phrase: Phrase
    stage: Stage
    policy: bool  # what a policy lays down is not done yet
    planned: bool

    @property
    def open_end(self) -> bool:
        """Whether it cannot be said to be done."""
        return self.planned or self.policy


class Statuses:
    """Tells the status of a document's phrases."""

    def __init__(self, analysis: Analysis) -> None:
        """Read the stages of the document, and what speaks for plans or deeds in all of it."""
        self._analysis = analysis
        self._policy = analysis.head.kind in adoption_cues().policies
        self._judged = not self._policy and is_work_report(analysis)
        self._features = StatusFeatures(analysis)

    def of(self, phrase: Phrase) -> Status | None:
        """The status that a phrase states; None where it states no deed (a glossary, a negation)."""
        analysis, stage = self._analysis, self._analysis.timeline.at(phrase.position)
        if stage.kind == "glossary" or adoption_cues().negated.search(phrase.folded):
            return None
        deed = _Deed(analysis, phrase, stage, self._policy, self.is_planned(phrase))
        kind, rule = next((kind, rule) for holds, kind, rule in _CASES if holds(deed))
        stated = _stated(analysis, phrase)
        return Status(kind, _year(deed, stated), stated.iso if stated and len(stated.iso) > len("2018") else None, rule)

    def planned_by_rule(self, phrase: Phrase) -> bool:
        """Whether the part of the text says so, or a cue before the name; a result that is told is none."""
        if self._analysis.timeline.at(phrase.position).kind == "plan" and not self._policy:
            return True
        told = status_words().clauses["told"].search(phrase.folded)
        return bool(adoption_cues().planned.search(phrase.before)) and not told

    def is_open(self, phrase: Phrase) -> bool:
        """Whether no rule tells a plan from a deed.

        So it is in a work report, unless a plan begins only behind the phrase, or it gives a date up to the year
        reported on.
        """
        if not self._judged or self.planned_by_rule(phrase) or self._analysis.timeline.plans_after(phrase.position):
            return False
        stated, reported = _stated(self._analysis, phrase), self._analysis.context.year
        return not (stated and reported and stated.year <= reported)

    def is_planned(self, phrase: Phrase) -> bool:
        """Whether it is still to come, by a rule or, where none tells, by the judge of work reports."""
        if self.is_open(phrase):
            return self._analysis.judges[TASK].decides(self._features.of(phrase))
        return self.planned_by_rule(phrase)


def _year(deed: _Deed, stated: DateMention | None) -> int | None:
    """The year that is stated, else the one reported on; of a plan the one that its section is for, else the next."""
    reported, section = deed.analysis.context.year, deed.stage.year
    year = stated.year if stated else reported
    if reported is None or not deed.planned or (year and year > reported):
        return year
    return section if deed.stage.kind == "plan" and section and section > reported else reported + 1


def _is_completed(deed: _Deed) -> bool:
    """推行到位, 实现全覆盖; not 部分完成, and not what is only planned or laid down."""
    cues, folded = adoption_cues(), deed.phrase.folded
    if deed.open_end:
        return False
    told = cues.completed.search(folded) and not cues.partly.search(folded)
    return bool(told) or _covered(deed.analysis, deed.phrase)


def _is_pilot(deed: _Deed) -> bool:
    """开展试点, and an initiative that is called one (营商环境创新试点); not 争取试点, nor 试点经验 of others."""
    cues, place = adoption_cues(), deed.phrase.mention.mention
    text = deed.analysis.text
    called = text[place.start : place.end].endswith(_TRIAL) and not text.startswith("经验", place.end)
    found = called or cues.pilot.search(deed.phrase.folded)
    return bool(found and not cues.sought.search(deed.phrase.before))


def _in_plan_section(deed: _Deed) -> bool:
    return deed.planned and deed.stage.kind == "plan"


def _by_plan_cue(deed: _Deed) -> bool:
    return deed.planned and bool(adoption_cues().planned.search(deed.phrase.before))


def _is_judged_planned(deed: _Deed) -> bool:
    return deed.planned


def _is_laid_down(deed: _Deed) -> bool:
    return deed.policy


def _is_told_as_problem(deed: _Deed) -> bool:
    return deed.stage.kind == "problem"


def _is_told(_: _Deed) -> bool:
    return True


# The first that holds tells the status.
_CASES = (
    (_is_completed, "completed", Rule.ADOPTION_COMPLETED),
    (_is_pilot, "pilot", Rule.ADOPTION_PILOT),
    (_in_plan_section, "planned", Rule.ADOPTION_PLAN_SECTION),
    (_by_plan_cue, "planned", Rule.ADOPTION_PLAN_CUE),
    (_is_judged_planned, "planned", Rule.ADOPTION_PLAN_JUDGED),
    (_is_laid_down, "implemented", Rule.ADOPTION_LAID_DOWN),
    (_is_told_as_problem, "implemented", Rule.ADOPTION_PROBLEM),
    (_is_told, "implemented", Rule.ADOPTION_IMPLEMENTED),
)


def _covered(analysis: Analysis, phrase: Phrase) -> bool:
    """Whether the clause says that what the initiative is about covers all."""
    place = phrase.mention.mention
    told = phrase.mention.name + analysis.text[place.start : place.end]
    words = {told[i : i + _SHARED] for i in range(len(told) - _SHARED + 1)}
    low = max(phrase.clause[0], phrase.position - _COVERED_WITHIN)
    high = min(phrase.clause[1], phrase.position + _COVERED_WITHIN)
    found = adoption_cues().covered.pattern.search(analysis.text, low, high)
    return found is not None and any(word in found[0] for word in words)


def _stated(analysis: Analysis, phrase: Phrase) -> DateMention | None:
    """The date that the phrase gives shortly before the initiative, or that opens its clause; no span, no beginning."""
    reported = analysis.context.year
    near = None
    for date in dates_in(analysis.dates, phrase.clause[0], phrase.position):
        opens = date.start - phrase.clause[0] <= _OPENING and phrase.position - date.end <= _REACH
        if opens or (date.start >= phrase.start and phrase.position - date.end <= _NEAR):
            near = date
    if near is None or near.to_iso or (reported and not reported - _PAST <= near.year <= reported + _AHEAD):
        return None
    following = analysis.text[near.end : near.end + _NEAR]
    return None if adoption_cues().span.search(following) else near
