"""The address of a source from its file to its node: of a page and of the rows of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build.build import build_graph
from kg.disk import GraphDirectory
from kg.verify import verify

PAGE = """<html><head><meta charset="utf-8"><title>遂宁市人民政府办公室关于推行一网通办的通知</title>
<meta name="url" content="https://example.test/a/1.html"></head><body><div id="zoom">
<p>各县（区）人民政府：</p><p>经市政府同意，在全市推行一网通办。请结合实际，认真落实。</p>
<p>遂宁市人民政府办公室</p><p>2019年5月8日</p></div></body></html>"""
ROW = "遂宁市人民政府关于推行一网通办的通知,遂府函〔2019〕9912号,2019-05-08"


def addresses(directory: GraphDirectory | None) -> dict[str, str | None]:
    """By file, the property ``url`` of its document."""
    assert directory is not None and verify(directory).findings == []
    return {node.properties["paths"][0]: node.properties.get("url") for node in directory.graph.nodes("Document")}


def test_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "通知.html").write_text(PAGE, encoding="utf-8")
    directory = build_graph([tmp_path / "通知.html"], tmp_path / "g", workers=1).directory
    assert addresses(directory) == {"通知.html": "https://example.test/a/1.html"}
    assert directory is not None
    (document,) = directory.documents()
    evidence = document.record.document.evidence["url"]
    assert (evidence.source, evidence.rule, evidence.start) == ("metadata", "head.metadata", None)


@pytest.mark.parametrize("column", ["链接", "网址", "url", "URL", "原文链接", "网页 地址", "地址"])
def test_of_the_row_of_a_table(tmp_path: Path, column: str) -> None:
    rows = [f"{ROW}, https://example.test/a/2.html ", f"{ROW.replace('9912', '9913')},船山区政务路1号"]
    table = "\n".join([f"标题,发文字号,成文日期,{column}", *rows])
    (tmp_path / "policies.csv").write_text(table, encoding="utf-8")
    directory = build_graph([tmp_path / "policies.csv"], tmp_path / "g", workers=1).directory
    assert addresses(directory) == {"policies.csv#1": "https://example.test/a/2.html", "policies.csv#2": None}


def test_a_column_of_addresses_goes_before_one_of_streets(tmp_path: Path) -> None:
    table = f"标题,发文字号,成文日期,地址,原文链接\n{ROW},船山区政务路1号,https://example.test/a/3.html\n"
    (tmp_path / "policies.csv").write_text(table, encoding="utf-8")
    directory = build_graph([tmp_path / "policies.csv"], tmp_path / "g", workers=1).directory
    assert addresses(directory) == {"policies.csv#1": "https://example.test/a/3.html"}
