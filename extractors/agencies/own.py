"""The agency that speaks: by its full name where the text shortens it, and as 我局 or 局党组."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extractors.agencies.forms import may_end
from extractors.agencies.names import kind_of
from extractors.agencies.parts import party_group
from extractors.agencies.scan import Found, Taken
from extractors.found import AgencyMention
from extractors.text.marks import HAN
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.regions import Region
from ontology.rules import Rule

_LONGEST_BODY = 4  # characters before 党组 that its body may have, with what stands before it


def with_full_name(agencies: Sequence[AgencyMention], own: str | None) -> list[AgencyMention]:
    """``agencies``, those that shorten the name of ``own`` (市大数据局) by the full one (大数据发展管理局)."""
    named = next((agency for agency in agencies if agency.name == own), None)
    if named is None:
        return list(agencies)
    return [
        replace(agency, name=named.name, kind=named.kind)
        if agency.region == named.region and _shortens(agency.kind, named.kind)
        else agency
        for agency in agencies
    ]


def own_bodies(text: str, region: Region, agency: str, taken: Taken) -> Iterator[Found]:
    """Where a folded text means ``agency`` as 我局 or 本委, and its party group as 局党组 or 我局党组."""
    for match in _own().finditer(text):
        if is_called(agency, match[1]) and may_end(text, match[1], match.end(1)):
            yield _found(region, match.span(), agency, bool(match[2]))
    for match in party_group().finditer(text):
        body = _body_of_group().search(text, max(0, match.start() - _LONGEST_BODY), match.start())
        if body and is_called(agency, body[1]) and not taken.overlaps(body.start(), match.end()):
            yield _found(region, (body.start(), match.end()), agency, True)


def _shortens(short: str, full: str) -> bool:
    """Whether ``short`` leaves words out of ``full``, not the first and the last: 大数据局, 大数据发展管理局."""
    if short == full.removeprefix("人民政府") and short.endswith("中心"):
        return True
    rest = iter(full)
    same_ends = short[:2] == full[:2] and short[-1] == full[-1] == "局" and len(short) > 2
    return same_ends and len(short) < len(full) and all(character in rest for character in short)


def is_called(agency: str, word: str) -> bool:
    """Whether ``agency`` may call itself ``word`` (局, 委)."""
    return agency.endswith(agency_words().meant.endings.get(word, word))


def _found(region: Region, span: tuple[int, int], agency: str, of_party_group: bool) -> Found:
    name = agency + ("党组" if of_party_group else "")
    rule = Rule.AGENCY_PARTY_GROUP if of_party_group else Rule.AGENCY_OWN
    return Found(*span, name, region, kind_of(name, region), rule)


@cache
def _own() -> re.Pattern[str]:
    return re.compile(f"[我本]({alternatives(agency_words().meant.own)})({party_group().pattern})?")


@cache
def before_own() -> str:
    """A pattern of what stands before a bureau where it is the one that speaks (作为|局党组): no other word's part."""
    words = agency_words().meant
    return rf"(?:(?<![{HAN}])|(?<=[{''.join(words.before_own)}]))"


@cache
def _body_of_group() -> re.Pattern[str]:
    return re.compile(rf"{before_own()}({alternatives(agency_words().meant.with_party_group)})\Z")
