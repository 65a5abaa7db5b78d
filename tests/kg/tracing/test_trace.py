"""The tables of a trace: origin, adoptions, ranks, lag, order, pace, pilots, and the foot."""

from __future__ import annotations

from typing import Any

import pytest

from kg.disk.parts import SourceDocument
from kg.errors import SelectionError
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from kg.tracing.bars import curve
from kg.tracing.tables import TABLES
from kg.tracing.trace import Trace, trace
from tests.kg.records import document
from tests.kg.tracing.world import GRID, told, world

LICENSING = "相对集中行政许可权改革"  # launched in 2015, began in 2008, both by the reference list


def spread(name: str = GRID) -> KnowledgeGraph:
    """A city in 2017, its districts before, in and after that year, one always silent, one with late reports only."""

    def of(code: str, year: int, *stated: str | tuple[str, str]) -> SourceDocument:
        return told(code, year, *stated, name=name)

    return world(
        of("510000", 2016), of("510900", 2016), of("510900", 2017, "implemented"), of("510900", 2018, "implemented"),
        of("510903", 2014), of("510903", 2015, "pilot"), of("510903", 2018, "completed"),
        of("510904", 2016), of("510904", 2017, "implemented"),
        of("510921", 2017), of("510921", 2019, "implemented"),
        of("510922", 2018, "implemented"),
        of("510703", 2016), of("510703", 2018), of("510703", 2019, "pilot"),
        of("500101", 2018, "planned"),
    )  # fmt: skip


def rows(found: Trace, table: str, *columns: str) -> list[tuple[Any, ...]]:
    records = found[table].records()
    return [tuple(record[column] for column in columns) for record in records]


def notes(found: Trace) -> str:
    return "\n".join(note.text() for note in found.notes)


def test_the_tables_are_those_of_the_contract() -> None:
    assert tuple(trace(spread(), GRID).tables) == TABLES


def test_adoptions_by_year_level_and_bound() -> None:
    found = rows(trace(spread(), GRID), "adoptions", "year", "level", "exact", "interval", "left", "adopters", "cumulative", "observed")
    assert found == [
        (2015, "county", 1, 0, 0, 1, 1, 1),
        (2017, "prefecture", 1, 0, 0, 1, 1, 1),
        (2017, "county", 1, 0, 0, 1, 2, 2),
        (2018, "county", 0, 0, 1, 1, 3, 4),
        (2019, "county", 1, 1, 0, 2, 5, 2),
    ]


def test_only_those_silent_before_have_a_rank_and_one_year_is_one_rank() -> None:
    found = rows(trace(spread(), GRID), "first_adopters", "rank", "region", "year", "bound")
    assert found == [
        (1, "船山区", 2015, "exact"),
        (2, "遂宁市", 2017, "exact"),
        (2, "安居区", 2017, "exact"),
        (None, "射洪县", 2018, "left"),
        (4, "涪城区", 2019, "exact"),
        (4, "蓬溪县", 2019, "interval"),
    ]


def test_the_superior_in_each_order() -> None:
    found = rows(trace(spread(), GRID), "order", "region", "superior", "superior_year", "order", "exact")
    assert found == [
        ("船山区", "遂宁市", 2017, "later", True),
        ("遂宁市", "四川省", None, "silent", False),
        ("安居区", "遂宁市", 2017, "same year", True),
        ("射洪县", "遂宁市", 2017, "earlier", False),
        ("涪城区", "绵阳市", None, "unobserved", False),
        ("蓬溪县", "遂宁市", 2017, "earlier", False),
    ]
    by_level = trace(spread(), GRID)["order_by_level"].records()
    assert by_level[1] == {
        "level": "county", "superior_earlier": 2, "same_year": 1, "superior_later": 1, "silent": 0, "unobserved": 1, "exact_earlier": 0,
        "exact_same_year": 1, "exact_later": 1,
    }  # fmt: skip


def test_lag_before_in_and_after_the_year_of_the_launch() -> None:
    found = trace(spread(LICENSING), LICENSING)
    lags = rows(found, "lag", "region", "launched", "lag", "launch")
    assert lags[:3] == [
        ("船山区", 2015, 0, "same year"), ("遂宁市", 2015, 2, "after"), ("安居区", 2015, 2, "after"),
    ]  # fmt: skip
    early = world(told("510903", 2013), told("510903", 2014, "pilot", name=LICENSING), told("510904", 2018, "pilot", name=LICENSING))
    found = trace(early, LICENSING)
    assert rows(found, "lag", "region", "lag", "launch") == [("船山区", -1, "before"), ("安居区", 3, "after")]
    assert rows(found, "lag_by_level", "before", "same_year", "after", "bounded", "median_lag") == [(1, 0, 1, 1, None)]
    assert rows(found, "first_adopters", "launch") == [("before",), ("after",)]
    assert "1 of 2 adopters state it for a year before the launching document (2015)" in notes(found)


def test_without_a_launching_document_there_is_no_lag_and_the_reason_is_told() -> None:
    found = trace(spread(), GRID)
    assert found["lag"].rows == found["lag_by_level"].rows == ()
    assert f"No launching document is known of {GRID}" in notes(found)


def test_origin_tells_general_knowledge_from_sentences() -> None:
    found = rows(trace(spread(LICENSING), LICENSING), "origin", "what", "place", "year", "launch", "checked", "form")
    assert found == [
        ("first place", "武侯区", 2008, "before", False, None),
        ("launching document", "中央机构编制委员会办公室", 2015, None, False, None),
        ("earliest pilot", "船山区", 2015, "same year", None, LICENSING),
        ("earliest deed", "船山区", 2015, "same year", None, LICENSING),
    ]
    (launch,) = [r for r in trace(spread(LICENSING), LICENSING)["origin"].records() if r["what"] == "launching document"]
    assert launch["date"] == "2015-03-27" and "中央编办发〔2015〕16号" in launch["title"]


def test_the_launching_document_is_shown_with_a_sentence_that_cites_it() -> None:
    text = "船山区2018年工作报告\n按照中央编办发〔2015〕16号文件推行相对集中行政许可权改革。\n"
    citing = document(
        "a.txt", text, head={"title": "船山区2018年工作报告", "region": "510903", "year": 2018},
        policies=[{"number": "中央编办发〔2015〕16号", "year": 2015, "relation": "implements", "surface": "中央编办发〔2015〕16号"}],
        initiatives=[{"name": LICENSING, "surface": LICENSING}],
    )  # fmt: skip
    (launch,) = [r for r in trace(world(citing), LICENSING)["origin"].records() if r["what"] == "launching document"]
    assert launch["quote"] == "按照中央编办发〔2015〕16号文件推行相对集中行政许可权改革。"


def test_pilots_with_and_without_full_practice() -> None:
    found = rows(trace(spread(), GRID), "pilots", "region", "pilot", "full", "years", "last_observed")
    assert found == [("船山区", 2015, 2018, 3, 2018), ("涪城区", 2019, None, None, 2019)]
    assert "1 of 2 regions with a pilot state full practice later, after 3 years in the median." in notes(trace(spread(), GRID))


def test_pace_has_a_median_of_enough_bounded_years_only() -> None:
    columns = ("province", "observed", "adopters", "bounded", "first_year", "median_year", "last_year")
    assert rows(trace(spread(), GRID), "pace", *columns) == [("四川省", 7, 6, 5, 2015, 2017, 2019)]
    few = world(told("510903", 2014), told("510903", 2015, "pilot"), told("510904", 2018, "pilot"))
    assert rows(trace(few, GRID), "pace", *columns) == [("四川省", 2, 2, 1, 2015, None, 2018)]


def test_coverage_is_the_share_of_the_regions_of_the_year() -> None:
    found = rows(trace(spread(), GRID, regions=("遂宁市",)), "coverage", "year", "level", "observed", "regions", "share")
    assert found[0] == (2014, "county", 1, 5, 0.2)
    whole = rows(trace(spread(), GRID), "coverage", "year", "level", "observed", "regions")
    assert whole[0][:3] == (2014, "county", 1) and whole[0][3] > 2800


def test_the_foot_tells_what_the_figures_rest_on() -> None:
    said = notes(trace(spread(), GRID))
    assert "Adopters: 6. Year known exactly: 4; to an interval: 1. By then: 1 state it" in said
    assert "Observed in a single year, that of their only report: 1 of 6 adopters." in said
    assert "In 100 % of 2 later years observed, over all regions of the graph" in said
    assert "An adoption is a first statement of: pilot, implemented, completed" in said


def test_a_region_with_a_rule_alone_is_told() -> None:
    rule = told("510904", 2017, ("implemented", f"本区推进{GRID}。"), kind="law", title=f"安居区{GRID}条例")
    said = notes(trace(world(rule, told("510903", 2018, "pilot")), GRID))
    assert "which counts only with --count laid_down: 1." in said


def test_a_functional_area_is_named_and_not_counted() -> None:
    area = told("510903", 2016, "implemented", title="高新区管理委员会2016年工作报告", area="高新区")
    found = trace(world(area, told("510904", 2016, "implemented")), GRID)
    assert rows(found, "first_adopters", "region") == [("安居区",)]
    assert "not counted as their regions: 高新区 (--with-areas counts them)." in notes(found)


def test_a_functional_area_counts_as_its_region_on_request() -> None:
    area = told("510903", 2016, "implemented", title="高新区管理委员会2016年工作报告", area="高新区")
    with EmbeddedStore(world(area, told("510904", 2016, "implemented"))) as store:
        found = store.trace(GRID, with_areas=True)
    assert rows(found, "first_adopters", "region") == [("船山区",), ("安居区",)]
    assert "counted as their regions' (--with-areas): 高新区." in notes(found)
    assert [(row.region.properties["name"], tuple(row.observed)) for row in found.rows] == [("船山区", ()), ("安居区", (2016,))]


def test_nothing_adopted() -> None:
    found = trace(world(told("510903", 2016), told("510904", 2017, "planned")), GRID)
    assert found["first_adopters"].rows == found["adoptions"].rows == found["order"].rows == ()
    assert "No region of those shown states an adoption that counts" in notes(found)
    assert list(curve(found.rows, None)) == []


def test_the_country_launches_and_adopts_nothing() -> None:
    national = told("510903", 2016, ("implemented", f"全国推进{GRID}。"), of="100000")
    found = trace(world(national, told("510903", 2018, "pilot")), GRID)
    assert rows(found, "first_adopters", "region") == [("船山区",)]
    assert ("中国", 2016) in rows(found, "record", "region", "hi")


def test_a_store_gives_the_same_tables_as_data_frames() -> None:
    with EmbeddedStore(spread()) as store:
        found = store.trace(GRID)
        frames = found.to_dataframes()
    assert set(frames) == set(TABLES)
    assert list(frames["record"].columns) == list(found["record"].columns)
    with pytest.raises(SelectionError, match="a trace has no table curve; it has origin"):
        found["curve"]
