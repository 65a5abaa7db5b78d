"""The trace of a list of events, which cannot be silent: record, panel, order by dates, curve."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from cypher.elements import Node
from kg import trace_events
from kg.errors import SelectionError
from kg.tracing.record import Row
from kg.tracing.trace import Trace
from tests.test_cli import run, sentence

LIST = """region,date,reform
四川省,2018-06-01,条例
遂宁市,2018-03-01,条例
绵阳市,2018-09-01,条例
船山区,2020,条例
安居区,,条例
射洪县,2016,条例
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "条例.csv"
    found.write_text(LIST, encoding="utf-8")
    return found


def by_name(found: Trace) -> dict[str, Row]:
    return {row.region.properties["name"]: row for row in found.rows}


def test_each_region_is_without_it_until_its_year(file: Path) -> None:
    found = by_name(trace_events(file))
    assert {name: (row.lo, row.hi, row.bound) for name, row in found.items()} == {
        "四川省": (2017, 2018, "exact"), "遂宁市": (2017, 2018, "exact"), "绵阳市": (2017, 2018, "exact"),
        "船山区": (2019, 2020, "exact"), "安居区": (2020, None, "right"), "射洪县": (2015, 2016, "exact"),
    }  # fmt: skip
    assert found["安居区"].observed == (2015, 2016, 2017, 2018, 2019, 2020)


def test_the_list_has_no_silence(file: Path) -> None:
    found = trace_events(file)
    assert found.rate == 1.0
    assert {row["p_missed"] for row in found["record"].records()} == {0.0, None}
    assert [note.name for note in found.notes] == ["listed"]
    assert "5 have it, 1 have it not by 2020" in found.notes[0].text()


def test_within_a_year_dates_tell_who_was_first(file: Path) -> None:
    order = {row["region"]: (row["order"], row["exact"]) for row in trace_events(file)["order"].records()}
    assert order["遂宁市"] == ("later", True)
    assert order["绵阳市"] == ("earlier", True)
    assert order["船山区"] == ("earlier", True)


def test_regions_that_the_list_does_not_name_are_nowhere(file: Path) -> None:
    panel = trace_events(file).panel().records()
    assert {row["region"] for row in panel} == {"四川省", "遂宁市", "绵阳市", "船山区", "安居区", "射洪县"}
    assert sum(row["event"] for row in panel) == 5
    assert all(row["observed"] == 1 for row in panel)
    assert [row["year"] for row in panel if row["region"] == "安居区"] == [2015, 2016, 2017, 2018, 2019, 2020]


def test_what_comes_after_the_years_is_not_known_and_what_came_before_is_there_by_then(file: Path) -> None:
    found = by_name(trace_events(file, years=(2017, 2019)))
    assert (found["船山区"].hi, found["船山区"].observed[-1]) == (None, 2019)
    assert (found["射洪县"].hi, found["射洪县"].lo, found["射洪县"].bound) == (2016, None, "unobserved")
    with pytest.raises(SelectionError, match="no event up to 2010"):
        trace_events(file, years=(2000, 2010))


def test_regions_and_successors_are_chosen_as_in_a_graph(file: Path) -> None:
    assert set(by_name(trace_events(file, regions=("遂宁市",)))) == {"遂宁市", "船山区", "安居区", "射洪县"}
    assert "射洪市" in by_name(trace_events(file, join_successors=True))


def test_the_tree_of_a_list_needs_adopters(file: Path) -> None:
    tree = trace_events(file).tree()
    assert tree.candidates == ()
    assert "5 of 5 adopters are known well enough to have been without it before; rates need 8" in tree.notes[-1].text()


# The regulations on civil conduct, 220 regions with their days


@pytest.fixture(scope="module")
def conduct(shared: Path) -> Path:
    return shared / "truth" / "conduct_regulations.csv"


def test_the_regulations_on_civil_conduct_given_as_a_list(conduct: Path) -> None:
    found = trace_events(conduct)
    curve = found.curves()["all"]
    assert (len(found.rows), curve.adopters, curve.naming, curve.refusals) == (220, 220, None, ())
    assert curve.midpoint
    assert 2020.3 <= curve.midpoint.value <= 2020.7
    assert 0.15 <= curve.midpoint.half <= 0.30
    (cities,) = [row for row in found["order_by_level"].records() if row["level"] == "prefecture"]
    assert (cities["superior_later"], cities["superior_earlier"], cities["same_year"]) == (12, 36, 0)


def test_cut_at_2018_the_list_has_no_plateau(conduct: Path) -> None:
    curve = trace_events(conduct, years=(0, 2018)).curves()["all"]
    assert [refusal.reason for refusal in curve.refusals] == ["plateau"]
    assert curve.plateau is None


def test_a_list_has_no_region_twice_under_one_key(conduct: Path) -> None:
    keys = [row.region for row in trace_events(conduct).rows]
    assert len(set(keys)) == len(keys)
    assert all(isinstance(key, Node) for key in keys)


# The command


def test_the_command_traces_a_list_without_a_graph(file: Path, tmp_path: Path) -> None:
    done = run("trace", "--events", file)
    assert "█ in the list since the year" in done.stdout
    assert "taken as complete for the regions that it names" in done.stdout
    assert "清单 条例.csv" in run("--lang", "zh", "trace", "--events", file).stdout
    panel = run("trace", "条例", "--events", file, "--panel", "--format", "csv", "--as-of", 2018)
    assert {row["year"] for row in csv.DictReader(io.StringIO(panel.stdout))} == {"2015", "2016", "2017", "2018"}
    cascade = run("trace", "--events", file, "--cascade", "--format", "csv").stdout.splitlines()
    assert cascade[:3] == ["node_name,event_time,cascade_id", "510922,2016,条例", "510900,2018,条例"]
    assert run("trace", "--events", file, "--tree", "--format", "csv").stdout.startswith("destination,destination_code")


def test_rows_left_out_are_counted_and_named_on_stderr(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("region,year\n四川省,2019\n射洪县,2022\n鼓楼区,2020\n", encoding="utf-8")
    said = run("trace", "--events", file, "--format", "csv").stderr
    assert "name no region of their year: 1 (射洪县 (2022, row 3))" in said
    assert "several regions are so called; give a code or a province: 1 (鼓楼区 (2020, row 4))" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--children",), "a list of --events takes --region, --years, --as-of and --join-successors only"),
        (("--count", "pilot"), "a list of --events takes"),
        (("--min-confidence", "0.5"), "a list of --events takes"),
        (("--graph", "out"), "--events takes the place of a graph"),
        (("--html", "-o", "a.html"), "--html draws the sentences of a graph"),
        (("--curve", "--tree"), "leave the other one out"),
        (("--level", "county"), "go with --network"),
        (("甲", "乙"), "one initiative at a time, or --network over 2"),
        (("甲",), "has no 甲; it has: 条例"),
    ],
)
def test_what_does_not_go_with_a_list(file: Path, arguments: tuple[str, ...], message: str) -> None:
    assert message in sentence(run("trace", *arguments, "--events", file))
