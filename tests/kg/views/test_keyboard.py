"""The page by keyboard: every node is reached by arrow keys and said aloud, parts have names, handles have an order."""

from __future__ import annotations

from tests.kg.views.conftest import Open
from tests.kg.views.tiny import HEZHOU, LINSHUI, graph, tiny


def test_arrow_keys_go_from_node_to_node_and_enter_opens_one(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.focus("#canvas")
    heard = page.locator("#heard")
    reached = set()
    for _ in range(5):
        page.keyboard.press("PageDown")
        reached.add((heard.text_content() or "").split(",")[0])
    assert reached == {"河州市", "临水县", "静山县", "一网通办"}
    places = {n: page.evaluate("name => picture.spot(data.nodes.find(n => n.label === name).id)", n) for n in reached}
    for key, axis, sign in (("ArrowRight", "x", 1), ("ArrowLeft", "x", -1), ("ArrowDown", "y", 1), ("ArrowUp", "y", -1)):
        before = (heard.text_content() or "").split(",")[0]
        page.keyboard.press(key)
        after = (heard.text_content() or "").split(",")[0]
        further = [n for n in reached if sign * (places[n][axis] - places[before][axis]) > 0.5]
        assert (after in further) if further else after == before
    name = (heard.text_content() or "").split(",")[0]
    assert "links" in (heard.text_content() or "")
    page.keyboard.press("Enter")
    assert page.locator("#panel .title h2").text_content() == name


def test_marks_of_the_timeline_are_walked_too(open_page: Open) -> None:
    nodes, links = tiny()
    page = open_page((nodes, links), "layout=timeline", lang="en", whole=graph(nodes, links, {HEZHOU: [2017], LINSHUI: [2018]}))
    page.focus("#lanes")
    page.keyboard.press("ArrowRight")
    assert page.locator("#heard").text_content() == "河州市 · 一网通办, prefecture · states a pilot · 2018"
    page.keyboard.press("ArrowRight")
    assert page.locator("#heard").text_content() == "临水县 · 一网通办, county · planned only · 2020"
    page.keyboard.press("Enter")
    assert page.locator("#panel blockquote").all_text_contents() == ["临水县将推行一网通办"]


def test_the_first_handle_comes_first_and_parts_have_names(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.focus("#play")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "year-from"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "year-to"
    names = page.locator("header, aside, main, footer").evaluate_all("parts => parts.map(p => p.getAttribute('aria-label'))")
    assert len(set(names)) == 5 and all(names)
    page.click("#language")
    assert page.locator("main").get_attribute("aria-label") == "画面"


def test_escape_closes_what_is_open_and_space_plays_from_the_picture(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.click("#save summary")
    assert page.locator("#svg").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#svg").is_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.focus("#canvas")
    page.keyboard.press(" ")
    assert page.locator("#play").get_attribute("aria-label") == "Pause"
