"""What the models read of a record, and the fitted curves as tables and in the report."""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cypher.elements import Node
from cypher.output import in_language
from cypher.results import Result
from kg.disk.parts import SourceDocument
from kg.model import KnowledgeGraph
from kg.tracing.background import Launch, turn_of
from kg.tracing.facts import read_facts
from kg.tracing.hidden import Sightings
from kg.tracing.model import BASS, CURVE, MODEL, bass_rows, curve_rows, fit_levels, model_rows
from kg.tracing.record import Row, make_record
from kg.tracing.seen import seen_of
from kg.tracing.trace import trace
from kg.tracing.words import DONE
from tests.kg.disk.test_directory import publish
from tests.kg.tracing.test_panel import simulated
from tests.kg.tracing.world import GRID, PLACES, told, world
from tests.test_cli import run, sentence


def seen(graph: KnowledgeGraph, *counted: str) -> Sightings:
    found = seen_of(make_record(read_facts(graph, GRID), counted or DONE).values(), counted or DONE)
    assert found is not None
    return found


def marks(found: Sightings, index: int = 0) -> str:
    """A region's years: N named, s silent, . without a report, n known by that year without a report of its own."""
    signs = {(True, True): "N", (True, False): "s", (False, False): ".", (False, True): "n"}
    return "".join(signs[bool(o), bool(n)] for o, n in zip(found.observed[index], found.named[index], strict=True))


def test_reports_that_name_it_and_reports_that_do_not() -> None:
    graph = world(
        told("510903", 2015), told("510903", 2016, "planned"), told("510903", 2017, "pilot"), told("510903", 2019),
        told("510903", 2020, "implemented"),
    )  # fmt: skip
    found = seen(graph)
    assert list(found.years) == [2015, 2016, 2017, 2018, 2019, 2020]
    assert marks(found) == "ssN.sN" and np.isinf(found.by).all()


@pytest.mark.parametrize(
    "second",
    [
        None,  # a year without a report
        told("510904", 2017, kind="law", title="安居区河道管理条例"),  # a regulation only
    ],
)
def test_a_year_without_a_report_is_nothing_seen(second: object) -> None:
    more = [] if second is None else [second]
    found = seen(world(told("510904", 2016), *more, told("510904", 2018), told("510903", 2018, "pilot")))  # type: ignore[arg-type]
    assert marks(found, 1) == "s.s"


def test_a_region_whose_reports_stop_is_not_seen_afterwards() -> None:
    found = seen(world(told("510904", 2016), told("510903", 2016), told("510903", 2018, "pilot")))
    assert marks(found, 1) == "s.."


def test_years_after_the_last_that_anybody_names_it_in_are_left_out() -> None:
    """The word went out of use: that 2018 and 2019 are silent tells neither of the naming rate nor of who has it not."""
    graph = world(
        told("510903", 2015), told("510903", 2016, "pilot"), told("510903", 2017, "pilot"), told("510903", 2018),
        told("510904", 2016), told("510904", 2017), told("510904", 2018), told("510904", 2019),
    )  # fmt: skip
    found = seen(graph)
    assert list(found.years) == [2015, 2016, 2017]
    assert (marks(found), marks(found, 1)) == ("sNN", ".ss")


def test_an_adoption_before_all_reports_leaves_the_first_year() -> None:
    graph = world(told("510903", 2018, "implemented", said=2010, kind="other"), told("510904", 2016), told("510904", 2017))
    assert list(seen(graph).years) == [2016]


def test_an_adoption_that_a_later_report_dates_is_not_later() -> None:
    found = seen(world(told("510903", 2015), told("510903", 2016), told("510903", 2018, "implemented", said=2017)))
    assert marks(found) == "ssnN"
    found = seen(world(told("510903", 2015), told("510903", 2016), told("510903", 2018, "implemented", said=2016)))
    assert marks(found) == "sn.N"


def test_what_a_rule_lays_down_is_known_by_its_year() -> None:
    rule = told("510903", 2017, ("implemented", f"本区推进{GRID}。"), kind="law", title=f"船山区{GRID}条例")
    found = seen(world(told("510903", 2016), rule, told("510903", 2018)), "laid_down")
    assert found.by[0] == 2017 and marks(found) == "sns"


def test_regulations_with_the_day_of_their_passing_are_seen_whole_without_reports() -> None:
    def rule(code: str, year: int) -> SourceDocument:
        day = f"{year}-06-30"
        title = f"{PLACES[code]}{GRID}条例"
        return told(code, 2020, ("implemented", f"推进{GRID}。"), kind="law", title=title, said=year, on=day, passed=day)

    graph = world(rule("510903", 2016), rule("510904", 2018), told("510921", 2015), told("510921", 2017))
    found = seen(graph, "laid_down")
    assert found.first.tolist() == [2016, 2018] and found.last_without.tolist() == [2015, 2017]


def test_without_reports_nothing_is_seen() -> None:
    rule = told("510903", 2017, ("implemented", f"本区推进{GRID}。"), kind="law", title=f"船山区{GRID}条例")
    facts = read_facts(world(rule), GRID)
    assert seen_of(make_record(facts, ("laid_down",)).values(), ("laid_down",)) is None
    assert trace(world(rule), GRID, count=("laid_down",)).curves() == {}


@pytest.mark.parametrize(
    ("date", "point"),
    [("2016-07-02", 2016.5), ("2018-01-01", 2018.0), ("2018-06", 2018 + 5.5 / 12), (None, 2018.5)],
)
def test_the_point_at_which_a_document_was_launched(date: str | None, point: float) -> None:
    policy = Node("policy/x", "Policy", {"year": 2018})
    assert turn_of([Launch("l", policy, date, None)]) == pytest.approx(point)


def test_no_launch_no_point() -> None:
    assert turn_of([]) is None
    assert turn_of([Launch("l", Node("policy/x", "Policy", {}), None, None)]) is None


def seen_again() -> list[Row]:
    """The record of a made-up spread whose reports name the reform again in three of five years."""
    facts = simulated(100)
    draw = random.Random(0)
    again = [
        replace(s, key=f"{s.key}/{year}", year=year, told=year)
        for s in facts.statements
        for year in range(s.year + 1, 2025)
        if draw.random() < 0.6
    ]
    facts = replace(facts, statements=tuple(sorted((*facts.statements, *again), key=lambda s: s.order)))
    return list(make_record(facts, ("implemented",)).values())


def test_a_spread_that_is_seen_comes_back_by_level() -> None:
    rows = seen_again()
    curves = fit_levels(rows, ("implemented",), 2017.5)
    assert list(curves) == ["all", "prefecture", "county"]
    half = sorted(row.hi or 9999 for row in rows)[len(rows) // 2]
    middle = curves["all"].midpoint
    assert middle is not None and middle.low < half + 1 and middle.high > half - 1
    model = Result(MODEL, tuple(model_rows(curves, 2017.5))).records()
    assert model[0]["level"] == "all" and model[0]["regions"] == 260 and model[0]["turn"] == 2017.5
    assert model[0]["hazard_after"] > model[0]["hazard_before"] and model[0]["ratio_low"] > 1
    points = Result(CURVE, tuple(curve_rows(curves))).records()
    last = [row for row in points if row["level"] == "all"][-1]
    assert last["year"] == 2024 and last["low"] <= last["fitted"] <= last["high"]


def test_the_curve_of_bass_is_fitted_on_demand() -> None:
    rows = seen_again()
    assert list(bass_rows(fit_levels(rows, ("implemented",), None))) == []
    (told_, *_) = Result(BASS, tuple(bass_rows(fit_levels(rows, ("implemented",), None, bass=True)))).records()
    assert told_["level"] == "all" and told_["adopters"] >= told_["bounded"] > 8
    assert told_["imitation"] > told_["innovation"] > 0 and 0 < told_["plateau"] <= 1
    assert told_["imitation_low"] <= told_["imitation"] <= told_["imitation_high"]


def test_a_ratio_without_a_bound_is_no_finding() -> None:
    draw = random.Random(1)
    documents = []
    for number, code in enumerate(("510903", "510904", "510921", "510922", "510703", "500101", "510700", "510900", "510000")):
        start = 2013 + draw.randrange(3)
        documents += [told(code, year, name="数字政府") for year in range(2010, start)]
        documents += [told(code, year, "implemented", name="数字政府") for year in range(start, 2018 + number % 2)]
    found = fit_levels(trace(world(*documents), "数字政府").rows, DONE, 2016.9)["all"]
    assert found.hazards is None and found.refusals[-1].reason == "open_ratio"


def test_columns_have_chinese_names() -> None:
    for columns in (MODEL, CURVE, BASS):
        chinese = in_language(Result(columns, ()), "zh").columns
        assert [one for one, other in zip(columns, chinese, strict=True) if one == other] == []


# The command


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("model") / "graph").path


NAME = "相对集中行政许可权改革"


def test_the_report_has_the_model_and_its_refusals(graph: Path) -> None:
    said = run("trace", NAME, "--curve", "--graph", graph).stdout
    assert "The curve that the reports most likely come from" in said
    assert "- all: 0 of 2 adopters have a year known from both sides; a curve needs 8." in said
    assert "- 各级：2 个采纳地区中，只有 0 个的采纳年份前后均有据可查" in run("--lang", "zh", "trace", NAME, "--curve", "--graph", graph).stdout
    assert "The curve that" not in run("trace", NAME, "--graph", graph).stdout


def test_the_curve_is_a_table_and_a_part_of_the_json(graph: Path) -> None:
    done = run("trace", NAME, "--curve", "--graph", graph, "--format", "csv")
    assert tuple(next(csv.reader(io.StringIO(done.stdout)))) == CURVE and "a curve needs 8" in done.stderr
    told_ = json.loads(run("trace", NAME, "--curve", "--graph", graph, "--format", "json").stdout)
    assert told_["tables"]["model"][0]["refused"] == ["few_adopters", "few_years", "single_year"]


def test_bass_is_a_table_and_a_part_of_the_report(graph: Path) -> None:
    done = run("trace", NAME, "--bass", "--graph", graph, "--format", "csv")
    assert tuple(next(csv.reader(io.StringIO(done.stdout)))) == BASS and "a curve needs 8" in done.stderr
    assert "a curve needs 8" in run("trace", NAME, "--curve", "--bass", "--graph", graph).stdout


def test_one_thing_at_a_time(graph: Path) -> None:
    assert "leave the other one out" in sentence(run("trace", NAME, "--curve", "--panel", "--graph", graph))
