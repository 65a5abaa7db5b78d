"""Local initiatives that no list knows: the runs of words that the judge of names takes for the name of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.analysis import Analysis, InitiativeMention, Mention
from extractors.initiatives.candidates import Candidate, Known, in_order, one_of_each_place, outside, without_known
from extractors.initiatives.features import FORM_PREFIXES, OF_OTHERS, SHOWN, SHOWN_ELSEWHERE, Hearing, form_prefix
from extractors.initiatives.headed import headed_candidates
from extractors.initiatives.place_brands import place_candidates
from extractors.initiatives.quoted import is_numbered, quoted_candidates
from extractors.judges.judge import Judge
from extractors.text.folding import fold
from ontology.judges.tables import SCALE
from ontology.rules import Rule

TASK = "names"
_HOPELESS = 5 * SCALE
"""How much of what its own words lack the surroundings of a candidate may make good.

They spoke more for 78 of 8,400 candidates of annotated texts (6.4 at most); such a candidate is given up unheard.
"""
_RULES = {"headed": Rule.INITIATIVE_BUILT, "bare": Rule.INITIATIVE_INTRODUCED, "place": Rule.INITIATIVE_PLACE}


class _Judged(NamedTuple):
    """A candidate with what its features sum up to."""

    total: int
    candidate: Candidate


def candidates(analysis: Analysis, known: Known) -> list[Candidate]:
    """All runs of words that may be names, by position; ``known`` is where those of the list stand."""
    quoted = list(quoted_candidates(analysis.text))
    unquoted = outside(headed_candidates(analysis.text), quoted)
    found = one_of_each_place([*unquoted, *place_candidates(analysis)])
    return in_order(analysis, without_known([*quoted, *found], known))


def new_names(analysis: Analysis, known: Sequence[InitiativeMention]) -> list[InitiativeMention]:
    """All mentions of local initiatives, by position; ``known`` are the mentions of those on the list.

    A name counts wherever it stands, once it is one at some place of the document.
    """
    places = Known(known)
    found = candidates(analysis, places)
    names = _one_name_each(list(_taken(analysis.judges[TASK], Hearing(analysis, places, found), found)))
    mentions = ((candidate, names.get(fold(candidate.name))) for candidate in found)
    return list(_apart([(candidate, name) for candidate, name in mentions if name]))


def _taken(judge: Judge, hearing: Hearing, found: Sequence[Candidate]) -> Iterator[_Judged]:
    """The candidates that the judge takes for names; of one whose own words speak against it the rest is not asked."""
    judges = {prefix: judge.given(prefix, hearing.document) for prefix in FORM_PREFIXES}
    best = {prefix: _best_of_rules(judges[prefix]) for prefix in FORM_PREFIXES}
    least = judge.threshold - _HOPELESS
    for candidate in found:
        if hearing.is_of_others(candidate):
            continue
        prefix = form_prefix(candidate)
        own = judges[prefix]
        total = own.total(hearing.of_itself(candidate)) + judge.weights.get(f"form {candidate.form}", 0)
        # The rules look at whole clauses: they are not asked where even their best word would leave too little.
        if total + best[prefix] < least:
            continue
        total += own.total(hearing.of_rules(candidate)) - own.intercept
        if total < least:
            continue
        total += own.total(hearing.of_surroundings(candidate)) - own.intercept
        if total >= judge.threshold:
            yield _Judged(total, candidate)


def _best_of_rules(judge: Judge) -> int:
    """The most that the rules' features can add to a sum of ``judge``."""
    shown = max(judge.weights.get(SHOWN, 0), judge.weights.get(SHOWN_ELSEWHERE, 0))
    return max(0, shown) + max(0, judge.weights.get(OF_OTHERS, 0))


def _one_name_each(taken: Sequence[_Judged]) -> dict[str, str]:
    """For each folded name the one that its initiative goes by: “光速办” and “光速办”品牌 are one of a document.

    It goes by the name that is most likely one.
    """
    names: dict[str, str] = {}
    for _, candidate in sorted(taken, key=lambda j: (-j.total, j.candidate.start)):
        folded = fold(candidate.name)
        alike = next((name for known, name in names.items() if known in folded or folded in known), candidate.name)
        names.setdefault(folded, alike)
    return names


def _apart(mentions: Sequence[tuple[Candidate, str]]) -> Iterator[InitiativeMention]:
    """The mentions, those left out that begin inside another."""
    done = 0
    for candidate, name in mentions:
        if candidate.start >= done:
            done = candidate.end
            rule = _RULES.get(candidate.form) or _quoted_rule(candidate)
            yield InitiativeMention(Mention(candidate.start, candidate.end, rule), name, new=True)


def _quoted_rule(candidate: Candidate) -> Rule:
    return Rule.INITIATIVE_NUMBERED if is_numbered(candidate.inner) else Rule.INITIATIVE_QUOTED
