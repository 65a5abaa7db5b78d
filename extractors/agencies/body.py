"""The body of an agency's name: what may stand after a region or level word, listed or not."""

from __future__ import annotations

import re
from functools import cache

from extractors.agencies.forms import Body, departments, is_name, listed_at, may_end
from extractors.agencies.parts import with_part
from extractors.agencies.unlisted import unlisted_at
from extractors.text.marks import HAN
from ontology.agencies import agency_words
from ontology.patterns import alternatives

_SHORT = 2  # characters of a department's form that may be anybody's: 教委
_STOP_ZONE = re.compile(r"[和及与的]|委会|[省市县].*区|推动|支持")


def body_at(text: str, position: int, generic: bool = True) -> Body | None:
    """The body that begins at ``position`` of a folded text, with a body inside it; None where there is none.

    Args:
        text: folded text.
        position: right after a region's name or a level word.
        generic: whether bodies that no list knows are taken by their ending.
    """
    found = listed_at(text, position) or (unlisted_at(text, position) if generic else None)
    return with_part(text, found) if found else None


def zone_body_at(text: str, position: int) -> Body | None:
    """The body of a zone at ``position`` (经开区管委会 after 遂宁); template: its printed name, form: its kind."""
    match = _zone_pattern().match(text, position)
    if not match or not is_zone(match[1]) or not is_name(match[2]):
        return None
    if not may_end(text, match[2], match.end()):
        return None
    kind = zone_bodies().get(match[2], match[2])
    return Body(match.end(), (match[1] + kind,), kind)


def is_zone(name: str) -> bool:
    """Whether ``name``, without the place that it begins with, may be one zone's: no list, no body, no verb."""
    return _STOP_ZONE.search(name) is None


@cache
def zone_bodies() -> dict[str, str]:
    """What may stand after a zone's name → what the body is called in full: 管委会 → 管理委员会."""
    words = agency_words()
    named = {form: full for form, full in departments().items() if len(form) > _SHORT}
    return named | {form: form for form in words.zone_bodies} | words.zone_body_names


@cache
def zone_words() -> str:
    """The alternatives of a pattern that match what the name of a zone ends in."""
    return alternatives(agency_words().zones)


@cache
def _zone_pattern() -> re.Pattern[str]:
    return re.compile(rf"([{HAN}]{{0,8}}?(?:{zone_words()}))({alternatives(zone_bodies())}|[{HAN}]{{2,6}}局)")
