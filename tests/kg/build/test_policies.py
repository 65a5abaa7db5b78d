"""From files to policies: one title is one node, however the files print it."""

from __future__ import annotations

import pytest

from kg.build.build import build_graph
from kg.disk import GraphDirectory

PRINTED = [
    ("遂宁市_2019", "遂宁市优化服务改革实施方案（2016—2020年）"),
    ("船山区_2019", "遂宁市优化服务改革实施方案（2016-2020年）"),
    ("安居区_2019", "遂宁市优化服务改革实施方案(2016～2020年)"),
    ("蓬溪县_2019", "遂宁市优化服务改革实施方案（２０１６至２０２０年）"),
    ("大英县_2019", "遂宁市“优化服务”改革\n实施方案（二〇一六—二〇二〇年）"),
    ("射洪市_2019", "遂宁市优化服务改革实施方案（2021—2025年）"),
]


@pytest.fixture(scope="module")
def titles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The titles of the policies in a graph of reports that cite them, each with what else it is called."""
    root = tmp_path_factory.mktemp("policies")
    for name, title in PRINTED:
        text = f"2019年，我们认真落实《{title}》，全面推行一网通办，企业和群众办事更加便捷。\n"
        (root / f"{name}.txt").write_text(text, encoding="utf-8")
    build_graph([root], root / "graph", workers=1)
    nodes = [node for node in GraphDirectory(root / "graph").nodes() if node.label == "Policy"]
    cited = [node.properties for node in nodes if "遂宁市" in node.properties.get("title", "")]  # not what launched reforms
    return {policy["title"]: policy.get("aliases", []) for policy in cited}


def test_a_range_of_years_is_one_with_any_dash(titles: dict[str, list[str]]) -> None:
    assert len(titles) == 2
    assert sorted(len(aliases) for aliases in titles.values()) == [0, 4]


def test_other_years_are_another_policy(titles: dict[str, list[str]]) -> None:
    assert titles[PRINTED[-1][1]] == []
