"""Adoptions before their initiative was set going: what is found, and what a sentence or a first place allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import build_graph
from kg.verify import verify
from kg.verify.first_years import is_before_its_time
from ontology.initiatives import Initiative


def row(launched: str | None = None, first: int | None = None) -> Initiative:
    fields = {"launched": {"number": launched}} if launched else {}
    place = {"first_place": {"region": "440300", "year": first}} if first else {}
    return Initiative.model_validate({"name": "甲", "en": "a"} | fields | place)


@pytest.mark.parametrize(
    ("initiative", "earliest"),
    [
        (row("国发〔2015〕58号"), 2013),
        (row("国发〔2015〕58号", 2008), 2008),
        (row("国发〔2015〕58号", 2018), 2013),
        (row(None, 2018), 2018),
    ],
)
def test_the_launch_with_two_years_of_grace_or_the_first_place_decides(initiative: Initiative, earliest: int) -> None:
    assert not is_before_its_time(initiative, earliest)
    assert is_before_its_time(initiative, earliest - 1)


@pytest.mark.parametrize("initiative", [row(), row("国务院令第716号")])
def test_no_year_is_too_early_where_none_is_known(initiative: Initiative) -> None:
    assert not is_before_its_time(initiative, 1950)


def test_an_alias_years_before_the_launch_is_a_finding_and_the_name_is_none(tmp_path: Path) -> None:
    texts = {
        "遂宁市_2012.txt": "2012年，遂宁市全面推行婚姻登记异地通办。",
        "绵阳市_2012.txt": "2012年，绵阳市全面推行婚姻登记跨省通办。",
        "德阳市_2019.txt": "2019年，德阳市全面推行婚姻登记异地通办。",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    directory = build_graph([tmp_path], tmp_path / "graph", workers=1).directory
    assert directory is not None
    adopted = {e.properties["year"]: e.key for e in directory.relationships() if e.type == "ADOPTED"}
    assert adopted.keys() == {2012, 2019}
    (finding,) = verify(directory).findings
    assert finding.check == "early" and finding.message.startswith("遂宁市 adopts 跨省通办 in 2012, launched by 国办发")
    assert "异地通办" in finding.message


def test_a_plan_may_be_ahead_of_the_first_place_too() -> None:
    initiative = row("国发〔2015〕58号", 2010)
    assert not is_before_its_time(initiative, 2008, planned=True)
    assert is_before_its_time(initiative, 2007, planned=True)
    assert is_before_its_time(initiative, 2009)
