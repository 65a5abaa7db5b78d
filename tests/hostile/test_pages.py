"""Hostile values on the page of a graph and on that of a trace, in a real Chromium: text, and nothing else.

``REFORMKG_HOSTILE=1500`` tries so many; see ``test_outputs.py``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from kg.pictures.page import write_page as write_trace
from kg.views.page import write_page as write_view
from tests.chromium import quiet_pages
from tests.hostile.checks import formulas
from tests.hostile.graphs import hostile_documents, hostile_trace
from tests.hostile.test_outputs import CHUNKS
from tests.kg.tracing.world import world

ELEMENTS = "document.querySelectorAll('script, style, link, img, iframe, object, embed, base, form, meta, a').length"

_OPENED = """([one, kinds]) => data[`${one}s`].filter((item) => kinds.includes(item.kind)).map((item) => {
    state.change({ chosen: { [one]: item.id } });
    return document.querySelector('#panel .title h2')?.textContent;
})"""
_ROWS = """() => {
    for (let at = 0; at < 5; at += 1) document.querySelectorAll('.of-statements_n button')[at]?.click();
    state.change({ chosen: { region: 0, initiative: data.initiatives[0] } });
    return document.querySelectorAll('#table tr.row').length;
}"""
# Nodes that the address does not bring back as they were, half a character (which no address can hold) taken as lost.
_ADDRESSED = """data.nodes.map((node) => node.key).filter((key) => {
    const back = address.read(`#${address.written(new Map([['chosen', [key, 'x']]]))}`).get('chosen');
    return back[0] !== key.toWellFormed() || back[1] !== 'x';
})"""
DRAWN = {"svg", "g", "path", "rect", "line", "circle", "text", "title", "defs", "pattern"}
_SEARCHED = """(words) => words.forEach((word) => {
    const box = document.querySelector('#search');
    box.value = word;
    box.dispatchEvent(new Event('input'));
})"""
_READ = """data.model.regions.flatMap((_, region) => data.model.years.map((cellYear) => {
    state.change({ region, cellYear, sentence: 0 });
    return document.querySelector('#sentence blockquote')?.textContent;
}))"""


@contextmanager
def quiet_page(browser: Browser, path: Path, fragment: str = "") -> Iterator[Page]:
    """The page at ``path`` (and ``fragment``), which runs no code of its data, asks for nothing, makes no element that does, says nothing."""
    with quiet_pages(browser) as opened:
        page = opened(path, fragment)
        before = page.evaluate(ELEMENTS)
        yield page
        assert page.evaluate("window.ran") is None
        assert page.evaluate(ELEMENTS) == before
        assert page.evaluate("document.querySelectorAll('[onclick], [onload], [onerror], [onmouseover], [onfocus]').length") == 0


def table_of(page: Page, button: str) -> str:
    """The CSV that the page saves."""
    with page.expect_download() as waiting:
        page.click(button)
    assert "/" not in waiting.value.suggested_filename
    return Path(waiting.value.path()).read_bytes().decode("utf-8")


@pytest.mark.parametrize("values", CHUNKS, ids=range(len(CHUNKS)))
def test_page_of_a_graph(values: list[str], browser: Browser, tmp_path: Path) -> None:
    graph = world(*hostile_documents(values))
    documents = {node.key: node for node in graph.nodes("Document")}
    write_view(tmp_path / "page.html", list(graph.nodes()), list(graph.relationships()), title=values[0], documents=documents, whole=graph)
    with quiet_page(browser, tmp_path / "page.html") as page:
        titles = set(page.evaluate(_OPENED, ["node", ["Initiative", "Document"]]))
        assert titles >= {str(node.properties["name"]) for node in graph.nodes("Initiative")}
        page.evaluate(_OPENED, ["link", ["ADOPTED"]])
        page.evaluate(_SEARCHED, values)
        for layout in ("levels", "timeline", "table"):
            page.evaluate(f"state.change({{ layout: '{layout}', lang: 'zh', hiddenInitiatives: new Set() }})")
            if layout != "table":
                drawn = ElementTree.fromstring(page.evaluate("paper.written(paper.sheet())"))
                assert {part.tag.rpartition("}")[2] for part in drawn.iter()} <= DRAWN
        assert page.evaluate(_ROWS) > 0
        assert page.evaluate(_ADDRESSED) == []
        for button in ("#csv", "#csv-rows"):
            page.click("#save summary")
            text = table_of(page, button)
            assert formulas(text) == []
            assert len(list(csv.reader(io.StringIO(text, newline="")))) > len(values) // 2


@pytest.mark.parametrize("values", CHUNKS, ids=range(len(CHUNKS)))
def test_page_of_a_trace(values: list[str], browser: Browser, tmp_path: Path) -> None:
    found = hostile_trace(values)
    write_trace(tmp_path / "page.html", found)
    with quiet_page(browser, tmp_path / "page.html") as page:
        seen = page.evaluate(_READ)
        assert sum(any(value in (said or "") for said in seen) for value in values) > len(values) // 2
