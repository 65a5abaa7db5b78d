"""How far a statement can be trusted: told with it, by cases and by what a judge heard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import build_graph, open_graph
from kg.measured.rules import FEWEST, judged_cases, rule_confidence
from kg.stores.embedded import EmbeddedStore
from kg.trust import cases_of
from kg.why import explain
from ontology.rules import Rule

TEXT = """射洪市人民政府关于2018年法治政府建设情况的报告
遂宁市人民政府：
现将有关情况报告如下。
一、主要做法
全面推行容缺受理，办结审批事项356件，群众办事更加省心。试点推行“暖心办”政务服务模式。
射洪市人民政府
2019年1月20日
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    folder: Path = tmp_path_factory.mktemp("trust")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    build_graph([folder / "a.txt"], folder / "graph", workers=1)
    opened = open_graph(folder / "graph")
    assert isinstance(opened, EmbeddedStore)
    return opened


def adopted(store: EmbeddedStore, initiative: str) -> tuple[str, float]:
    edge = next(e for e in store.graph.relationships("ADOPTED") if e.end.endswith(initiative))
    return edge.key, edge.properties["confidence"]


def test_an_adoption_bears_the_probability_that_it_is_right(store: EmbeddedStore) -> None:
    key, confidence = adopted(store, "容缺受理")
    assert confidence != rule_confidence()["adoption.implemented"]
    assert f"容缺受理 is right with probability {confidence}; for it: " in "\n".join(explain(store, key).steps)


def test_why_names_what_spoke_for_and_against(store: EmbeddedStore) -> None:
    key, _ = adopted(store, "容缺受理")
    (told,) = [step for step in explain(store, key).steps if "probability" in step]
    in_favour, against = told.split("; against it: ")
    assert "name read by initiative.name +" in in_favour
    assert "stated by adoption.implemented -" in against
    (told,) = [step for step in explain(store, key, "zh").steps if "可能性" in step]
    assert "支持：" in told and "反对：" in told


def test_an_adoption_of_a_functional_area_has_its_reasons_too(tmp_path: Path) -> None:
    text = TEXT.replace("射洪市人民政府", "深圳市大鹏新区管理委员会").replace("遂宁市", "深圳市")
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    build_graph([tmp_path / "b.txt"], tmp_path / "graph", workers=1)
    with open_graph(tmp_path / "graph") as opened:
        key = next(e.key for e in opened.relationships("AREA_ADOPTED") if e.end.endswith("容缺受理"))
        assert "容缺受理 is right with probability " in "\n".join(explain(opened, key).steps)


def test_a_name_by_its_form_is_less_sure(store: EmbeddedStore) -> None:
    new = next(e for e in store.graph.relationships("ADOPTED") if "暖心办" in e.end)
    assert new.properties["confidence"] < adopted(store, "容缺受理")[1]


def test_a_figure_bears_the_probability_that_it_is_of_a_reform(store: EmbeddedStore) -> None:
    edge = next(e for e in store.graph.relationships("STATED_IN") if e.start.startswith("measurement/"))
    (told,) = [step for step in explain(store, edge.key).steps if "probability" in step]
    in_favour, against = told.split("; against it: ")
    assert in_favour.startswith(f"办结审批事项 is right with probability {edge.properties['confidence']}; for it: ")
    assert re.search(r"words of government \+0\.\d\d", in_favour) and re.search(r" -0\.\d\d$", against)


def test_a_rule_tells_its_cases_or_that_they_are_too_few() -> None:
    many, few = Rule.ADOPTION_IMPLEMENTED, Rule.ADOPTION_TITLED
    right, found = judged_cases()[many]
    assert [*cases_of(many, "en")] == [f"  right in {right} of {found} judged cases"]
    assert [*cases_of(many, "zh")] == [f"  核对 {found} 例，{right} 例正确"]
    assert [*cases_of(few, "en")] == [f"  {judged_cases()[few][1]} judged cases, too few for a figure (below {FEWEST})"]
    assert "不足" in next(cases_of(few, "zh"))
    assert [*cases_of(Rule.CORRECTION_ACCEPT, "en")] == []


def test_a_node_of_many_statements_is_not_argued_one_by_one(store: EmbeddedStore) -> None:
    assert not any("probability" in step for step in explain(store, "射洪市").steps)
