"""That what a region does is spread by those above it: …经验在全省推广, …做法获国务院办公厅推广."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from extractors.analysis import InitiativeMention
from extractors.claim import Claim
from extractors.claims.runs import Claims, Run, Scope, is_planned
from ontology.claims import claim_cues
from ontology.regions import COUNTRY
from ontology.rules import Rule

_REACH = 24  # characters between those who spread it and 推广


def promotions(claims: Claims) -> Iterator[Claim]:
    """The claims to be spread, with initiatives of the reference list that stand before them in their run."""
    for run in claims.runs(claim_cues().promoted):
        scope = _scope(claims, run)
        region = claims.claimant(run.low, scope.start) if scope else None
        if scope is None or region is None or not claims.is_above(scope, region):
            continue
        if claim_cues().aims.search(claims.text[run.low : scope.start]):
            continue
        given = claim_cues().given.pattern.search(claims.text, run.low, scope.start)
        for mention in claims.initiatives(run.low, given.start() if given else scope.start, known=True):
            status = claims.told(mention)
            if status and not is_planned(status) and not _in_body(claims, mention):
                yield claims.claim("promoted", Rule.CLAIM_PROMOTED, region, mention, status, scope=scope.level)


def _scope(claims: Claims, run: Run) -> Scope | None:
    """The region in which it is spread, or that of the body that spreads it; of several the nearest."""
    low = max(run.low, run.start - _REACH)
    nearby = sorted([*claims.scopes(low, run.start), *_givers(claims, low, run.start)], key=lambda scope: scope.end)
    for scope in reversed(nearby):
        if scope.level and claim_cues().spread.search(claims.text[scope.end : run.start]):
            return scope
    return None


def _givers(claims: Claims, low: int, high: int) -> Iterator[Scope]:
    """The bodies above the document's region that a stretch of the text names."""
    agencies, above = claims.analysis.agencies, claims.analysis.context.levels.values()
    for agency in agencies[bisect_left(agencies, low, key=lambda a: a.mention.start) :]:
        if agency.mention.start >= high:
            return
        region = next((region for region in above if region.code == agency.region), None)
        if agency.mention.end <= high and (region or agency.region == COUNTRY):
            level = region.level if region else "country"
            yield Scope(agency.mention.start, agency.mention.end, region, level)


def _in_body(claims: Claims, mention: InitiativeMention) -> bool:
    """Whether the initiative is part of the name of a body."""
    place = mention.mention
    bodies = (agency.mention for agency in claims.analysis.agencies)
    return any(body.start <= place.start and place.end <= body.end for body in bodies)
