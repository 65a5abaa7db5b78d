"""Bodies that no list knows, by how their names end: 城市更新局, 自然资源确权登记事务中心, 科经委, 效能办."""

from __future__ import annotations

import re
from functools import cache

from extractors.agencies.forms import Body, is_name, may_end
from extractors.text.marks import HAN
from extractors.text.numerals import TO_99
from ontology.agencies import agency_words
from ontology.patterns import alternatives

_LONGEST = 16  # characters before the ending
# A commission at the end of its phrase: 区科经委, 区住建交委.
_COMMISSION = re.compile(rf"[{HAN}]{{2,4}}(?<!常)委(?=[、,.;:)和]|$)")
# An office by its short name, whose full name no list knows: 县效能办, 省数字办.
_OFFICE = re.compile(rf"[{HAN}]{{2,5}}?办(?=[、,.;:)等]|牵头|负责|会同|联合|组织|印发|$)")
_SHORT_OFFICE = 4  # characters of an office's name that may hold 区: 新区办; not 全市首创|区政务办
_COUNTED = re.compile(rf"约?[\d{TO_99}百]+余?[个家处所]|\d|等\d")
_BUILDING_WITHIN = 5  # characters before a name in which it may be told that a house is built


def unlisted_at(text: str, position: int) -> Body | None:
    """The unlisted body that begins at ``position`` of a folded text, by its ending."""
    short = _COMMISSION.match(text, position)
    if short and is_name(short[0]):
        words = short[0].removesuffix("工委") + "工作委" if short[0].endswith("工委") else short[0]
        return Body(short.end(), ("{R}" + words + "员会",))
    office = _OFFICE.match(text, position)
    if office and is_name(office[0]) and (len(office[0]) <= _SHORT_OFFICE or "区" not in office[0]):
        return Body(office.end(), ("{R}" + office[0],))
    match = None if text.startswith(agency_words().not_first, position) else _pattern().match(text, position)
    if not match or not is_name(match[0]) or not may_end(text, match[0], match.end()):
        return None
    if is_counted(text, match.end()) or match[0] in agency_words().not_alone:
        return None
    name = match[0][:-3] + "管理委员会" if match[0].endswith("管委会") else match[0]
    return Body(match.end(), ("{R}" + name,))


def is_counted(text: str, end: int) -> bool:
    """Whether a number behind ``end`` counts places of that kind (服务中心12个): no body is named."""
    return _COUNTED.match(text, end) is not None


def is_built(text: str, start: int, body: Body) -> bool:
    """Whether the unlisted centre whose name begins at ``start`` is a house that is built: 建成市|康复服务中心."""
    if body.form or not body.templates[0].endswith("中心"):
        return False
    words = agency_words()
    before = text.endswith(words.built, max(0, start - _BUILDING_WITHIN), start)
    return before or text.startswith(words.building, body.end)


@cache
def _pattern() -> re.Pattern[str]:
    endings = alternatives(agency_words().generic)
    return re.compile(rf"[{HAN}]{{2,{_LONGEST}}}?(?:{endings})(?:办公室)?")
