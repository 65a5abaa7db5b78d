"""The pictures of a trace in the page: the page of ``trace --html`` itself, in a frame that shares year and region."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.pictures.outlines import Outlines
from kg.pictures.page import render_page as page_of_trace
from kg.pictures.tiles import NoMapError
from kg.tracing.trace import trace
from kg.views.packing import packed
from kg.views.page import render_page
from kg.views.pictured import MOST_PICTURED, pictured
from kg.views.traced import read
from scripts.support.reforms import sample, whole
from tests.kg.views.conftest import Open
from tests.kg.views.hand import until

REFORMS = ("initiative/河长制", "initiative/综合行政执法改革")


def test_they_are_those_of_the_trace() -> None:
    graph = whole(*sample())
    found = read(graph, REFORMS)
    first, second = pictured(graph, found.ground, found.facts)
    assert [first.initiative, second.initiative] == list(REFORMS)
    assert first.pages == {lang: packed(page_of_trace(trace(graph, "河长制"), lang=lang)) for lang in ("zh", "en")}
    many = dict.fromkeys(map(str, range(MOST_PICTURED + 1)), found.facts[REFORMS[0]])
    assert pictured(graph, found.ground, many) == []
    with pytest.raises(NoMapError, match="--outlines are drawn for up to 3 initiatives; name one with --initiative"):
        pictured(graph, found.ground, many, Outlines("a.json", ()))


@pytest.mark.slow
def test_year_region_and_theme_are_shared_both_ways(open_page: Open, tmp_path: Path) -> None:
    nodes, links = sample()
    graph = whole(nodes, links)
    kept = [node for node in nodes if node.label == "Region" or node.key in REFORMS]
    keys = {node.key for node in kept}
    between = [edge for edge in links if {edge.start, edge.end} <= keys]
    path = tmp_path / "page.html"
    path.write_text(render_page(kept, between, title="两项", whole=graph), encoding="utf-8")
    page = open_page(path, "layout=pictures&years=2015-2019")
    frame = page.frame_locator("#pictures iframe")
    frame.locator("html[data-ready][data-framed]").wait_for(state="attached")
    assert frame.locator("h1").text_content() == "河长制"
    inner = page.frames[1]
    until(inner, "state.current.year === 2019")
    inner.evaluate("state.choose(data.model.regions.findIndex(({ name }) => name === '四川省'))")
    until(page, "traced.regions[state.current.chosen?.region]?.[0] === '四川省'")
    frame.locator("button.play").click()
    until(page, "state.current.to > 2019")
    frame.locator("button.play").click()
    page.click("#theme")
    until(inner, "document.documentElement.dataset.theme === 'dark'")
    page.click("#pictures [data-value]:not([aria-pressed=true])")
    frame.locator("h1", has_text="综合行政执法改革").wait_for()
    page.click("#language")
    frame.locator("html[lang='zh-CN']").wait_for(state="attached")
    assert frame.locator("#heat h2").text_content() == "逐年热图"
    page.click("[data-value=network]")
    assert page.locator("#sidebar").is_visible() and page.locator("#pictures").is_hidden()
