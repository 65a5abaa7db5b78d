"""Who followed whom on a page is what a trace's tree tells; and it is seen, with its sentence, where it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import KnowledgeGraph
from kg.tracing.trace import trace
from kg.views.page import render_page
from kg.views.spread import MOST_INITIATIVES, PROVEN, spread
from kg.views.traced import read
from tests.kg.tracing.world import GRID, PLACES, told, world
from tests.kg.views.conftest import Open
from tests.kg.views.hand import until
from tests.kg.views.tiny import HEZHOU, LINSHUI, QUIET, REFORM, REPORT, graph, link, node, tiny

KEY = f"initiative/{GRID}"


def _timed() -> KnowledgeGraph:
    """Ten regions whose every report names the reform once they have it, one region after the other."""
    return world(
        *(
            told(code, year, *(["implemented"] if year >= 2013 + at % 6 else []))
            for at, code in enumerate(PLACES)
            for year in range(2012, 2021)
        )
    )


@pytest.mark.parametrize("source", [_timed, lambda: world(told("510900", 2015, "pilot"), told("510903", 2019, "pilot"))])
def test_links_are_the_candidates_of_the_tree(source: Callable[[], KnowledgeGraph]) -> None:
    whole = source()
    made = spread(whole, read(whole, [KEY]).facts)
    tree = trace(whole, GRID).tree()
    assert any(one.probability for one in tree.candidates) == (source is _timed)
    assert {(edge.start, edge.end, edge.properties.get("probability")) for edge in made.relationships} == {
        (one.origin, one.destination, None if one.probability is None else round(one.probability, 2))
        for one in tree.candidates
    }
    assert made.notes == {KEY: {lang: [note.text(lang) for note in tree.notes] for lang in ("zh", "en")}}


def _learned() -> tuple[list, list, KnowledgeGraph]:
    nodes, links = tiny()
    nodes.append(node("Region", "region/341124/远山县", "远山县", code="341124", level="county"))
    links += [
        link("b", "ADOPTED", QUIET, REFORM, year=2021, status="implemented", quote="静山县推行一网通办", source=REPORT),
        link("l", "LEARNED_FROM", QUIET, HEZHOU, initiative=REFORM, year=2021, quote="学习河州市一网通办做法", source=REPORT,
             rule="claim.learned", confidence=0.9, place=(5, 16)),
    ]  # fmt: skip
    return nodes, links, graph(nodes, links, {HEZHOU: [2017, 2018], LINSHUI: [2018], QUIET: [2019, 2020, 2021]})


def test_a_proven_link_has_the_sentence_and_its_place() -> None:
    *_, whole = _learned()
    (edge,) = spread(whole, read(whole, [REFORM]).facts).relationships
    assert (edge.type, edge.start, edge.end) == (PROVEN, HEZHOU, QUIET)
    assert edge.properties["quote"] == "学习河州市一网通办做法" and edge.properties["start"] == 5
    assert edge.properties["statement"] == "l" and edge.properties["lag"] == 3
    many = {f"initiative/{n}": fact for n in range(MOST_INITIATIVES + 1) for fact in read(whole, [REFORM]).facts.values()}
    assert spread(whole, many).relationships == []


@pytest.mark.slow
def test_arrows_lists_and_followers(open_page: Open, tmp_path: Path) -> None:
    nodes, links, whole = _learned()
    path = tmp_path / "page.html"
    html = render_page(nodes, links, title="谁学谁", whole=whole)
    path.write_text(html, encoding="utf-8")
    page = open_page(path)
    section = page.locator("#panel .spread")
    assert section.locator("button.node").all_text_contents() == ["河州市 → 静山县2021"]
    assert "1 links are proven" in (section.text_content() or "")
    section.locator("button.node").click()
    assert page.locator("#panel blockquote").all_text_contents() == ["学习河州市一网通办做法"]
    assert page.locator("#panel mark").all_text_contents() == ["一网通办"]
    assert "years later 3" in (page.locator("#panel .facts").text_content() or "")
    page.click("[data-value=timeline]")
    assert page.locator("#lanes .way").count() == 1
    place = page.evaluate("key => traced.placeOf(key)", HEZHOU)
    page.locator(f"#lanes .mark[data-region='{place}']").click()
    followers = page.locator("#panel .spread").last
    assert followers.locator("button.node").all_text_contents() == []
    followers.locator("[data-value='3']").click()
    assert page.locator("#panel .spread").last.locator("button.node").all_text_contents() == ["静山县2021"]
    until(page, f"looks.related().nodes.has(data.byKey.get({QUIET!r}))")
