"""The way into a graph for programmers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import open_graph
from kg.build.build import build_graph
from kg.errors import DiskError, Neo4jError


@pytest.mark.slow
def test_a_graph_directory_answers_with_a_data_frame(tmp_path: Path) -> None:
    (tmp_path / "2020_射洪市.txt").write_text("射洪市行政审批局2020年工作总结\n推进“一网通办”。\n", encoding="utf-8")
    build_graph([tmp_path / "2020_射洪市.txt"], tmp_path / "graph", workers=1)
    with open_graph(str(tmp_path / "graph")) as graph:
        frame = graph.query("MATCH (r)-[a:ADOPTED]->(i) RETURN DISTINCT r.name AS region, i.name AS reform").to_dataframe()
    assert frame.to_dict("records") == [{"region": "射洪市", "reform": "一网通办"}]


def test_what_is_no_graph_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DiskError), open_graph(tmp_path) as graph:
        graph.query("RETURN 1")
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    with pytest.raises(Neo4jError, match="no password"):
        open_graph("bolt://127.0.0.1:9")
