"""Whose deed a phrase tells: the document's own region, unless it names another that acts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from extractors.adoptions.phrases import Phrase
from extractors.adoptions.strangers import acting_area, stranger_acts
from extractors.adoptions.tabled import Tabled
from extractors.analysis import Analysis
from extractors.found import AgencyMention, Mention, RegionMention
from extractors.text.folding import fold
from extractors.text.marks import PHRASE_MARKS
from ontology.adoption_cues import adoption_cues
from ontology.regions import COUNTRY
from ontology.rules import Rule

_BREAK = re.compile(rf"[{PHRASE_MARKS}\n（(]")
_REACH = 170
_BODIES = 4  # bodies of one region that are looked at as one subject: 区委、区政府
_BEFORE, _BEHIND = 30, 50  # characters around a region in which its role is told
_LIST = 600  # characters before an initiative in which a list of places with a deed each may begin
# 川渝通办 and 全省率先 name regions, but not who acts.
_NO_ACTORS = (Rule.REGION_BLOC, Rule.REGION_CONTEXT)
_JOINT = re.compile(r"[、和与及,，]?(?:等)?")


class Actor(NamedTuple):
    """Who does it: a region by its code, or the functional area ``area`` in it; ``rule`` is None for the own region.

    The code is None where the deed is the document's own and nothing tells whose that is.
    """

    region: str | None
    rule: Rule | None
    area: str | None = None


def actors_of(analysis: Analysis, phrase: Phrase, table: Tabled | None = None) -> Iterator[Actor]:
    """The regions and the area that act. What the row of a table says goes before all else."""
    if table is not None and table.actors is not None:
        yield from (Actor(code, Rule.ADOPTION_TABLE) for code in table.actors)
        return
    area = acting_area(analysis, phrase)
    if area and not _takes_over(analysis, area.end, phrase.position):
        yield Actor(area.region.code, Rule.ADOPTION_PLACE, area.name)
        return
    own = analysis.context.region
    others, alone = _named(analysis, phrase)
    higher = _higher(analysis, phrase)
    if own and own.code != COUNTRY and not alone and higher != "own":
        yield Actor(own.code, None)
    if own is None and not others:
        yield Actor(None, None)
    for code in others:
        yield Actor(code, Rule.ADOPTION_PLACE)
    yield from _titled(analysis, phrase)
    province = analysis.context.levels.get("province")
    if higher and province and own and province.code != own.code:
        yield Actor(province.code, Rule.ADOPTION_HIGHER)


def _takes_over(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a region, or the own one again, is the subject of a later part of the clause."""
    roles = (role_of(analysis, group) for group in regions_between(analysis, start, end))
    return "subject" in roles or bool(adoption_cues().own_again.pattern.search(analysis.text, start, end))


def _higher(analysis: Analysis, phrase: Phrase) -> str | None:
    """``used`` or ``own`` where the phrase speaks of the province's work, outside of titles."""
    if _title_at(analysis, phrase) is not None:
        return None
    cues = adoption_cues()
    if cues.higher_used.search(phrase.folded):
        return "used"
    return "own" if cues.higher_own.search(phrase.folded) else None


def _title_at(analysis: Analysis, phrase: Phrase) -> str | None:
    """The 《title》 that holds the initiative."""
    text, position = analysis.text, phrase.position
    opened = text.rfind("《", phrase.clause[0], position)
    if opened < 0 or text.find("》", opened, position) >= 0:
        return None
    return text[opened + 1 : phrase.clause[1]].split("》")[0]


def _titled(analysis: Analysis, phrase: Phrase) -> Iterator[Actor]:
    """The higher region whose government's decision on the initiative is cited: 《某省人民政府关于取消…的决定》."""
    title = _title_at(analysis, phrase) or ""
    own = analysis.context.region
    above = [region for region in analysis.context.levels.values() if own and region.code != own.code]
    for region in above:
        if title.startswith(region.name) and adoption_cues().decided.search(title.removeprefix(region.name)):
            yield Actor(region.code, Rule.ADOPTION_TITLED)


def _named(analysis: Analysis, phrase: Phrase) -> tuple[list[str], bool]:
    """Codes of other regions that act in the clause up to the initiative, and whether they act alone."""
    low = max(phrase.clause[0], phrase.position - _LIST)
    own = analysis.context.region
    if own is None or own.code == COUNTRY:  # an article on other places: who acts is told once in a paragraph
        low = max(analysis.structure.line_at(phrase.position)[0], phrase.position - _LIST)
    groups = regions_between(analysis, low, phrase.position)
    roles = _roles(analysis, groups)
    own_again = adoption_cues().own_again.pattern
    for group, told in zip(reversed(groups), reversed(roles), strict=True):
        if phrase.position - group[-1].mention.end > (_REACH if low == phrase.clause[0] else _REACH * 2):
            break
        how = told or _beside(analysis, group, phrase)
        if how == "chosen" and group[-1].mention.end < phrase.start:
            continue
        if how == "unknown":
            return [], True
        if how and not own_again.search(analysis.text, group[-1].mention.end, phrase.position):
            return [found.region.code for found in group], how == "subject"
    above = _above_acts(analysis, phrase)
    return ([], stranger_acts(analysis, phrase)) if above is None else (above, True)


def _above_acts(analysis: Analysis, phrase: Phrase) -> list[str] | None:
    """The region above whose body is the subject of the deed: 省市场监管局|推行; none where it is the nation's."""
    own = analysis.context.region
    above = {region.code for region in analysis.context.levels.values() if own and region.code != own.code}
    first = bisect_left(analysis.agencies, phrase.start, key=lambda agency: agency.mention.start)
    for body in analysis.agencies[first:]:
        end = body.mention.end
        if end > phrase.position:
            return None
        if own is None or body.region not in {*above, COUNTRY} - {own.code} or _subject_run(analysis, body) is None:
            continue
        if adoption_cues().acts.search(fold(analysis.text[end : end + _BEHIND])):
            return [body.region] if body.region != COUNTRY else []
    return None


def _subject_run(analysis: Analysis, body: AgencyMention) -> str | None:
    run = _run(analysis, body.mention.start)
    return run if not run or adoption_cues().subject.search(run) else None


def _roles(analysis: Analysis, groups: list[list[RegionMention]]) -> list[str | None]:
    """The role of each group; one behind a list mark, whose item before it is another's deed, opens its own item."""
    roles: list[str | None] = []
    for group in groups:
        role = role_of(analysis, group)
        start = group[0].mention.start
        if role is None and roles and roles[-1] == "subject" and analysis.text[start - 1] == "、":
            role = "subject" if _acts(analysis, group) else None
        roles.append(role)
    return roles


def _beside(analysis: Analysis, group: list[RegionMention], phrase: Phrase) -> str | None:
    """The role of regions without a verb: ``subject`` of what they are made or have, ``unknown`` where none is known.

    推进甲市、乙市国家级某某试点 is theirs; 甲市某某改革启动, too. What 甲市 otherwise does with it, nobody here did.
    """
    start, end = group[0].mention.start, group[-1].mention.end
    if start < phrase.start or not _may_act(analysis, group):
        return None
    cues, run, between = adoption_cues(), _run(analysis, start), analysis.folded.between(end, phrase.position)
    if cues.reaches.search(between) and (cues.made.search(run) or not run or cues.subject.search(run)):
        return "subject"
    above = analysis.context.levels.values()
    opens = (not run or cues.subject.search(run)) and all(found.region not in above for found in group)
    return "unknown" if opens and not cues.attributive.search(between) else None


def regions_between(analysis: Analysis, low: int, high: int) -> list[list[RegionMention]]:
    """Other regions than the document's own between two offsets, those that 、 or 和 joins in one group."""
    own = analysis.context.region
    groups: list[list[RegionMention]] = []
    for index in range(bisect_left(analysis.regions, low, key=lambda r: r.mention.start), len(analysis.regions)):
        found = analysis.regions[index]
        if found.mention.end > high:
            break
        if found.region.code == COUNTRY or (own and found.region.code == own.code):
            continue
        if groups and found.mention.start < groups[-1][-1].mention.end:
            continue
        between = analysis.text[groups[-1][-1].mention.end : found.mention.start] if groups else None
        if between == "" and _holds(groups[-1][-1], found):
            whole = Mention(groups[-1][-1].mention.start, found.mention.end, found.mention.rule)
            groups[-1][-1] = RegionMention(whole, found.region)
        elif between is not None and _JOINT.fullmatch(between):
            groups[-1].append(found)
        else:
            groups.append([found])
    return groups


def _holds(outer: RegionMention, inner: RegionMention) -> bool:
    """Whether the second region lies in the first by its code: 四川省遂宁市 is one place."""
    province, code = outer.region.code[:2], outer.region.code
    return inner.region.code.startswith(province if code.endswith("0000") else code[:4])


def role_of(analysis: Analysis, group: list[RegionMention]) -> str | None:
    """``subject`` or ``chosen`` for regions that stand where one who acts stands, else None.

    Regions that are named as examples (甲县等十个县) act for the document's region, too.
    """
    if not _acts(analysis, group):
        return None
    cues, run = adoption_cues(), _run(analysis, group[0].mention.start)
    if not run or cues.subject.search(run):
        return "chosen" if analysis.text.startswith("等", group[-1].mention.end) else "subject"
    return "chosen" if cues.chosen.search(run) else None


def _may_act(analysis: Analysis, group: list[RegionMention]) -> bool:
    """Whether one of the regions is named, or is the autonomous region, which goes by that word alone."""
    marks = (found.mention for found in group)
    return any(m.rule not in _NO_ACTORS or analysis.text[m.start : m.end] == "自治区" for m in marks)


def _acts(analysis: Analysis, group: list[RegionMention]) -> bool:
    """Whether a deed follows the regions, or the body of the last one."""
    if all(found.mention.rule in _NO_ACTORS for found in group):
        return False
    end = _end_of_body(analysis, group[-1])
    return bool(adoption_cues().acts.search(fold(analysis.text[end : end + _BEHIND])))


def _end_of_body(analysis: Analysis, found: RegionMention) -> int:
    """Where the last of the bodies of the region ends that begin with its name: 船山区行政审批局, 武侯区委、区政府."""
    place, end = found.mention, found.mention.end
    first = bisect_left(analysis.agencies, place.start, key=lambda agency: agency.mention.start)
    for body in analysis.agencies[first : first + _BODIES]:
        start = body.mention.start
        joined = end > place.end and _JOINT.fullmatch(analysis.text, end, max(end, start))
        if (start == place.start or joined) and body.region == found.region.code:
            end = max(end, body.mention.end)
        else:
            break
    return end


def _run(analysis: Analysis, start: int) -> str:
    """What stands before ``start`` in its run, folded."""
    return fold(_BREAK.split(analysis.text[max(0, start - _BEFORE) : start])[-1])
