"""From the picture to the sentence: clicks with a real mouse."""

from __future__ import annotations

from pathlib import Path

from tests.kg.views.conftest import Open
from tests.kg.views.hand import click_link, click_node, node_spot
from tests.kg.views.tiny import HEZHOU, LINSHUI, QUIET, REFORM, REPORT, graph, node, report, tiny


def test_click_on_a_link_lists_every_sentence_behind_it(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    click_link(page, HEZHOU, REFORM)
    cards = page.locator("#panel .statement")
    assert cards.locator("blockquote").all_text_contents() == ["我市率先试点一网通办", "一网通办覆盖全部部门"]
    assert cards.nth(0).locator(".year").text_content() == "2018"
    assert cards.nth(0).locator(".status").text_content() == "pilot"
    assert cards.nth(0).locator(".document").text_content() == "河州市2019年法治政府建设情况报告"
    assert "2020-03-01" in (cards.nth(0).locator(".source").text_content() or "")
    facts = cards.nth(0).locator(".facts").text_content() or ""
    assert "characters 10–20" in facts
    assert "rule adoption.full" in facts
    assert "confidence 91 %" in facts


def test_click_on_a_node_shows_its_properties_and_history_by_year(open_page: Open) -> None:
    page = open_page(tiny(), "hidelinks=", lang="en")
    click_node(page, HEZHOU)
    assert page.locator("#panel .title h2").text_content() == "河州市"
    assert "341100" in (page.locator("#panel dl").text_content() or "")
    assert page.locator("#panel h4").all_text_contents() == ["2018", "2019", "undated"]
    assert page.locator("#panel blockquote").all_text_contents() == ["我市率先试点一网通办", "一网通办覆盖全部部门"]
    assert "from the reference list" in (page.locator("#panel-body").text_content() or "")


def test_a_name_in_the_panel_leads_on_to_its_node(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    click_link(page, LINSHUI, REFORM)
    page.click("#panel .ends .node >> nth=0")
    assert page.locator("#panel .title h2").text_content() == "临水县"


def test_the_document_of_a_sentence_comes_into_the_picture_when_it_is_asked_for(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    assert page.locator("[data-id=Document]").get_attribute("aria-pressed") == "false"
    click_link(page, LINSHUI, REFORM)
    page.click("#panel .document")
    assert page.locator("#panel .title h2").text_content() == "河州市2019年法治政府建设情况报告"
    assert page.locator("[data-id=Document]").get_attribute("aria-pressed") == "true"


def test_documents_outside_the_subgraph_give_their_name_and_date(open_page: Open) -> None:
    nodes, links = tiny()
    page = open_page(([n for n in nodes if n.key != REPORT], links), lang="en", documents={REPORT: report()})
    click_link(page, LINSHUI, REFORM)
    assert (
        page.locator("#panel .source").text_content() == "河州市2019年法治政府建设情况报告河政〔2020〕8号 · 2020-03-01"
    )


def test_the_background_clears_the_choice(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    click_node(page, HEZHOU)
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 6, box["y"] + 6)
    page.wait_for_selector("#panel .hint")


def test_pointing_at_a_node_names_it(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.mouse.move(*node_spot(page, LINSHUI))
    page.wait_for_selector("#tip:not([hidden])")
    assert page.locator("#tip").text_content() == "临水县county · planned only"


def test_a_dragged_node_stays_where_it_was_put(open_page: Open) -> None:
    page = open_page(tiny())
    x, y = node_spot(page, QUIET)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    page.click("[data-id=Document]")
    moved = node_spot(page, QUIET)
    assert abs(moved[0] - x - 40) < 4
    assert abs(moved[1] - y - 30) < 4


def test_regions_are_told_apart_by_what_is_known_of_them(open_page: Open) -> None:
    """Each state has a mark of its own, the same on the picture and in the legend, which counts them."""
    nodes, links = tiny()
    far = "region/341124/远山县"
    nodes.append(node("Region", far, "远山县", code="341124", level="county"))
    whole = graph(nodes, links, {HEZHOU: [2017, 2018, 2019], QUIET: [2019], LINSHUI: [2020]})
    page = open_page((nodes, links), lang="en", whole=whole)
    drawn = "key => JSON.stringify(paint.outlines(data.nodes[data.byKey.get(key)]).map(part => part.d))"
    assert len({page.evaluate(drawn, key) for key in (HEZHOU, LINSHUI)}) == 2
    assert page.evaluate("key => paint.outlines(data.nodes[data.byKey.get(key)])[0].dash", far) == [3, 2]
    assert page.evaluate("key => paint.outlines(data.nodes[data.byKey.get(key)]).length", QUIET) == 1
    assert page.locator("#states li").all_text_contents() == [
        "states it as adopted1", "planned only1", "report, silent1", "no report1",
    ]  # fmt: skip


def test_denominators_are_all_observed_regions_of_the_graph(open_page: Open) -> None:
    nodes, links = tiny()
    others = [
        node("Region", f"region/3412{n}/第{n}县", f"第{n}县", code=f"3412{n}", level="county") for n in range(10, 17)
    ]
    observed = {HEZHOU: [2017, 2019], LINSHUI: [2020], **{other.key: [2019, 2020] for other in others}}
    page = open_page((nodes, links), lang="en", whole=graph([*nodes, *others], links, observed))
    assert page.locator("#adopters").text_content() == (
        "1 of 9 observed regions state an adoption; 1 only plan it, 0 only name it, 7 are silent."
    )
    assert page.locator("#not-drawn").text_content() == "7 of the silent are not in this picture."
    cells = page.locator("#coverage tbody tr").all()
    assert [row.locator("th").text_content() for row in cells] == ["prefecture", "county"]
    assert [row.locator("td").all_text_contents()[:4] for row in cells] == [
        ["1 / 1", "0", "0", "0"], ["0 / 8", "1", "0", "7"],
    ]  # fmt: skip
    page.focus("#year-to")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#coverage tbody tr").nth(1).locator("td").all_text_contents()[:4] == ["0 / 7", "0", "0", "7"]


def test_the_made_up_graph_opens_in_every_layout(open_page: Open, sample_page: Path) -> None:
    page = open_page(sample_page)
    for layout in ("levels", "timeline", "network"):
        page.click(f"[data-value={layout}]")
        assert page.locator(f"[data-value={layout}]").get_attribute("aria-pressed") == "true"
    colours = page.evaluate(
        "() => { const c = picture.canvas(); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " const seen = new Set(); for (let i = 0; i < d.length; i += 4) seen.add(d[i] + d[i+1] * 256 + d[i+2] * 65536);"
        " return seen.size; }"
    )
    assert colours > 200
