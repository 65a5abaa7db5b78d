"""Whatever a document says, the page shows it as text."""

from __future__ import annotations

import pytest

from tests.kg.views.conftest import Open
from tests.kg.views.hand import click_link, click_node
from tests.kg.views.tiny import REFORM, link, node

HOSTILE = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 2'>",
    "</script><script>window.ran = 3</script>",
    '"href" <a href="javascript:window.ran=4">文</a>',
    "<!-- <script> ]]> {{ 7 * 7 }} ${7 * 7}",
    "前\u2028后\u2029完 \u0000 \\u003c",
    "'\"`&lt;&amp; 😀 𠮷",
    "__proto__",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_names_titles_and_quotes_are_shown_as_text(open_page: Open, text: str) -> None:
    nodes = [
        node("Region", "region/1/" + text, text, code="341100", level="county", full_name=text),
        node("Initiative", REFORM, text, en=text),
        node("Document", "document/" + text, text, url="javascript:window.ran=5", number=text),
    ]
    links = [
        link("a", "ADOPTED", nodes[0].key, REFORM, year=2018, status=text, quote=text, rule=text, place=(1, 2),
             source=nodes[2].key, policy=text),
    ]  # fmt: skip
    page = open_page((nodes, links), title=text, lang="en")
    assert page.locator("h1").text_content() == text
    click_node(page, nodes[0].key)
    assert page.locator("#panel .title h2").text_content() == text
    click_link(page, nodes[0].key, REFORM)
    assert page.locator("#panel blockquote").text_content() == text
    assert page.locator("#panel .document").text_content() == text
    page.fill("#search", text)
    page.click("text=Table")
    page.click("#language")
    assert page.evaluate("window.ran") is None
    assert page.locator("img, a, iframe").count() == 0


def test_label_and_type_outside_the_schema_are_drawn_and_named(open_page: Open) -> None:
    nodes = [node("<b>Odd</b>", "odd/1", "甲"), node("<b>Odd</b>", "odd/2", "乙")]
    page = open_page((nodes, [link("x", "<i>KNOWS</i>", "odd/1", "odd/2", source="ontology")]))
    assert page.locator("#node-types .name").all_text_contents() == ["<b>Odd</b>"]
    assert page.locator("#link-types .name").all_text_contents() == ["<i>KNOWS</i>"]
