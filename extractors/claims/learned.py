"""From whom a region says that it learned, or is to learn: 学习借鉴北京…经验, and by an experience's name its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.claims.runs import Claims, Run
from extractors.found import Claim, InitiativeMention, Mention, RegionMention
from extractors.text.marks import QUOTES
from extractors.text.runs import RUN_END
from ontology.claims import Experience, claim_cues
from ontology.initiatives import initiative_table
from ontology.patterns import alternatives
from ontology.rules import Rule

_JOINT = re.compile(r"[、和与及]?(?:等地?)?")


def lessons(claims: Claims) -> Iterator[Claim]:
    """The claims to have learned, or to learn."""
    cues = claim_cues()
    for run in claims.runs(cues.learns):
        before, behind = claims.text[run.low : run.start], claims.text[run.end : run.high]
        if cues.taught.search(before) or cues.occasion.search(behind):
            continue
        named = list(_named(claims, run))
        yield from named or _experiences(claims, run)


def _named(claims: Claims, run: Run) -> Iterator[Claim]:
    """What is learned of places that the run names: each place has the initiative that stands next behind it."""
    groups, high = _groups(claims.places(run.start, run.high), claims.text), run.low
    ahead = _place_before(claims, run)
    if ahead:
        groups, high = [[ahead], *groups], ahead.mention.start
    region = claims.claimant(run.low, high if ahead else run.start)
    for index, group in enumerate(groups):
        low = max(group[-1].mention.end, run.start)
        end = groups[index + 1][0].mention.start if index + 1 < len(groups) else run.high
        mention = _next(claims, low, end) or _beside(claims, run.start, group[0].mention.start)
        status = claims.told(mention) if mention else None
        if region and mention and status:
            for place in group:
                if place.region.code != region:
                    other = place.region.code
                    yield claims.claim("learned", Rule.CLAIM_LEARNED, region, mention, status, other=other)


def _next(claims: Claims, low: int, high: int) -> InitiativeMention | None:
    """The first initiative named in a stretch; of those that begin together the one that the list knows."""
    named = sorted(claims.initiatives(low, high), key=lambda m: (m.mention.start, m.new))
    return named[0] if named else None


def _beside(claims: Claims, low: int, high: int) -> InitiativeMention | None:
    """The initiative right before a place: 学习“容缺受理”杭州经验."""
    named = [m for m in claims.initiatives(low, high) if not claims.text[m.mention.end : high].strip(QUOTES)]
    return named[-1] if named else None


def _place_before(claims: Claims, run: Run) -> RegionMention | None:
    """The place right before the cue, as 北京 in 赴北京考察学习."""
    for place in claims.places(run.low, run.start):
        before, between = claims.text[run.low : place.mention.start], claims.text[place.mention.end : run.start]
        if not between.strip("市等地") and claim_cues().toward.search(before):
            return place
    return None


def _groups(places: list[RegionMention], text: str) -> list[list[RegionMention]]:
    """Places that are joined with each other: 北京、上海等地."""
    groups: list[list[RegionMention]] = []
    for place in places:
        joined = groups and _JOINT.fullmatch(text[groups[-1][-1].mention.end : place.mention.start])
        if groups and joined and text[groups[-1][-1].mention.end : place.mention.start]:
            groups[-1].append(place)
        elif groups and joined:  # 浙江省杭州市 is one place, the last
            groups[-1][-1] = place
        else:
            groups.append([place])
    return groups


def _experiences(claims: Claims, run: Run) -> Iterator[Claim]:
    """What is learned of an experience that the run names, whose place general knowledge tells."""
    region = claims.claimant(run.low, run.start)
    for mention, other in (*_listed(claims, run), *_known(claims, run)):
        status = claims.told(mention)
        if region and status and other != region:
            told = any(place.region.code == other for place in claims.places(run.start, run.high))
            rule, named = Rule.CLAIM_LEARNED if told else Rule.CLAIM_EXPERIENCE, mention.name or None
            yield claims.claim("learned", rule, region, mention, status, other=other, initiative=named)


def _listed(claims: Claims, run: Run) -> Iterator[tuple[InitiativeMention, str]]:
    """Experiences that are no initiatives of the reference list, and the codes of their places."""
    pattern, of_words = _experience_words()
    for match in pattern.finditer(claims.text, run.start, run.high):
        yield InitiativeMention(Mention(*match.span(), Rule.INITIATIVE_IMPLIED), ""), of_words[match[0]].region


def _known(claims: Claims, run: Run) -> Iterator[tuple[InitiativeMention, str]]:
    """Initiatives with a first place that are named as an experience, and the codes of these places.

    One whose name is no experience stands in quotation marks: experience with 优化营商环境 is anybody's.
    """
    for mention in claims.initiatives(run.start, run.high, known=True):
        first = initiative_table().by_name[mention.name].first_place
        start, end = mention.mention.start, mention.mention.end
        behind = RUN_END.split(claims.text[end : run.high], maxsplit=1)[0]
        surface, practice = claims.text[start:end], claim_cues().practice
        quoted = surface[0] in QUOTES or claims.text[start - 1] in QUOTES
        if first and (practice.search(surface[-len("经验") :]) or (quoted and practice.search(behind))):
            yield mention, first.region


@cache
def _experience_words() -> tuple[re.Pattern[str], dict[str, Experience]]:
    of_words = {word: experience for experience in claim_cues().experiences for word in experience.words}
    return re.compile(alternatives(of_words)), of_words
