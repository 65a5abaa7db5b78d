"""To which region an agency belongs that a document names only by its full name, as an issuer or a recipient."""

from __future__ import annotations

import re

from extractors.regions.opening import official_opening
from extractors.text.marks import COLONS
from ontology.limits import GRACE
from ontology.recipients import recipient_cues
from ontology.regions import COUNTRY, Region, RegionTable

_NATIONAL = re.compile(
    r"^(国务院|中共中央|中央|党中央|国家|全国|最高人民|中国共产党中央|中华人民共和国)|^[^省市县区旗州盟]{2,12}部$"
)
_PARTY = ("中国共产党", "中共")


def split_agencies(names: str | None) -> list[str]:
    """The agencies that a printed line of issuers or recipients names; collective nouns (各县区人民政府) are none."""
    parts = (part.rstrip(COLONS) for part in re.split(r"[、，,；;]\s*|\s+", names or ""))
    return [part for part in parts if len(part) > 1 and not recipient_cues().collective.search(part)]


def agency_region(name: str, table: RegionTable, year: int | None, own: str | None) -> str | None:
    """The code of the region that the agency called ``name`` belongs to in ``year``.

    The region that its name begins with counts; of several regions of that name the document's ``own`` or the one that
    shares most of its code. A national body belongs to 100000; a name that tells nothing belongs to ``own``.
    """
    stem = name
    for prefix in _PARTY:
        stem = stem.removeprefix(prefix)
    found = _opening_region(stem, table, year, own)
    if found:
        deeper = _opening_region(stem[len(found.name) :], table, year, found.code)
        return deeper.code if deeper and deeper.code[:2] == found.code[:2] else found.code
    return COUNTRY if _NATIONAL.search(name) else own


def bare_name(name: str, table: RegionTable, year: int | None, own: str | None) -> str:
    """The name of an agency without the region it begins with: 农业农村局 of 遂宁市农业农村局."""
    found = _opening_region(name, table, year, own)
    return name[len(found.name) :] if found else name


def _opening_region(name: str, table: RegionTable, year: int | None, own: str | None) -> Region | None:
    named = official_opening(name, table)
    in_year = [region for region in named if year is not None and region.holds(year, GRACE)]
    return min(in_year or named, key=lambda region: (-_shared(region.code, own), region.code), default=None)


def _shared(code: str, own: str | None) -> int:
    """How many leading pairs of digits two codes share."""
    return next((n for n in (6, 4, 2) if own and code[:n] == own[:n]), 0)
