"""The claims of a document, each once; regulations, notices and plans make none, nor do lines that explain words."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.claims.first import firsts
from extractors.claims.learned import lessons
from extractors.claims.promoted import promotions
from extractors.claims.runs import Claims
from extractors.found import Claim
from ontology.adoption_cues import adoption_cues
from ontology.regions import COUNTRY


def extract(analysis: Analysis) -> list[Claim]:
    """The claims, in the order of the text."""
    own = analysis.context.region
    if analysis.head.kind in adoption_cues().policies or (own and own.code == COUNTRY):
        return []
    claims = Claims(analysis)
    found: dict[tuple[object, ...], Claim] = {}
    for claim in (*lessons(claims), *firsts(claims), *promotions(claims)):
        found.setdefault((claim.kind, claim.region, claim.other, claim.initiative, claim.start), claim)
    return sorted(found.values(), key=lambda c: (c.start, c.end, c.kind, c.initiative or "", c.other or ""))
