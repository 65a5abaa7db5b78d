"""The panel, the dyads and the cascade: risk sets, gaps, what surrounds a region; what is no non-adoption."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cypher.elements import Node, Relationship
from cypher.results import Result
from kg.disk.rows import read_rows
from kg.errors import InputError, SelectionError
from kg.model import KnowledgeGraph
from kg.tracing import dyads
from kg.tracing.background import Launch, Superiors
from kg.tracing.covariates import join
from kg.tracing.facts import Facts
from kg.tracing.panel import COLUMNS, panel_rows
from kg.tracing.record import make_record
from kg.tracing.statements import Statement
from kg.tracing.trace import Trace, trace
from tests.kg.disk.test_directory import publish
from tests.kg.tracing.test_trace import LICENSING, spread
from tests.kg.tracing.world import GRID, told, world
from tests.test_cli import run, sentence


def panel(graph: KnowledgeGraph, *columns: str, name: str = GRID, **options: Any) -> dict[str, list[tuple[Any, ...]]]:
    """By region, the rows of the panel."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in trace(graph, name, **options).panel().records():
        found.setdefault(row["region"], []).append(tuple(row[column] for column in columns))
    return found


RISK = ("year", "observed", "gap", "event", "at_risk")


def test_a_region_is_at_risk_from_its_second_report_to_its_adoption() -> None:
    graph = world(told("510903", 2015), told("510903", 2016), told("510903", 2017, "pilot"), told("510903", 2018))
    assert panel(graph, *RISK)["船山区"] == [(2015, 1, None, 0, 0), (2016, 1, 1, 0, 1), (2017, 1, 1, 1, 1)]


def test_a_year_without_a_report_is_at_no_risk_and_the_next_report_has_its_gap() -> None:
    graph = world(told("510903", 2014), told("510903", 2017, "pilot"))
    assert panel(graph, *RISK)["船山区"] == [
        (2014, 1, None, 0, 0), (2015, 0, None, None, 0), (2016, 0, None, None, 0), (2017, 1, 3, 1, 1),
    ]  # fmt: skip


def test_a_year_with_a_regulation_only_is_no_non_adoption() -> None:
    rule = told("510903", 2015, kind="law", title="船山区河道管理条例")
    graph = world(told("510903", 2014), rule, told("510903", 2016), told("510904", 2016, "pilot"))
    assert panel(graph, *RISK)["船山区"] == [(2014, 1, None, 0, 0), (2015, 0, None, None, 0), (2016, 1, 2, 0, 1)]


def test_a_region_whose_reports_stop_leaves_the_risk_set() -> None:
    graph = world(told("510904", 2014), told("510904", 2015), told("510903", 2014), told("510903", 2019, "pilot"))
    assert panel(graph, *RISK)["安居区"] == [(2014, 1, None, 0, 0), (2015, 1, 1, 0, 1)]


def test_an_adoption_told_later_is_the_event_of_the_next_report() -> None:
    graph = world(told("510903", 2014), told("510903", 2018, "implemented", said=2016))
    assert panel(graph, *RISK)["船山区"][-1] == (2018, 1, 4, 1, 1)


def test_an_adoption_after_the_last_report_has_no_event() -> None:
    other = told("510900", 2018, ("implemented", f"船山区推进{GRID}。"), of="510903")
    graph = world(told("510903", 2014), told("510903", 2015), other)
    assert panel(graph, *RISK)["船山区"] == [(2014, 1, None, 0, 0), (2015, 1, 1, 0, 1)]


def test_who_had_it_in_the_first_report_is_absent_and_counted() -> None:
    graph = world(told("510903", 2015, "pilot"), told("510903", 2016), told("510904", 2015), told("510904", 2016, "pilot"))
    assert set(panel(graph, "year")) == {"安居区"}


def test_what_surrounds_a_region_is_that_of_the_year_before() -> None:
    found = panel(spread(LICENSING), "year", "superior_adopted", "siblings_share", "siblings_observed", "country_launched",
                  name=LICENSING)  # fmt: skip
    # 蓬溪县: its city has it from 2017 on; beside it 船山区 from 2015, 安居区 from 2017, 射洪县 from 2018
    assert found["蓬溪县"] == [(2017, 0, 0.3333, 3, 1), (2018, 1, 0.6667, 3, 1), (2019, 1, 1.0, 3, 1)]
    assert found["船山区"][:2] == [(2014, None, 0.0, 3, 0), (2015, None, 0.0, 3, 1)]


def test_a_superior_without_a_report_by_then_is_not_known() -> None:
    assert {row[0] for row in panel(spread(), "superior_adopted")["涪城区"]} == {None}
    assert panel(spread(), "country_launched")["涪城区"][0] == (None,)


def test_bound_and_the_chance_of_an_older_adoption() -> None:
    graph = world(
        told("510903", 2015), told("510903", 2016), told("510903", 2017, "pilot"), told("510903", 2018),
        told("510903", 2019, "implemented"), told("510904", 2016),
    )  # fmt: skip
    assert panel(graph, "bound", "p_missed")["船山区"] == [("exact", 0.25)] * 3
    assert panel(graph, "bound", "p_missed")["安居区"] == [("right", None)]


def test_regions_that_are_not_shown_are_still_around() -> None:
    assert panel(spread(), "siblings_observed", regions=("蓬溪县",)) == {"蓬溪县": [(3,)] * 3}


# A world in which every region is observed in every year, so that the coefficients behind it must come back


TRUE = np.array([-2.6, 0.8, 1.2, 0.7])  # intercept, superior adopted, share of siblings, country launched
YEARS = range(2010, 2025)


def simulated(seed: int) -> Facts:
    """Ten cities with 25 counties each, adopting by a complementary log-log hazard."""
    draw = random.Random(seed)
    cities = [f"region/51{c:02d}00/city{c}" for c in range(10, 20)]
    levels = dict.fromkeys(cities, "prefecture")
    above = {}
    for city in cities:
        for n in range(25):
            county = f"region/{city[7:11]}{n + 1:02d}/county{city[7:11]}{n}"
            levels[county], above[county] = "county", city
    adopted: dict[str, int] = {}
    for year in YEARS[1:]:
        for key in levels:
            beside = [k for k in levels if above.get(k) == above.get(key) and k != key]
            share = sum(adopted.get(k, 9999) < year for k in beside) / len(beside)
            superior = float(key in above and adopted.get(above[key], 9999) < year)
            eta = TRUE @ [1, superior, share, float(year >= 2017)]
            if key not in adopted and draw.random() < 1 - np.exp(-np.exp(eta)):
                adopted[key] = year
    nodes = {k: Node(k, "Region", {"key": k, "name": k, "code": k[7:13], "level": level}) for k, level in levels.items()}
    top = "region/510000/province"
    nodes[top] = Node(top, "Region", {"key": top, "name": "p", "code": "510000", "level": "province"})
    edges = [Relationship(k, "PART_OF", k, above.get(k, top), {}) for k in levels]
    stated = tuple(
        Statement(k, k, "initiative/x", "implemented", year, None, "d", year, "", False)
        for k, year in sorted(adopted.items(), key=lambda item: item[1])
    )
    launch = Node("policy/x", "Policy", {"year": 2017})
    return Facts(
        name="x", parts=(), part_count=0, regions=nodes, shown=None, documents={}, statements=stated, undated=0, areas=(), areas_joined=(),
        observed=dict.fromkeys(levels, tuple(YEARS)), heirs={}, joined=False, superiors=Superiors(edges),
        launches=(Launch("l", launch, None, None),), origins=(),
    )  # fmt: skip


def fit(facts: Facts) -> tuple[Any, Any]:
    """Coefficients of a complementary log-log model of the panel and their standard errors, by Newton's steps."""
    everyone = make_record(facts, ("implemented",))
    records = Result(COLUMNS, tuple(panel_rows(facts, everyone.values(), everyone, None))).records()
    rows = [row for row in records if row["at_risk"]]
    x = np.array([[1, row["superior_adopted"] or 0, row["siblings_share"], row["country_launched"]] for row in rows])
    y = np.array([row["event"] for row in rows])
    offset = np.log([row["gap"] for row in rows])
    beta = np.array([-2.0, 0, 0, 0])
    for _ in range(50):
        rate = np.exp(x @ beta + offset)
        p = 1 - np.exp(-rate)
        weight = rate**2 * (1 - p) / p
        step = np.linalg.solve((x.T * weight) @ x, x.T @ ((y - p) * rate / p))
        beta = beta + step * min(1, 0.5 / np.abs(step).max())  # no leaps: a rate beyond all bounds has no way back
        if np.abs(step).max() < 1e-8:
            break
    return beta, np.sqrt(np.diag(np.linalg.inv((x.T * weight) @ x)))


@pytest.mark.slow
def test_the_coefficients_behind_a_world_come_back() -> None:
    fits = [fit(simulated(seed)) for seed in range(100, 120)]
    inside = sum(np.abs(beta - TRUE) <= 1.96 * error for beta, error in fits)
    assert (inside >= 16).all(), inside


# Dyads and cascade


def test_dyads_are_regions_at_risk_against_all_others() -> None:
    found = {
        (row["origin_code"], row["destination_code"], row["year"]): row for row in trace(spread(), GRID).dyads().records()
    }
    told_ = found["510900", "510921", 2019]
    assert told_ == {
        "origin_code": "510900", "destination_code": "510921", "year": 2019, "event": 1, "gap": 2, "origin_adopted": 1,
        "same_province": 1, "same_level": 0, "origin_is_superior": 1, "origin_is_below": 0, "siblings": 0,
    }  # fmt: skip
    assert found["510903", "510921", 2019]["siblings"] == 1 and found["510921", "510900", 2017]["origin_is_below"] == 1
    assert found["500101", "510921", 2019]["same_province"] == 0
    assert not any(origin == destination for origin, destination, _ in found)
    assert ("510900", "510921", 2018) not in found


def test_too_many_dyads_are_refused_with_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dyads, "MOST", 20)
    with pytest.raises(SelectionError, match=r"rows of dyads are more than 20; narrow them"):
        trace(spread(), GRID).dyads()


def test_a_cascade_has_only_times_that_are_bounded() -> None:
    assert list(trace(spread(), GRID).cascade()) == [
        ("510903", 2015, GRID), ("510900", 2017, GRID), ("510904", 2017, GRID), ("510703", 2019, GRID), ("510921", 2019, GRID),
    ]  # fmt: skip
    assert trace(spread(), GRID).cascade().columns == ("node_name", "event_time", "cascade_id")


# Covariates


@pytest.fixture(scope="module")
def found() -> Trace:
    return trace(spread(), GRID)


def test_covariates_are_joined_by_code_and_year(found: Trace, tmp_path: Path) -> None:
    file = tmp_path / "economy.csv"
    file.write_text("code,year,gdp,type\n510903,2015,12.5,a\n510903,2014,11,b\n510903,1999,1,c\n", encoding="utf-8-sig")
    joined = join(found.panel(), file)
    rows = [(row["year"], row["gdp"], row["type"]) for row in joined.table.records() if row["code"] == "510903"]
    assert rows == [(2014, 11, "b"), (2015, 12.5, "a")]
    assert (joined.unused, joined.missing) == (1, len(found.panel()) - 2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("code,year,bound\n510903,2015,1\n", "columns that the panel has already: bound"),
        ("code,year,gdp\n510903,2015,1\n510903,2015,2\n", "row 3: 510903 has two rows for 2015"),
        ("code,gdp\n510903,1\n", "row 2: code or year is missing"),
        ("code,year,gdp\n510903,2015年,1\n", "row 2: code or year is missing or no number"),
    ],
)
def test_covariates_that_cannot_be_joined_are_refused(found: Trace, tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "c.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        join(found.panel(), file)


def test_a_file_of_covariates_that_is_none(found: Trace, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read as a table: No such file"):
        join(found.panel(), tmp_path / "none.csv")


# The command


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("panel") / "graph").path


def test_the_panel_goes_out_as_csv_and_as_parquet(graph: Path, tmp_path: Path) -> None:
    done = run("trace", "一网通办", "--panel", "--graph", graph, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert tuple(rows[0]) == COLUMNS
    assert "reformkg: The panel has 2 regions, 0 years at risk and 0 adoptions in 2 rows" in done.stderr
    target = tmp_path / "panel.parquet"
    assert run("trace", "一网通办", "--panel", "--graph", graph, "-o", target).exit_code == 0
    assert [str(row["year"]) for row in read_rows(target)] == [row["year"] for row in rows]
    first = target.read_bytes()
    run("trace", "一网通办", "--panel", "--graph", graph, "-o", target)
    assert target.read_bytes() == first


def test_covariates_that_meet_nothing_are_counted(graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "gdp.csv"
    file.write_text("code,year,gdp\n510903,2018,7\n510903,1999,1\n", encoding="utf-8")
    done = run("trace", "一网通办", "--panel", "--covariates", file, "--graph", graph, "--format", "jsonl")
    assert '"gdp": 7' in done.stdout
    assert "1 rows of gdp.csv meet no row of the panel, 1 rows of the panel have none in it" in done.stderr


def test_one_table_at_a_time(graph: Path) -> None:
    assert run("trace", "一网通办", "--cascade", "--graph", graph, "--format", "csv").stdout.startswith("node_name,event_time")
    assert run("trace", "一网通办", "--dyads", "--graph", graph, "--format", "csv").stdout.startswith("origin_code,")
    assert "name one table" in sentence(run("trace", "一网通办", "--table", "lag", "--panel", "--graph", graph))
    assert "--covariates goes with --panel" in sentence(run("trace", "一网通办", "--covariates", "a.csv", "--graph", graph))
