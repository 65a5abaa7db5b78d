"""Local initiatives that no list knows: the runs of words that the judge of names takes for the name of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from extractors.analysis import Analysis
from extractors.found import InitiativeMention, Mention
from extractors.initiatives.candidates import Candidate, Known, in_order, one_of_each_place, outside, without_known
from extractors.initiatives.features import Hearing
from extractors.initiatives.headed import headed_candidates
from extractors.initiatives.place_brands import place_candidates
from extractors.initiatives.quoted import is_numbered, quoted_candidates
from extractors.initiatives.words import Words
from extractors.text.folding import fold
from ontology.no_initiatives import no_initiative_cues
from ontology.rules import Rule

TASK = "names"
_RULES = {"headed": Rule.INITIATIVE_BUILT, "bare": Rule.INITIATIVE_INTRODUCED, "place": Rule.INITIATIVE_PLACE}


class _Judged(NamedTuple):
    """A candidate with what its features sum up to."""

    total: int
    candidate: Candidate


def candidates(analysis: Analysis, known: Known) -> list[Candidate]:
    """All runs of words that may be names, by position; ``known`` is where those of the list stand."""
    words = Words(analysis.text)
    quoted = list(quoted_candidates(words))
    unquoted = outside(headed_candidates(words), quoted)
    found = one_of_each_place([*unquoted, *place_candidates(analysis)])
    return in_order(analysis, without_known([*quoted, *found], known, analysis.text))


def new_names(analysis: Analysis, known: Sequence[InitiativeMention]) -> list[InitiativeMention]:
    """All mentions of local initiatives, by position; ``known`` are the mentions of those on the list.

    A name counts wherever it stands, once it is one at some place of the document. In a whole document that speaks of
    every field only what is likelier a name than not is one, since so many runs might be, and none of another field.
    """
    places = Known(known)
    found = candidates(analysis, places)
    judge = analysis.judges[TASK]
    hearing = Hearing(analysis, places, found)
    totals = hearing.totals(judge)
    every = hearing.is_of_all_fields
    least = max(judge.threshold, judge.even) if every else judge.threshold
    likely = (index for index in np.flatnonzero(totals >= least).tolist() if not hearing.is_of_others(index))
    likely = (index for index in likely if not (every and hearing.is_of_another_field(index)))
    likely = (index for index in likely if not no_initiative_cues().nobodys.search(found[index].name))
    taken = [_Judged(int(totals[index]), found[index]) for index in likely]
    names = _one_name_each(taken)
    mentions = zip(found, map(names.get, hearing.folded), strict=True) if names else ()
    return list(_apart([(candidate, name) for candidate, name in mentions if name]))


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
