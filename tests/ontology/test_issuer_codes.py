"""The tables of agency codes point at regions that exist and use organs that the grammar knows."""

from __future__ import annotations

from ontology.issuer_codes import issuer_codes
from ontology.regions import region_table


def test_every_code_is_a_region() -> None:
    codes = issuer_codes()
    named = [p.code for p in codes.provinces.values()] + list(codes.styles) + list(codes.office_halls)
    named += [code for group in (codes.words, codes.counties) for listed in group.values() for code in listed]
    assert [code for code in named if region_table().at(code, None) is None] == []


def test_letters_are_single_and_organs_are_known() -> None:
    codes = issuer_codes()
    assert {len(letter) for table in (codes.provinces, codes.words, codes.counties) for letter in table} == {1}
    assert all(len(names) == 3 for names in codes.organs.values() if isinstance(names, tuple))
