"""A body within a body: 财政局党组, 人民政府督查室, 行政审批局综合办, 人大常委会法工委."""

from __future__ import annotations

import re
from functools import cache

from extractors.agencies.forms import Body, is_name, may_end
from extractors.text.marks import HAN
from ontology.agencies import agency_words
from ontology.patterns import alternatives

# An office of a bureau, at the end of its phrase: 行政审批局综合办, 公安局出入境管理处.
_UNIT = re.compile(rf"[{HAN}]{{2,8}}?(?:处|科|股|办)(?=[、,.;:)]|负责|牵头|承担|$)")
# A bureau or a department of a ministry, at the end of its phrase: 司法部行政复议与应诉局.
_DIVISION = re.compile(
    rf"(?!各|有关|作为|[和与及、])[{HAN}]{{2,12}}?(?:司|局|委员会)(?=[、,.;:)]|负责|牵头|承担|印发|和|与|及|等|$)"
)
_BOARD = re.compile("管理?委员?会|管理办公室")
_OFFICE_INSIDE = re.compile(r"办公室(?!主任|副主任|负责人)")
_GENERAL_OFFICE = re.compile("办公[厅室](?!主任|副主任|负责人)")
_WITH_OFFICE = ("委员会", "小组", "指挥部")
_GOVERNMENT = re.compile("[省市县州]?(?:人民)?政府")  # 市委市政府改革领导小组 is of both
_NO_PART = "区盟旗及和与、"
_CONGRESS, _STANDING = "人民代表大会", "人民代表大会常务委员会"
_GOVERNMENT_OR_PARTY = ("{C}", "{G}")


def with_part(text: str, body: Body) -> Body:
    """``body`` with the body inside it that follows without a break."""
    if len(body.templates) > 1:
        return body
    (template,) = body.templates
    if template.endswith((_CONGRESS, _STANDING)):
        return _committee(text, body, template)
    if template.endswith(_WITH_OFFICE) and text.startswith("办公室", body.end):
        return body._replace(end=body.end + 3, templates=(template + "办公室",))
    if template.endswith("服务中心") and (board := _BOARD.match(text, body.end)):
        full = board[0] if board[0].endswith("办公室") else "管理委员会"
        return body._replace(end=board.end(), templates=(template + full,))
    office = _OFFICE_INSIDE.match(text, body.end) if template.endswith(("局", "厅", "部")) else None
    if office:
        return body._replace(end=office.end(), templates=(template + "办公室",))
    party = party_group().match(text, body.end)
    if party:
        return body._replace(end=party.end(), templates=(template + "党组",))
    unit = _UNIT if template.endswith("局") else _office() if template in _GOVERNMENT_OR_PARTY else None
    match = unit.match(text, body.end) if unit else None
    match = match if match and is_name(match[0]) else _part().match(text, body.end)
    if match and is_name(match[0]) and match[0][0] not in _NO_PART and not _GOVERNMENT.match(match[0]):
        return body._replace(end=match.end(), templates=(template + match[0],))
    return body


def _committee(text: str, body: Body, congress: str) -> Body:
    """A committee of a congress (人大财经委) or of its standing committee (人大常委会预算工委)."""
    match = _committees().match(text, body.end)
    if not match or not may_end(text, match[0], match.end()):
        party = party_group().match(text, body.end)
        return body._replace(end=party.end(), templates=(congress + "党组",)) if party else body
    field = agency_words().congress_fields.get(match[1], match[1])
    of_standing = congress.endswith(_STANDING) and match[2] in ("工委", "委")
    ending = "工作委员会" if of_standing else match[2].replace("工委", "工作委员会")
    ending = "委员会" if ending == "委" else ending
    return body._replace(end=match.end(), templates=(congress + field + ending,))


@cache
def party_group() -> re.Pattern[str]:
    """党组 where it is a body, and no one's office in it (党组书记)."""
    return re.compile(f"党组(?!{alternatives(agency_words().party_group_not_before)})")


def with_division(text: str, body: Body) -> Body:
    """``body``, one of the nation's, with its general office or a bureau of its own that follows: 教育部|办公厅."""
    (template,) = body.templates
    if template == "国务院" or "人民代表大会" in template:
        return with_part(text, body)
    match = _GENERAL_OFFICE.match(text, body.end) or _DIVISION.match(text, body.end)
    if match is None or not is_name(match[0]):
        return body
    return body._replace(end=match.end(), templates=(template + match[0],))


@cache
def _office() -> re.Pattern[str]:
    words = agency_words()
    ends = rf"(?=[^{HAN}]|\Z|{alternatives(words.phrase_ends)})"
    return re.compile(rf"(?![各有两])[{HAN}]{{2,8}}?(?:{alternatives(words.office_parts)}){ends}")


@cache
def _part() -> re.Pattern[str]:
    words = agency_words()
    return re.compile(rf"[{HAN}]{{2,14}}?(?:{alternatives(words.parts)})|{alternatives(words.whole_parts)}")


@cache
def _committees() -> re.Pattern[str]:
    fields = agency_words().congress_fields
    listed = alternatives({*fields, *fields.values()})
    return re.compile(f"({listed})(工作委员会|专门委员会|委员会|工委|委)")
