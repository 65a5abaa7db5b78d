"""One graph with 1,500 hostile values as names, titles, files and sentences, through every output: text, and nothing else.

Fewer of them stand in every other place of a graph in ``test_outputs.py`` and ``test_pages.py``.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser

from kg.disk import GraphDirectory
from kg.exports import FORMATS as EXPORTS
from kg.marked.page import write_page as write_marked
from kg.model import KnowledgeGraph
from kg.pictures.page import write_page as write_trace
from kg.tracing.trace import trace
from kg.views.page import write_page as write_view
from tests.hostile.graphs import COMMON, brief_documents
from tests.hostile.test_outputs import FORMATS, check_export, harmless
from tests.hostile.test_pages import quiet_page
from tests.hostile.values import LONG, hostile_values
from tests.kg.disk.test_directory import publish_these
from tests.kg.records import document
from tests.test_cli import run

pytestmark = pytest.mark.slow
COUNT = 1500
VALUES = [value for value in hostile_values(COUNT + len(LONG), seed=2) if value not in LONG]  # which make each line of a table long
TOLD = "MATCH (d:Document), (r)-[a:ADOPTED]->(i) WHERE d.key = a.source RETURN d.title AS title, d.paths AS files, i.name AS name, a.quote AS quote"
# All that is said of each region: the panel shows the first statements, and more of them when asked.
_OPENED = """data.nodes.filter((node) => node.kind === 'Region').map((node) => {
    state.change({ chosen: { node: node.id } });
    for (let more; (more = document.querySelector('#panel button.more')); ) more.click();
    return document.querySelector('#panel').textContent;
})"""
_READ = """data.model.regions.map((_, region) => data.model.years.map((cellYear) => {
    state.change({ region, cellYear, sentence: 0 });
    return document.querySelector('#sentence').textContent;
})).flat()"""


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> GraphDirectory:
    """The graph."""
    assert len(VALUES) == COUNT
    return publish_these(tmp_path_factory.mktemp("many") / "g", brief_documents(VALUES))


@pytest.fixture(scope="module")
def graph(directory: GraphDirectory) -> KnowledgeGraph:
    """Its content, with almost all of the values as names: those that print nothing are none, some are equal in a graph."""
    found = directory.graph
    assert len(list(found.nodes("Initiative"))) > COUNT * 0.9
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_rows(directory: GraphDirectory, graph: KnowledgeGraph, form: str) -> None:
    text = harmless(run("query", TOLD, "--graph", directory.path, "--format", form), form)
    assert text.count("\n") >= graph_deeds(graph)


def graph_deeds(graph: KnowledgeGraph) -> int:
    """How many rows ``TOLD`` has."""
    return len(list(graph.relationships("ADOPTED")))


def test_a_workbook_holds_texts(directory: GraphDirectory, graph: KnowledgeGraph, tmp_path: Path) -> None:
    assert run("query", TOLD, "--graph", directory.path, "-o", tmp_path / "rows.xlsx").exit_code == 0
    rows = openpyxl.load_workbook(tmp_path / "rows.xlsx", read_only=True).worksheets[0].iter_rows()
    cells = [cell for row in rows for cell in row]
    assert len(cells) == 4 * (graph_deeds(graph) + 1)
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_exports(graph: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    check_export(graph, name, tmp_path / "out")


def test_why_and_a_report(directory: GraphDirectory, graph: KnowledgeGraph) -> None:
    names = [node.key for node in graph.nodes("Initiative")][:: COUNT // 4]
    for key in names:
        assert harmless(run("why", "--graph", directory.path, "--", key), "table")
    for form in ("table", "md", "json"):
        assert harmless(run("trace", COMMON, "--graph", directory.path, "--format", form), form)


def test_the_page_of_a_graph(graph: KnowledgeGraph, browser: Browser, tmp_path: Path) -> None:
    documents = {node.key: node for node in graph.nodes("Document")}
    nodes = [*graph.nodes("Region"), *graph.nodes("Initiative")]
    write_view(tmp_path / "page.html", nodes, list(graph.relationships("ADOPTED")), title=VALUES[0], documents=documents, whole=graph)
    with quiet_page(browser, tmp_path / "page.html", "layout=table") as page:
        shown = "".join(page.evaluate(_OPENED))
        assert sum(value in shown for value in VALUES) > COUNT * 0.9


def test_the_page_of_a_trace(graph: KnowledgeGraph, browser: Browser, tmp_path: Path) -> None:
    found = trace(graph, COMMON)
    write_trace(tmp_path / "page.html", found)
    with quiet_page(browser, tmp_path / "page.html") as page:
        assert len([said for said in page.evaluate(_READ) if COMMON in said]) > 50


def test_the_page_of_a_document(browser: Browser, tmp_path: Path) -> None:
    lines = [f"遂宁市推进{COMMON}，{value}。" for value in VALUES]
    deeds = [{"region": "510900", "initiative": VALUES[at], "status": "implemented", "year": 2020, "evidence": line} for at, line in enumerate(lines)]
    told = document(f"{VALUES[0]}.txt", "\n".join(lines), head={"title": VALUES[1], "region": "510900", "year": 2020}, adoptions=deeds)
    write_marked(tmp_path / "page.html", told.record, told.text)
    said: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith(("file:", "data:")) else None)
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("[window.ran, document.querySelectorAll('script, img, iframe, object, embed, base, form').length]") == [None, 0]
    assert page.evaluate("document.body.textContent").count(COMMON) >= COUNT
    page.close()
    assert said == []
