"""The profile of a region: adoptions with bounds, innovativeness, what else is kept of it, two side by side."""

from __future__ import annotations

from typing import Any

import pytest

from kg.disk.parts import SourceDocument
from kg.errors import SelectionError
from kg.model import KnowledgeGraph
from kg.profile.profile import Profile, profile
from kg.stores.embedded import EmbeddedStore
from tests.kg.records import document
from tests.kg.tracing.world import GRID, PLACES, told, world

RIVERS, ONLINE = "河长制", "一网通办"


def district(code: str, **years: tuple[str, ...]) -> list[SourceDocument]:
    """Reports of a region: ``_2015=(RIVERS,)`` is one on 2015 that states that reform as implemented."""
    found = []
    for year, names in ((int(key[1:]), names) for key, names in years.items()):
        found += [told(code, year, *(["implemented"] if name else []), name=name or GRID, title=f"{PLACES[code]}{year}年{name}报告")
                  for name in names or ("",)]  # fmt: skip
    return found


def two() -> KnowledgeGraph:
    """船山区 has both reforms, one exactly; 安居区 the same two the other way round, and a local one."""
    return world(
        *district("510903", _2014=(), _2015=(RIVERS,), _2016=(), _2017=(RIVERS,), _2018=(ONLINE,)),
        *district("510904", _2016=(ONLINE,), _2017=(), _2018=(RIVERS,), _2019=(GRID,)),
        *district("510921", _2017=(ONLINE, RIVERS)),
    )


def rows(found: Profile, table: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(record[column] for column in columns) for record in found[table].records()]


def notes(found: Profile) -> str:
    return "\n".join(note.text() for note in found.notes)


def test_adoptions_by_year_with_bound_and_sentence_local_names_last() -> None:
    found = profile(two(), "安居区")
    assert rows(found, "adopted", "initiative", "listed", "year", "lo", "bound", "stage") == [
        (ONLINE, True, 2016, None, "left", "implemented"),
        (RIVERS, True, 2018, 2017, "exact", "implemented"),
        (GRID, False, 2019, 2018, "exact", "implemented"),
    ]
    assert found["adopted"].column("quote")[1] == "安居区2018年0推进河长制。"
    assert "2 reforms of the reference list adopted, and 1 under local names. Of the list, year known exactly: 1" in notes(found)
    assert "安居区: reports on 4 years (2016–2019)" in notes(found)


def test_a_plan_is_shown_behind_what_is_done_and_counts_on_request() -> None:
    graph = world(told("510903", 2016, "planned", name=RIVERS), told("510903", 2017, "implemented", name=ONLINE))
    columns = ("initiative", "year", "bound", "stage", "first_planned")
    assert rows(profile(graph, "510903"), "adopted", *columns) == [
        (ONLINE, 2017, "exact", "implemented", None),
        (RIVERS, None, "right", "planned", 2016),
    ]
    counted = profile(graph, "510903", count=("planned", "implemented"))
    assert rows(counted, "adopted", *columns)[0] == (RIVERS, 2016, "left", "planned", 2016)


def test_innovativeness_is_of_what_any_region_had_by_then_in_observed_years() -> None:
    assert rows(profile(two(), "船山区"), "innovativeness", "year", "adopted", "could", "share", "newly") == [
        (2014, 0, 0, None, 0),
        (2015, 1, 1, 1.0, 1),
        (2016, 1, 2, 0.5, 0),
        (2017, 1, 2, 0.5, 0),
        (2018, 2, 2, 1.0, 1),
    ]
    assert profile(two(), "安居区")["innovativeness"].column("could") == [2, 2, 2, 2]  # the local reform is nobody else's


def test_the_country_launches_and_is_no_innovator() -> None:
    national = told("510903", 2016, ("implemented", f"全国推进{RIVERS}。"), of="100000", name=RIVERS)
    found = profile(world(national, told("510903", 2017)), "中国")
    assert found["adopted"].column("initiative") == [RIVERS] and found["innovativeness"].rows == ()
    assert profile(world(national, told("510903", 2017)), "船山区")["innovativeness"].column("could") == [0, 0]


def test_a_rule_makes_no_year_observed() -> None:
    rule = told("510903", 2016, "implemented", kind="law", title="船山区河长制条例", name=RIVERS)
    found = profile(world(rule, told("510903", 2018, "implemented", name=RIVERS)), "船山区")
    assert found["innovativeness"].column("year") == [2018]
    assert rows(found, "adopted", "year", "bound", "first_laid_down") == [(2018, "left", 2016)]


def test_two_regions_side_by_side_tell_who_was_first_and_how_surely() -> None:
    found = profile(two(), "船山区", "安居区")
    assert rows(found, "side_by_side", "initiative", "year", "bound", "other_year", "other_bound", "first", "exact", "apart") == [
        (RIVERS, 2015, "exact", 2018, "exact", "船山区", True, True),
        (ONLINE, 2018, "exact", 2016, "left", "安居区", False, True),
    ]
    assert rows(found, "order", "first", "initiatives", "exact", "apart") == [
        ("船山区", 1, 1, 1), ("same year", 0, 0, 0), ("安居区", 1, 0, 1), ("only 船山区", 0, 0, 0), ("only 安居区", 0, 0, 0)
    ]  # fmt: skip
    assert set(found["innovativeness"].column("region")) == {"船山区", "安居区"}


def test_who_reports_later_is_not_surely_later() -> None:
    graph = world(*district("510903", _2015=(RIVERS,)), *district("510904", _2018=(RIVERS,)))
    assert rows(profile(graph, "船山区", "安居区"), "side_by_side", "first", "exact", "apart") == [("船山区", False, False)]


def test_the_only_one_is_told_of_listed_reforms() -> None:
    graph = world(*district("510903", _2015=(RIVERS,), _2016=(GRID,)), *district("510904", _2018=()))
    assert rows(profile(graph, "安居区", "船山区"), "side_by_side", "initiative", "first") == [(RIVERS, "only 船山区")]


def test_what_became_of_a_region_is_one_with_it_on_request() -> None:
    PLACES["510981"] = "射洪市"
    graph = world(*district("510922", _2016=(), _2017=(RIVERS,)), *district("510981", _2020=(RIVERS, ONLINE)))
    assert rows(profile(graph, "射洪市"), "adopted", "initiative", "year", "bound") == [(ONLINE, 2020, "left"), (RIVERS, 2020, "left")]
    with pytest.raises(SelectionError, match=r"射洪 is several regions: 射洪县 \(510922\), 射洪市 \(510981\); name one"):
        profile(graph, "射洪")
    assert profile(graph, "射洪县").regions == ("射洪县 (510922)",)  # nothing is told of the one with an older code
    joined = profile(graph, "射洪县", join_successors=True)
    assert joined.regions == ("射洪市 (510981)",)
    assert rows(joined, "adopted", "initiative", "year", "bound") == [(RIVERS, 2017, "exact"), (ONLINE, 2020, "interval")]
    assert joined["documents"].column("year") == [2016, 2017, 2020, 2020]
    assert "射洪市 stands for 射洪县 (510922), " in notes(joined)


def kept() -> KnowledgeGraph:
    text = "船山区2018年工作报告\n2018年5月，船山区行政审批局挂牌成立。\n网上办理率达85%。\n2019年网上办理率达92%。\n力争网上办理率达99%。\n"
    figure = {"indicator": "网上办理率", "unit": "%", "region": "510903", "initiative": ONLINE}
    return world(
        document(
            "2018/船山区.txt", text, head={"title": "船山区2018年工作报告", "region": "510903", "year": 2018, "date": "2019-01-20"},
            agencies=[{"name": "船山区行政审批局", "region": "510903", "kind": "行政审批局", "surface": "船山区行政审批局"}],
            events=[{"kind": "established", "subject": "船山区行政审批局", "region": "510903", "date": "2018-05",
                     "evidence": "2018年5月，船山区行政审批局挂牌成立。"}],
            measurements=[
                figure | {"value": 85.0, "year": 2018, "evidence": "网上办理率达85%。"},
                figure | {"value": 92.0, "year": 2019, "evidence": "2019年网上办理率达92%。"},
                figure | {"value": 99.0, "year": 2020, "target": True, "evidence": "力争网上办理率达99%。"},
            ],
        )
    )  # fmt: skip


def test_agencies_documents_events_and_figures_in_short() -> None:
    found = profile(kept(), "船山区")
    assert rows(found, "agencies", "agency", "documents", "first_year") == [("船山区行政审批局", 1, 2018)]
    assert rows(found, "documents", "year", "date", "kind", "observes", "file") == [
        (2018, "2019-01-20", "report", True, "2018/船山区.txt")
    ]
    assert rows(found, "events", "date", "kind", "name") == [("2018-05", "established", "船山区行政审批局")]
    assert rows(found, "figures", "indicator", "figures", "first_year", "first_value", "last_year", "last_value") == [
        ("网上办理率", 2, 2018, 85.0, 2019, 92.0)  # the target is none
    ]


def test_years_and_confidence_narrow_it() -> None:
    found = profile(kept(), "船山区", years=(2019, 2020))
    assert rows(found, "figures", "figures", "last_year") == [(1, 2019)]
    assert found["events"].rows == found["documents"].rows == found["innovativeness"].rows == ()
    assert "no report, work report or year's plan" in notes(found)
    assert rows(profile(two(), "船山区", years=(2016, 2017)), "adopted", "initiative", "year", "bound") == [(RIVERS, 2017, "exact")]


def test_wrong_names_are_answered_in_one_sentence() -> None:
    with pytest.raises(SelectionError, match="no region in this graph is called 船山县; nearest: 船山区"):
        profile(two(), "船山县")
    with pytest.raises(SelectionError, match="船山区 and 510903 are the same region"):
        profile(two(), "船山区", "510903")
    with pytest.raises(SelectionError, match="done is no stage to count"):
        profile(two(), "船山区", count=("done",))
    with pytest.raises(SelectionError, match="this profile has no table order"):
        profile(two(), "船山区")["order"]


def test_a_store_gives_the_same_tables_as_data_frames() -> None:
    with EmbeddedStore(two()) as store:
        found = store.profile("船山区", "安居区")
    assert list(found.to_dataframes())[:2] == ["order", "side_by_side"]
