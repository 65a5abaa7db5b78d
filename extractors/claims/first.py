"""That a region says to be the first: 在全省率先推行…, 设立全国首个…, 首创…. What it says is a claim, and no rank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat
from operator import attrgetter

from extractors.adoptions.deeds import is_spoken_of
from extractors.adoptions.phrases import phrase_of
from extractors.claims.runs import Claims, Run, Scope
from extractors.found import Claim, InitiativeMention
from extractors.text.marks import CLOSING_MARKS
from ontology.claims import claim_cues
from ontology.rules import Rule

_OPENING = ("“", '"', "「")
_FURTHEST = 120  # characters beside a claim within which its region and its aim stand; a run may hold thousands
_ABOUT = ("", "在", "于")  # what stands between the claim and a region behind it: 率先在全省


def firsts(claims: Claims) -> Iterator[Claim]:
    """The claims to be the first, with initiatives of the reference list.

    A local name is a region's own, and being the first with it says nothing.
    """
    cues = claim_cues()
    runs = [*claims.runs(cues.first), *map(_item, claims.runs(cues.first_of), repeat(claims.text))]
    for run in sorted(runs, key=attrgetter("start")):
        scope = _scope(claims, run)
        if scope is None and not cues.invents.search(run.cue):
            continue
        start = min(run.start, scope.start) if scope else run.start
        region = claims.claimant(run.low, start)
        aim = cues.aims.search(claims.text[max(run.low, start - _FURTHEST) : start])
        if aim or region is None or not claims.is_above(scope, region):
            continue
        for mention in _with(claims, run, scope):
            status, phrase = claims.told(mention), phrase_of(claims.analysis, mention)
            if status and not claims.is_planned(mention) and not is_spoken_of(claims.analysis, phrase):
                level = scope.level if scope else None
                yield claims.claim("first", Rule.CLAIM_FIRST, region, mention, status, scope=level)


def _item(run: Run, text: str) -> Run:
    """The run as far as the item of a list that holds its cue."""
    stop = text.find("、", run.end, run.high)
    return run if stop < 0 else replace(run, high=stop)


def _scope(claims: Claims, run: Run) -> Scope | None:
    """The region beside the cue: 全省各市中|率先, 率先|在全省; of several the nearest."""
    text, among = claims.text, claim_cues().among
    low, high = max(run.low, run.start - _FURTHEST), min(run.high, run.end + _FURTHEST)
    for scope in reversed(claims.scopes(low, run.start)):
        if among.search(text[scope.end : run.start]):
            return scope
    behind = (s for s in claims.scopes(run.end, high) if text[run.end : s.start] in _ABOUT)
    return next(behind, None)


def _with(claims: Claims, run: Run, scope: Scope | None) -> list[InitiativeMention]:
    """The initiatives that the claim is on: those behind it, up to another claim, else the last before it."""
    cues = (claim_cues().first, claim_cues().first_of)
    again = [match.start() for cue in cues if (match := cue.pattern.search(claims.text, run.end, run.high))]
    behind = claims.initiatives(run.end, min([*again, run.high]), known=True)
    if behind:
        return [mention for mention in behind if not _is_attribute(claims, mention, run)]
    return claims.initiatives(run.low, min(run.start, scope.start) if scope else run.start, known=True)[-1:]


def _is_attribute(claims: Claims, mention: InitiativeMention, run: Run) -> bool:
    """Whether it only tells the field of another (公共资源交易“一照通办”), or bears a place's name (南山信易贷)."""
    start, end = mention.mention.start, mention.mention.end
    next_ = (other.mention.start for other in claims.initiatives(end, run.high, known=True))
    unquoted = claims.text[end - 1] not in CLOSING_MARKS  # “甲”“乙” are two names
    of_next = unquoted and any(claims.text[end:other] in ("", *_OPENING) for other in next_)
    return of_next or any(place.mention.end == start for place in claims.places(run.low, start))
