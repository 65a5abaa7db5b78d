"""First years in the yearly work reports of 深圳 and its districts, each read in its report and in those before it.

The facts are carried, no sentence is. A first year that changes here is to be read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build.build import build_graph
from kg.model import KnowledgeGraph
from kg.tracing.facts import read_facts
from kg.tracing.order import ORDER, order_rows
from kg.tracing.record import make_record
from kg.tracing.trace import trace
from kg.tracing.words import DONE

pytestmark = pytest.mark.slow
READ = [
    ("秒批", "宝安区", 2018), ("秒批", "龙岗区", 2019), ("秒批", "盐田区", 2019), ("秒批", "罗湖区", 2019),
    ("优化营商环境", "福田区", 2018), ("优化营商环境", "龙岗区", 2018),
    ("放管服改革", "南山区", 2016), ("放管服改革", "盐田区", 2018),
    ("最多跑一次", "福田区", 2018), ("最多跑一次", "龙岗区", 2018), ("最多跑一次", "光明区", 2019),
    ("河长制", "龙岗区", 2017), ("河长制", "南山区", 2017), ("河长制", "盐田区", 2017),
    ("一网通办", "南山区", 2021),
]  # fmt: skip


@pytest.fixture(scope="module")
def graph(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    target = tmp_path_factory.mktemp("shenzhen") / "graph"
    report = build_graph(shared / "corpus" / "work_reports_shenzhen", target)
    assert report.directory is not None
    yield report.directory.graph


@pytest.mark.parametrize(("initiative", "region", "year"), READ)
def test_first_years_that_were_read(graph: KnowledgeGraph, initiative: str, region: str, year: int) -> None:
    (row,) = [row for row in trace(graph, initiative).rows if row.region.properties["name"] == region]
    assert (row.hi, row.bound) == (year, "exact")


def test_superiors_come_first_among_the_exact_cases(graph: KnowledgeGraph) -> None:
    counts: Counter[str] = Counter()
    for node in graph.nodes("Initiative"):
        if not node.properties["discovered"]:
            facts = read_facts(graph, node.key)
            everyone = make_record(facts, DONE)
            rows = (dict(zip(ORDER, row, strict=True)) for row in order_rows(facts, everyone.values(), everyone))
            counts.update(row["order"] for row in rows if row["exact"])
    assert counts["earlier"] >= 2 * counts["later"] > 0


@pytest.mark.parametrize("initiative", ["秒批", "优化营商环境", "放管服改革", "最多跑一次"])
def test_reforms_whose_midpoint_is_told(graph: KnowledgeGraph, initiative: str) -> None:
    curve = trace(graph, initiative).curves()["all"]
    assert curve.midpoint
    assert curve.midpoint.half <= 2


@pytest.mark.parametrize("initiative", ["河长制", "一网通办"])
def test_reforms_whose_curve_is_refused(graph: KnowledgeGraph, initiative: str) -> None:
    curve = trace(graph, initiative).curves()["all"]
    assert curve.midpoint is None
    assert [refusal.reason for refusal in curve.refusals] == ["few_adopters"]
