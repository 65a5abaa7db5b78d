"""Only what is sure enough: asked of a subgraph, and of the rows of a query."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg import build_graph, open_graph
from kg.cli import main
from kg.measured.rules import rule_confidence
from kg.stores.embedded import EmbeddedStore
from kg.subgraph.select import select
from kg.subgraph.selection import Selection

TEXT = """射洪市人民政府关于2018年法治政府建设情况的报告
遂宁市人民政府：
现将有关情况报告如下。
一、主要做法
全面推行容缺受理，群众办事更加省心。推行“暖心办”政务服务模式。
2018年6月12日，射洪市行政审批局挂牌成立。
射洪市人民政府
2019年1月20日
"""
QUESTION = "MATCH (:Region)-[a:ADOPTED]->(i:Initiative) RETURN DISTINCT i.name AS name"


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sure")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    build_graph([folder / "a.txt"], folder / "graph", workers=1)
    return folder / "graph"


@pytest.fixture(scope="module")
def store(directory: Path) -> EmbeddedStore:
    opened = open_graph(directory)
    assert isinstance(opened, EmbeddedStore)
    return opened


def confidences(store: EmbeddedStore, least: float | None) -> list[float | None]:
    chosen = select(store, Selection(min_confidence=least)).graph
    return [edge.properties.get("confidence") for edge in chosen.relationships("ADOPTED")]


def test_statements_below_are_left_out(store: EmbeddedStore) -> None:
    every = confidences(store, None)
    known = [each for each in every if each is not None]
    between = sorted(known)[len(known) // 2]
    assert min(known) < between
    assert confidences(store, between) == [each for each in every if each is not None and each >= between]
    assert confidences(store, 0) == known


def test_a_statement_without_a_figure_is_not_sure(store: EmbeddedStore) -> None:
    sure = select(store, Selection(min_confidence=0.0)).graph
    stated = [edge for edge in store.graph.relationships("STATED_IN") if edge.start.startswith("event/")]
    assert stated, "the text states an event"
    for edge in stated:
        assert (sure.node(edge.start) is not None) == (edge.properties["rule"] in rule_confidence())


def test_what_nobody_read_from_a_sentence_stays(store: EmbeddedStore) -> None:
    everything, sure = (select(store, Selection(min_confidence=least)).graph for least in (None, 1.0))
    for kind in ("PART_OF", "ISSUED_BY", "REPORTS_ON"):
        assert len(list(sure.relationships(kind))) == len(list(everything.relationships(kind))), kind
    assert not list(sure.relationships("ADOPTED"))


def test_a_query_asks_only_what_is_sure(directory: Path) -> None:
    ask = ["query", QUESTION, "--graph", str(directory), "--format", "csv"]
    runner = CliRunner()
    everything = runner.invoke(main, ask).stdout.split()
    sure = runner.invoke(main, [*ask, "--min-confidence", "0.9"]).stdout.split()
    assert "容缺受理" in everything and "容缺受理" in sure
    assert any("暖心办" in name for name in everything)
    assert not any("暖心办" in name for name in sure)


def test_what_is_asked_for_must_be_a_share(directory: Path) -> None:
    done = CliRunner().invoke(main, ["query", QUESTION, "--graph", str(directory), "--min-confidence", "2"])
    assert done.exit_code == 2 and "0<=x<=1" in done.stderr


def test_writing_is_refused(directory: Path) -> None:
    asked = ["query", QUESTION, "--graph", str(directory), "--min-confidence", "0.9", "--write"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 2 and "leave --write out" in done.stderr
