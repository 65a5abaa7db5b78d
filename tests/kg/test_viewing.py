"""The page of a subgraph from Python: a file, or a frame in a notebook that reaches nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from cypher.errors import CypherError, ParameterError
from kg.disk import GraphDirectory
from kg.errors import InputError, SelectionError
from kg.model import KnowledgeGraph
from kg.pictures.tiles import NoMapError
from kg.stores.base import Store
from kg.stores.embedded import EmbeddedStore
from tests.chromium import quiet_pages
from tests.kg.folders import rewrite_manifest
from tests.kg.pictures.made_up_map import PROVINCES, write_map


@pytest.fixture
def store(graph: KnowledgeGraph) -> Store:
    return EmbeddedStore(graph)


def test_a_page_is_shown_in_a_frame_of_its_own_or_written(store: Store, tmp_path: Path) -> None:
    made = store.view(initiatives="一网通办", title='</iframe><script>alert("甲")</script>')
    (frame,) = html.fromstring(f"<div>{made._repr_html_()}</div>")
    assert frame.tag == "iframe" and frame.attrib["srcdoc"] == made.html
    assert frame.attrib["sandbox"] == "allow-scripts allow-downloads"  # not of the notebook's origin
    assert repr(made) == f"<page of {made.nodes} nodes and {made.relationships} relationships; .write(path) makes it a file>"
    made.write(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == made.html


def test_it_shows_what_the_options_of_the_command_choose(store: Store) -> None:
    whole, part = store.view(), store.view(regions=["射洪县"], years=(2017, 2017), lang="zh")
    assert 0 < part.nodes < whole.nodes and 0 < part.relationships < whole.relationships
    assert '<html lang="zh' in part.html
    chosen = store.view(cypher="MATCH (r:Region {code: '510922'}) RETURN r")
    assert chosen.nodes == 1 and chosen.relationships == 0
    sure = store.view(min_confidence=0.0, cypher="MATCH (r:Region)-[a:ADOPTED]->(i) RETURN a")
    assert sure.relationships > 0
    with pytest.raises(SelectionError, match="nothing in the graph meets all these options"):
        store.view(regions="射洪县", initiatives="一网通办", hops=0)


def test_pictures_have_a_map_where_one_is_given(store: Store, tmp_path: Path) -> None:
    file = write_map(tmp_path / "a.json", *PROVINCES)
    plain = store.view(initiatives="一网通办")
    mapped = store.view(initiatives="一网通办", outlines=file)
    assert mapped.html == store.view(initiatives="一网通办", outlines=str(file)).html != plain.html
    with pytest.raises(NoMapError, match="neither is shown"):
        store.view(initiatives="一网通办", regions="射洪县", outlines=file)
    with pytest.raises(InputError, match="cannot be read"):
        store.view(initiatives="一网通办", outlines=tmp_path / "none.json")


def test_named_queries_take_values_as_python_has_them(store: Store) -> None:
    assert store.named("first_adopters", initiative="一网通办", limit=3).column("region") == ["遂宁市"]
    with pytest.raises(CypherError, match="did you mean first_adopters"):
        store.named("first_adopter")
    with pytest.raises(ParameterError, match="has no parameter region"):
        store.named("first_adopters", region="遂宁市")
    with pytest.raises(ParameterError, match="limit takes a whole number"):
        store.named("first_adopters", limit=2.5)


def test_a_trace_is_its_tables_and_what_they_rest_on(store: Store) -> None:
    trace = store.trace("一网通办")
    page = html.fromstring(f"<div>{trace._repr_html_()}</div>")
    filled = [name for name, table in trace.tables.items() if table.rows]
    assert [heading.text for heading in page.iter("h4")] == filled and filled
    assert len(list(page.iter("table"))) == len(filled)
    assert [note.text for note in page.iter("li")] == [note.text("en") for note in trace.notes]


@pytest.mark.slow
def test_the_frame_works_in_a_page_that_is_not_its_own(store: Store, browser: Browser, tmp_path: Path) -> None:
    frame = store.view(initiatives="一网通办")._repr_html_()
    page = f"<!DOCTYPE html><html data-ready><meta charset='utf-8'><body><h1>notebook</h1>{frame}</body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    with quiet_pages(browser) as opened:
        inner = opened(tmp_path / "page.html", "").frames[1]
        inner.wait_for_selector("html[data-ready]", state="attached")
        inner.get_by_role("button", name="Timeline").click()
        assert inner.evaluate("() => { try { return String(parent.document) } catch { return 'refused' } }") == "refused"


def test_of_a_graph_that_is_too_large_to_choose_from_a_part_is_to_be_named(directory: GraphDirectory) -> None:
    counts = dict(directory.manifest.counts) | {"relationships": {"CITES": 3_000_001}}
    with EmbeddedStore.open(rewrite_manifest(directory, {"counts": counts})) as store:
        with pytest.raises(SelectionError, match=r"3,000,001 relationships, too many .* --region, --initiative"):
            store.view(years=(2017, 2019))
        assert store.view(regions=("射洪县",)).nodes > 3
