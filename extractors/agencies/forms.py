"""The body of an agency's name: what may stand after a region or level word, and what it is called in full."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractors.text.marks import HAN
from extractors.text.numerals import TO_99
from ontology.agencies import agency_words
from ontology.governments import committee_of, committee_office_of, government_of, government_office_of
from ontology.patterns import alternatives
from ontology.regions import Region

SESSION = re.compile(rf"第?[{TO_99}\d]{{1,3}}届\n?")
# A body within a body: 财政局党组, 人民政府督查室, 行政审批局行政许可审批委员会.
_PART = re.compile(
    rf"[{HAN}]{{2,14}}?(?:(?:领导小组|协调小组|委员会|指挥部)(?:办公室)?|支队|大队|总队|督查室|研究室|顾问室|服务中心)"
)
# An office of a bureau, at the end of its phrase: 行政审批局综合办, 公安局出入境管理处.
_UNIT = re.compile(rf"[{HAN}]{{2,8}}?(?:处|科|股|办)(?=[、,.;:)]|负责|牵头|承担|$)")
_LONGEST_GENERIC = 16
# A commission that no list knows, at the end of its phrase: 区科经委, 区住建交委.
_COMMISSION = re.compile(rf"[{HAN}]{{2,4}}(?<!常)委(?=[、,.;:)和]|$)")
# An office by its short name, whose full name no list knows: 县效能办, 省数字办.
_OFFICE = re.compile(rf"[{HAN}]{{2,3}}办(?=[、,.;:)等]|牵头|负责|会同|联合|组织|印发|$)")
_BOARD = re.compile("管理?委员?会")
_OFFICE_INSIDE = re.compile(r"办公室(?!主任|副主任|负责人)")
_LEVEL_INSIDE = re.compile(r"省|(?<!城)市(?!场|政|容)|县|州|\d")
_STOP_ZONE = re.compile(r"[和及与]|[省市县].*区|以及|推动|支持")
_STANDING = re.compile(r"\n?常\n?务\n?委\n?员\n?会")


class Body(NamedTuple):
    """A body's words in a text: where they end, the templates of the full names, and the listed form, if it is one."""

    end: int
    templates: tuple[str, ...]
    form: str = ""


def body_at(text: str, position: int, generic: bool = True) -> Body | None:
    """The body that begins at ``position`` of a folded text, with a body inside it; None where there is none.

    Args:
        text: folded text.
        position: right after a region's name or a level word.
        generic: whether bodies that no list knows are taken by their ending.
    """
    found = _listed(text, position) or (_generic(text, position) if generic else None)
    return with_part(text, found) if found else None


def zone_body_at(text: str, position: int) -> Body | None:
    """The body of a zone at ``position`` (经开区管委会 after 遂宁); the template is its printed name."""
    match = _zone_pattern().match(text, position)
    if not match or _STOP_ZONE.search(match[1]):
        return None
    body = {"管委会": "管理委员会", "党工委": "党工委", "审批局": "行政审批局"}.get(match[2], match[2])
    return Body(match.end(), (match[1] + body,))


@cache
def _zone_pattern() -> re.Pattern[str]:
    words = agency_words()
    zones, bodies = ("|".join(sorted(listed, key=len, reverse=True)) for listed in (words.zones, words.zone_bodies))
    return re.compile(rf"([{HAN}]{{0,8}}?(?:{zones}))({bodies})")


def _listed(text: str, position: int) -> Body | None:
    forms, longest, firsts = _forms()
    if text[position : position + 1] not in firsts:
        return None
    for size in range(min(longest, len(text) - position), 0, -1):
        templates = forms.get(text[position : position + size])
        if templates and may_end(text, text[position : position + size], position + size):
            standing = _STANDING.match(text, position + size) if templates == ("{R}人民代表大会",) else None
            if standing:  # broken over two lines
                return Body(standing.end(), ("{R}人民代表大会常务委员会",))
            return Body(position + size, templates, text[position : position + size])
    return None


def may_end(text: str, form: str, end: int) -> bool:
    """Whether ``form``, which ends at ``end`` of ``text``, is not the beginning of another word (教育部门, 市委员)."""
    words = agency_words()
    if text.startswith(words.not_after.get(form[-1], ("\0",)), end):
        return False
    return not text.startswith(words.forms_not_before.get(form, ("\0",)), end)


def _generic(text: str, position: int) -> Body | None:
    short = _COMMISSION.match(text, position)
    if short and is_name(short[0]):
        words = short[0].removesuffix("工委") + "工作委" if short[0].endswith("工委") else short[0]
        return Body(short.end(), ("{R}" + words + "员会",))
    office = _OFFICE.match(text, position)
    if office and is_name(office[0]):
        return Body(office.end(), ("{R}" + office[0],))
    match = _generic_pattern().match(text, position)
    if not match or not is_name(match[0]) or not may_end(text, match[0], match.end()):
        return None
    name = match[0][:-3] + "管理委员会" if match[0].endswith("管委会") else match[0]
    return Body(match.end(), ("{R}" + name,))


def is_name(words: str) -> bool:
    """Whether ``words`` may be a body's name: no word that says what is done with a body, no level word inside."""
    return not _stop_pattern().search(words) and not _LEVEL_INSIDE.search(words)


def starts_department(text: str, position: int) -> bool:
    """Whether a listed body of three characters and more begins at ``position``: 市|民政局, though 市民 is a word."""
    found = _listed(text, position)
    return found is not None and len(found.form) > 2


def with_part(text: str, body: Body) -> Body:
    """``body`` with the body inside it that follows without a break."""
    if len(body.templates) > 1:
        return body
    (template,) = body.templates
    if template.endswith(("委员会", "小组", "指挥部")) and text.startswith("办公室", body.end):
        return Body(body.end + 3, (template + "办公室",))
    if template.endswith("服务中心") and (board := _BOARD.match(text, body.end)):
        return Body(board.end(), (template + "管理委员会",))
    office = _OFFICE_INSIDE.match(text, body.end) if template.endswith(("局", "厅", "部")) else None
    if office:
        return Body(office.end(), (template + "办公室",))
    party = party_group().match(text, body.end)
    if party:
        return Body(party.end(), (template + "党组",))
    match = _UNIT.match(text, body.end) if template.endswith("局") else None
    match = match if match and is_name(match[0]) else _PART.match(text, body.end)
    if match and is_name(match[0]) and match[0][0] not in "区盟旗及和与、":
        return Body(match.end(), (template + match[0],))
    return body


@cache
def party_group() -> re.Pattern[str]:
    """党组 where it is a body, and no one's office in it (党组书记)."""
    return re.compile(f"党组(?!{alternatives(agency_words().party_group_not_before)})")


@cache
def departments() -> dict[str, str]:
    """What is written of a department (人社局) → the end of its full name."""
    return agency_words().department_forms()


@cache
def _forms() -> tuple[dict[str, tuple[str, ...]], int, frozenset[str]]:
    forms = agency_words().forms()
    return forms, max(map(len, forms)), frozenset(form[0] for form in forms)


@cache
def _generic_pattern() -> re.Pattern[str]:
    endings = "|".join(sorted(agency_words().generic, key=len, reverse=True))
    return re.compile(rf"[{HAN}“”]{{2,{_LONGEST_GENERIC}}}?(?:{endings})(?:办公室)?")


@cache
def _stop_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, agency_words().generic_stop)))


def full_names(templates: tuple[str, ...], region: Region, year: int | None, form: str = "") -> list[tuple[str, str]]:
    """The full names that ``templates`` have in ``region``, each with its kind (the name without the region).

    ``form`` is what the text writes; up to some ``year`` it may have meant another body (编办).
    """
    until = agency_words().until.get(form)
    if until and year is not None and year <= until.year:
        templates = until.templates
    court = {"province": "高级人民法院", "prefecture": "中级人民法院"}.get(region.level, "人民法院")
    fields = {
        "R": region.name if region.level != "country" else "",
        "G": government_of(region),
        "O": government_office_of(region, year),
        "C": committee_of(region),
        "P": committee_office_of(region, year),
        "K": "中共" + region.name,
        "court": court,
    }
    names = [template.format(**fields) for template in templates]
    return [(name, kind_of(name, region)) for name in names]


def kind_of(name: str, region: Region) -> str:
    """The name without its region and without 中共: 行政审批局, 人民政府, 委组织部."""
    kind = name.removeprefix("中共").replace(region.name, "", 1)
    return kind or name
