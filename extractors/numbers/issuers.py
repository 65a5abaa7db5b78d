"""Who issued a document, from its number alone or with the region of the document that cites it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from extractors.numbers.agency_codes import Reading, readings
from extractors.numbers.grammar import DocumentNumber, parse_number
from ontology.governments import committee_of, committee_office_of, government_of, government_office_of, within
from ontology.issuer_codes import issuer_codes
from ontology.limits import GRACE
from ontology.regions import Region, region_table

_FIRST_LISTED = 1981  # the year of the first list of regions
_LEVELS = {"省": "province", "市": "", "州": "prefecture", "盟": "prefecture", "县": "county", "区": "", "旗": "county"}
# How the name of a region ends whose government is meant; a province may be an autonomous region.
_NAMED = {letter: (letter,) for letter in _LEVELS} | {"省": ("省", "自治区"), "": (*_LEVELS, "自治区")}
_LEVEL_GOVERNMENTS = frozenset(f"{letter}{body}" for letter in ("", *_LEVELS) for body in ("政府", "人民政府"))
_PLACELESS = {
    "government": ("人民政府",),
    "government_office": ("人民政府办公厅", "人民政府办公室"),
    "party": ("中共…委",),
    "party_office": ("中共…委办公厅", "中共…委办公室"),
}


@dataclass(frozen=True, slots=True)
class NumberDescription:
    """What a document number says.

    Attributes:
        number: normal form.
        code: agency code.
        year: year; None for an order counted through.
        serial: number.
        place: the characters of the code that name the place; empty where it names none.
        organ: the characters that name the organ.
        kind: the rest of the code.
        issuer: full name of the agency; None where the code leaves it open.
        candidates: every agency that it may be, likeliest first; for a code without its place the bodies in general.
    """

    number: str
    code: str
    year: int | None
    serial: int
    place: str
    organ: str
    kind: str
    issuer: str | None
    candidates: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """All fields, for JSON."""
        return {name: getattr(self, name) for name in self.__slots__} | {"candidates": list(self.candidates)}


def describe(number: DocumentNumber | str, region: Region | None = None) -> NumberDescription | None:
    """Normal form, parts and issuer of ``number``; None for a string that holds no number.

    Args:
        number: a number, parsed or as printed.
        region: the region of the document that cites it; it decides between places of one letter, and supplies the
            place that a code leaves out (府办发).
    """
    parsed = parse_number(number) if isinstance(number, str) else number
    if parsed is None:
        return None
    fields = (str(parsed), parsed.code, parsed.year, parsed.serial)
    if parsed.written_out:
        issuer = _written(parsed.code, region)
        kind = next((k for k in ("令", "公告", "通告") if parsed.code.endswith(k)), "")
        return NumberDescription(*fields, "", parsed.code.removesuffix(kind), kind, issuer, (issuer,) if issuer else ())
    found = [then for reading in readings(parsed.code, parsed.year) if (then := _as_of(reading, parsed.year))]
    if region:
        found.sort(key=lambda r: _distance(r, region))
    placeless = _placeless(parsed.code, region, parsed.year)
    if placeless and (not found or found[0].rank > 3):
        organ, issuers, candidates = placeless
        issuer = issuers[0] if len(issuers) == 1 else None
        return NumberDescription(*fields, "", organ, parsed.code.removeprefix(organ), issuer, issuers or candidates)
    if not found:
        return NumberDescription(*fields, "", "", "", None, ())
    best = found[0]
    rivals = [r for r in found if _distance(r, region) == _distance(best, region)]
    return NumberDescription(
        *fields, best.place, best.organ, best.kind, best.issuer if len(rivals) == 1 else None,
        tuple(reading.issuer for reading in found),
    )  # fmt: skip


def issuer_of(number: DocumentNumber, region: Region | None = None) -> str | None:
    """The agency that issued ``number``, None where its code leaves that open."""
    found = describe(number, region)
    return found.issuer if found else None


def full_number(number: DocumentNumber, region: Region | None = None) -> DocumentNumber:
    """``number`` as it is cited anywhere: 省政府令第181号 in a document of ``region`` is its province's."""
    issuer = _written(number.code, region) if number.written_out and number.code.endswith("令") else None
    return replace(number, code=f"{issuer}令") if issuer else number


def _as_of(reading: Reading, year: int | None) -> Reading | None:
    """``reading`` with what its region was in ``year``: 射府发〔2016〕 is of 射洪县, which was no city until 2019.

    None where the region was not there, and nothing tells what was it then.
    """
    region = reading.region
    if region is None or year is None or region.holds(max(year, _FIRST_LISTED)):
        return reading
    table = region_table()
    before = [other for other, _ in table.predecessors(region) if other.holds(year)]
    if len(before) != 1 or table.origins(region):
        return reading if region.holds(year, GRACE) else None
    return replace(reading, region=before[0], issuer=reading.issuer.replace(region.name, before[0].name, 1))


def _distance(reading: Reading, region: Region | None) -> tuple[int, int]:
    """Readings of the citing document's own chain come first, then those within its region, by rank."""
    if region is None or reading.region is None:
        return (1 if region else 0, reading.rank)
    own = within(region, reading.region) or (within(reading.region, region) and reading.rank <= 5)
    return (0 if own and reading.region.level != "country" else 1, reading.rank)


def _placeless(
    code: str, region: Region | None, year: int | None
) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """Organ, issuers in ``region`` and the bodies in general for a code that names no place (府办发, 市政办发)."""
    level = _LEVELS.get(code[0]) if code else None
    rest = code[1:] if level is not None else code
    organs = issuer_codes().organs
    organ = next((rest[:n] for n in range(min(4, len(rest)), 0, -1) if organs.get(rest[:n]) in _PLACELESS), None)
    if organ is None or len(rest) - len(organ) > 2:
        return None
    body = str(organs[organ])
    prefix = code[: len(code) - len(rest)] + organ
    fits = region is not None and (not level or region.level == level) and region.level != "country"
    return prefix, (_body(body, region, year),) if region and fits else (), _PLACELESS[body]


def _body(body: str, region: Region, year: int | None) -> str:
    if body == "government":
        return government_of(region)
    if body == "government_office":
        return government_office_of(region, year)
    return committee_of(region) if body == "party" else committee_office_of(region, year)


def _written(code: str, region: Region | None) -> str | None:
    """The issuer that an order writes out; 政府令 and 市政府令 are the citing document's government's."""
    issuer = code.removesuffix("令").removesuffix("公告").removesuffix("通告")
    if issuer in _LEVEL_GOVERNMENTS:
        around = [region, *region_table().ancestors(region)] if region else []
        letter = issuer[0] if issuer[0] in _LEVELS else ""
        found = next((r for r in around if r.level != "country" and r.name.endswith(_NAMED[letter])), None)
        return government_of(found) if found else None
    if issuer == "中华人民共和国主席":
        return issuer
    return issuer or None
