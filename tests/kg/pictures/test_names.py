"""Names over the years: a fixed panel or a refusal, the newest of several names, and what evolved into what."""

from __future__ import annotations

from types import SimpleNamespace

from cypher.elements import Relationship
from kg.pictures.names import NO_REPORT, SILENT, family, names_model
from kg.pictures.words import Words
from kg.tracing.record import Row
from tests.kg.pictures.hand import row, statement

YEARS = range(2016, 2020)


def facts(name: str, *said: tuple[int, int], regions: int = 6, quote: str = "", observed: range = YEARS) -> SimpleNamespace:
    """What is stated of the reform ``name``: pairs of a region's number and a year."""
    keys = [key(at) for at in range(regions)]
    told = [statement(key(at), "implemented", year, quote=quote, n=n, name=name) for n, (at, year) in enumerate(said)]
    return SimpleNamespace(name=name, statements=told, observed={k: tuple(observed) for k in keys})


def key(at: int) -> str:
    return f"region/{at:06}/第{at}县"


def rows(n: int = 6, observed: range | tuple[int, ...] = YEARS) -> list[Row]:
    return [row(f"{at:06}", f"第{at}县", observed=observed) for at in range(n)]


def drawn(regions: list[Row], *chain: SimpleNamespace, lang: str = "en") -> dict:
    return names_model(regions, YEARS, chain, Words(lang))  # type: ignore[arg-type]


OLD = facts("最多跑一次", *((at, 2016) for at in range(6)), (0, 2018), (1, 2018))
NEW = facts("一件事一次办", *((at, 2018) for at in range(1, 6)), (5, 2019))


def test_a_region_goes_by_the_newest_name_of_its_report_and_the_others_are_counted() -> None:
    model = drawn(rows(), OLD, NEW)
    assert model["strata"] == ["最多跑一次", "一件事一次办"]
    assert model["panel"][0] == [0, SILENT, 0, SILENT]
    assert model["panel"][1] == [0, SILENT, 1, SILENT]
    assert model["panel"][5] == [0, SILENT, 1, 1]
    assert model["several"] == [0, 0, 1, 0]
    assert model["finding"] == "Leading: 2016 最多跑一次, 2018 一件事一次办"


def test_a_year_without_report_is_told_from_a_silent_one() -> None:
    regions = [*rows(5), row("000005", "第5县", observed=(2016, 2018, 2019))]
    assert drawn(regions, OLD, NEW)["panel"][5][1] == NO_REPORT


def test_regions_that_come_and_go_are_refused_with_the_numbers() -> None:
    assert drawn(rows(4), OLD, NEW)["refused"].startswith("Not drawn: only 4 of 4 regions")
    once = [row(f"1{at:05}", f"第1{at}县", observed=(2016,)) for at in range(7)]
    assert drawn([*rows(6), *once], OLD, NEW)["refused"].startswith("Not drawn: only 6 of 13 regions")
    assert "refused" not in drawn([*rows(6), *once[:6]], OLD, NEW)


def test_a_reform_alone_is_told_by_its_forms_the_rarer_newest() -> None:
    alone = facts("河长制", (0, 2017), (1, 2017), (2, 2017), quote="全面推行河长制。")
    alone.statements += facts("河长制", (3, 2017), (0, 2018), quote="落实河湖长制。").statements
    model = drawn(rows(), alone)
    assert model["strata"] == ["河长制", "河湖长制"]
    assert model["chain"] is False
    assert [cells[0] for cells in model["panel"]] == [0, 0, 0, 1, SILENT, SILENT]


def test_rules_are_no_report_that_uses_a_name() -> None:
    ruled = facts("最多跑一次")
    ruled.statements = [statement(key(0), "laid_down", 2017, rule=True), *OLD.statements]
    assert drawn(rows(), ruled, NEW)["panel"][0][1] == SILENT


def test_a_family_is_what_turned_into_each_other_the_oldest_first() -> None:
    def turn(start: str, end: str, year: int) -> Relationship:
        return Relationship(f"{start}{end}", "EVOLVED_INTO", f"initiative/{start}", f"initiative/{end}", {"year": year})

    source = SimpleNamespace(relationships=lambda kind: [turn("甲", "乙", 2015), turn("乙", "丙", 2017), turn("丁", "丙", 2016)])
    assert family(source, "initiative/乙") == ["甲", "乙", "丙"]  # type: ignore[arg-type]
    assert family(source, "initiative/戊") == ["戊"]  # type: ignore[arg-type]
