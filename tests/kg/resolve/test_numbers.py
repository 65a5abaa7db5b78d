"""What the number of a document tells by itself."""

from __future__ import annotations

import pytest

from kg.resolve.numbers import issuer_told, year_told


@pytest.mark.parametrize(
    ("number", "issuer", "year"),
    [
        ("川办发〔2016〕76号", "四川省人民政府办公厅", 2016),
        ("府办发〔2016〕5号", None, 2016),
        ("国家税务总局公告2018年第12号", "国家税务总局", 2018),
        ("国务院令第722号", "国务院", None),
        ("没有文号", None, None),
    ],
)
def test_what_a_number_tells(number: str, issuer: str | None, year: int | None) -> None:
    assert (issuer_told(number), year_told(number)) == (issuer, year)


def test_no_number_tells_nothing() -> None:
    assert year_told(None) is None
