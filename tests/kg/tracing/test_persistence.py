"""The network of a graph or a list as a table: its cascades, refusals, notes, and the command."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import numpy as np
import pytest

from kg import network_of_events
from kg.errors import SelectionError
from kg.tracing import cascades as cascades_module
from kg.tracing.cascades import Cascades, Place, cascades_of_graph, cascades_of_list
from kg.tracing.delays import DELAYS
from kg.tracing.event_list import read_events
from kg.tracing.persistence import NETWORK, make_network, steps
from kg.tracing.words import DELAY_NAMES, DONE
from scripts.support.worlds import in_years, planted_cascade, planted_links
from tests.kg.disk.test_directory import publish
from tests.kg.tracing.world import told, world
from tests.test_cli import run, sentence

CITIES = ("成都市", "绵阳市", "德阳市", "遂宁市", "泸州市", "自贡市", "宜宾市", "南充市")


def planted(reforms: int = 30) -> dict[str, dict[str, float]]:
    rng = np.random.default_rng(4)
    links = planted_links(rng, 8, 10)
    return {f"reform {n}": in_years(planted_cascade(rng, links, 0.5)) for n in range(reforms)}


def cascades(times: dict[str, dict[str, float]], untimed: int = 0) -> Cascades:
    places = {key: Place(key) for found in times.values() for key in found}
    return Cascades(times, places, untimed, len(times), False, "prefecture", None)


def test_a_planted_network_is_told_with_what_it_rests_on() -> None:
    found = make_network(cascades(planted()))
    assert (found.delay, found.refusals) == ("years", ())
    assert found.table.columns == NETWORK
    assert len(found.links) == len(found.table) > 3
    assert found.lots and found.lots.p_value < 0.05
    names = [note.name for note in found.notes]
    assert names[0] == "network"
    assert {"network_lots", "network_order", "network_direct", "network_years", "network_basis"} <= set(names)
    said = " ".join(note.text() for note in found.notes)
    assert "That is persistent order, not influence." in said
    assert all(note.text("zh") for note in found.notes)


def test_few_reforms_are_refused() -> None:
    found = make_network(cascades(planted(19)))
    assert [refusal.reason for refusal in found.refusals] == ["few_reforms"]
    assert (found.links, len(found.table), found.rate) == ((), 0, None)
    assert found.notes[-1].text() == (
        "No network: 19 of 19 reforms have two adoptions whose time is known; a network needs 20."
    )


def test_too_many_adoptions_without_a_time_are_refused() -> None:
    times = planted()
    known = sum(map(len, times.values()))
    assert make_network(cascades(times, untimed=known // 3)).refusals == ()
    (refusal,) = make_network(cascades(times, untimed=known)).refusals
    assert refusal.sentence().startswith(f"of {2 * known} adoptions {known} have a time; below 70%")


def test_an_order_by_lot_is_refused() -> None:
    rng = np.random.default_rng(5)
    times = {f"r{n}": {city: float(rng.integers(2010, 2020)) for city in CITIES} for n in range(25)}
    found = make_network(cascades(times))
    assert [refusal.reason for refusal in found.refusals] == ["chance"]
    assert found.lots and found.lots.p_value >= 0.05
    assert "no order persists that chance does not give" in found.notes[-1].text()


def test_a_given_rate_is_taken_and_the_parts_of_the_work_are_told() -> None:
    done: list[int] = []
    found = make_network(cascades(planted()), rate=0.5, advance=done.append)
    assert found.rate == 0.5
    assert "The rate is as given." in [note.text() for note in found.notes]
    assert sum(done) == steps(0.5)
    done.clear()
    make_network(cascades(planted()), "rayleigh", advance=done.append)
    assert sum(done) == steps(None)


def test_every_delay_has_its_name() -> None:
    assert tuple(DELAYS) == DELAY_NAMES


# Of a graph


def test_reforms_of_a_graph_with_two_timed_adoptions() -> None:
    graph = world(
        told("510903", 2015), told("510903", 2016, "pilot", name="河长制"), told("510904", 2015),
        told("510904", 2017), told("510904", 2018, "implemented", name="河长制"), told("510921", 2018, "pilot", name="河长制"),
        told("510903", 2017, "pilot", name="网格员制度"), told("510900", 2015), told("510900", 2016, "pilot", name="河长制"),
    )  # fmt: skip
    found = cascades_of_graph(graph, ["河长制"], DONE, "county")
    ((name, times),) = found.times.items()
    assert name == "河长制"
    assert {found.places[key].name: time for key, time in times.items()} == {"船山区": 2016.0, "安居区": 2018.0}
    assert (found.untimed, found.adoptions, found.level, found.origins) == (1, 2, "county", None)
    assert found.windows and set(found.windows.values()) == {(2016.0, 2017.0), (2016.0, 2018.0)}
    assert len(cascades_of_graph(graph, ["河长制"], DONE, "all").nodes) == 3
    assert cascades_of_graph(graph, [], DONE, "prefecture").times == {}
    with pytest.raises(SelectionError, match="no initiative in this graph"):
        cascades_of_graph(graph, ["河长之制"], DONE, "county")


def test_where_there_are_too_many_regions_origins_are_of_the_province_or_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(cascades_module, "MOST", 3)
    file = tmp_path / "a.csv"
    file.write_text("region,year\n遂宁市,2015\n绵阳市,2016\n深圳市,2017\n广州市,2018\n", encoding="utf-8")
    found = cascades_of_list(read_events(file), [], "prefecture")
    assert found.origins is not None
    assert found.origins["region/510900/遂宁市"] == {"region/510700/绵阳市"}
    assert cascades_module._origins(found.nodes, [("region/510900/遂宁市", "region/440300/深圳市")])["region/510900/遂宁市"] == {
        "region/510700/绵阳市", "region/440300/深圳市",
    }  # fmt: skip
    limited = [note for note in make_network(found).notes if note.name == "network_limited"]
    assert "4 regions are too many for all pairs" in limited[0].text()


# Of a list


def write(file: Path, times: dict[str, dict[str, float]], nodes: dict[str, str]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(["region", "year", "reform"])
        out.writerows((nodes[key], int(time), name) for name, found in times.items() for key, time in found.items())
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    times = {name: {key: time + 2010 for key, time in found.items()} for name, found in planted().items()}
    return write(tmp_path / "cities.csv", times, {f"{n:03}": city for n, city in enumerate(CITIES)})


def test_a_list_of_regions_gives_its_network(file: Path) -> None:
    found = network_of_events(file, level="prefecture")
    assert {row["origin"] for row in found.table.records()} <= set(CITIES)
    assert all(row["origin_code"].startswith("51") for row in found.table.records())
    assert found.delay == "years"
    assert network_of_events(file).refusals[0].reason == "few_reforms"  # it has no province


def test_days_are_points_and_the_first_event_of_a_place_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("region,date\n遂宁市,2016-07-02\n遂宁市,2015-01-01\n绵阳市,2016-07-02\n", encoding="utf-8")
    found = cascades_of_list(read_events(file), [], "prefecture")
    assert found.points
    assert list(found.times["a"].values()) == [2015.0, 2016.5]
    with pytest.raises(SelectionError, match="points and not calendar years"):
        make_network(found, "years")


def test_the_reference_cascades_of_snap_have_an_order_and_the_simulated_ones_of_the_r_package_none(shared: Path) -> None:
    found = network_of_events(shared / "truth" / "netinf_cascades.csv")
    assert (found.delay, found.refusals) == ("exponential", ())
    first = {(row["origin"], row["destination"]) for row in found.table.records()[:8]}
    assert {("23", "0"), ("9", "5")} <= first
    assert network_of_events(shared / "truth" / "netinf_sim_input.csv").refusals[0].reason == "chance"


# The command


def test_the_command_infers_the_network_of_a_list(file: Path, tmp_path: Path) -> None:
    done = run("trace", "--network", "--level", "prefecture", "--events", file, "--format", "csv")
    assert tuple(next(csv.reader(io.StringIO(done.stdout)))) == NETWORK
    assert "persistent order, not influence" in done.stderr
    rows = json.loads(run("trace", "--network", "--level", "prefecture", "--events", file, "--format", "json").stdout)
    assert rows[0]["cascades"] > 1
    target = tmp_path / "network.parquet"
    assert run("trace", "--network", "--level", "prefecture", "--events", file, "-o", target).exit_code == 0
    assert target.stat().st_size > 0


def test_the_command_refuses_the_network_of_a_small_graph(tmp_path: Path) -> None:
    graph = publish(tmp_path / "graph").path
    done = run("trace", "--network", "--graph", graph, "--format", "csv")
    assert "a network needs 20" in done.stderr
    assert "no initiative in this graph" in sentence(run("trace", "--network", "河长之制", "--graph", graph))
    assert "--children does not go" in sentence(run("trace", "--network", "--children", "--graph", graph))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--region", "四川省"), "takes all of its regions"),
        (("--network", "--panel"), "--network is a table of its own"),
        (("--rate", "0"), "0.0 is not in the range"),
    ],
)
def test_what_does_not_go_with_a_network_of_a_list(file: Path, arguments: tuple[str, ...], message: str) -> None:
    assert message in sentence(run("trace", "--network", *arguments, "--events", file))


def test_nodes_have_no_level(tmp_path: Path) -> None:
    file = tmp_path / "n.csv"
    file.write_text("node_name,event_time,cascade_id\na,1,x\nb,2,x\n", encoding="utf-8")
    assert "leave --level" in sentence(run("trace", "--network", "--level", "county", "--events", file))
