"""What a reader takes away: the address, CSV, PNG, a copied sentence, the other language."""

from __future__ import annotations

import csv
import io
import re
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from cypher.output.delimited import FORMULA, NUMBER
from tests.kg.views.conftest import Open
from tests.kg.views.hand import click_link, click_node
from tests.kg.views.tiny import HEZHOU, LINSHUI, REFORM, REPORT, graph, link, tiny

SVG = "{http://www.w3.org/2000/svg}"


def _saved(page: Page, button: str) -> bytes:
    page.click("#save summary")
    with page.expect_download() as waiting:
        page.click(button)
    return Path(waiting.value.path()).read_bytes()


def _rows(page: Page) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_saved(page, "#csv").decode("utf-8-sig"))))


def test_csv_holds_the_visible_statements(open_page: Open) -> None:
    page = open_page(tiny())
    rows = _rows(page)
    assert [(row["year"], row["from"], row["type"], row["to"], row["status"]) for row in rows] == [
        ("2018", "河州市", "ADOPTED", "一网通办", "pilot"),
        ("2019", "河州市", "ADOPTED", "一网通办", "implemented"),
        ("2020", "临水县", "ADOPTED", "一网通办", "planned"),
    ]
    assert rows[0] | {"quote": "", "document": ""} == {
        "year": "2018", "date": "", "from": "河州市", "from_key": HEZHOU, "type": "ADOPTED", "to": "一网通办",
        "to_key": REFORM, "status": "pilot", "quote": "", "document": "", "document_key": REPORT, "start": "10",
        "end": "20", "rule": "adoption.full", "confidence": "0.91", "key": "a1",
    }  # fmt: skip
    assert rows[0]["quote"] == "我市率先试点一网通办"
    page.click("[data-value=single]")
    assert [row["key"] for row in _rows(page)] == ["a3"]


def test_csv_does_not_let_a_quote_run_as_a_formula(open_page: Open) -> None:
    nodes, links = tiny()
    quote = '=HYPERLINK("http://x","一")'
    links.append(link("z", "ADOPTED", LINSHUI, REFORM, year=2018, source=REPORT, quote=quote, rule="r"))
    rows = _rows(open_page((nodes, links)))
    assert [row["quote"] for row in rows if row["key"] == "z"] == ["'" + quote]


def test_pages_know_formulas_by_the_patterns_that_commands_know_them_by() -> None:
    script = (resources.files("kg.views") / "assets" / "delimited.js").read_text(encoding="utf-8")
    formula = re.sub(r"\\U0*([0-9a-f]+)", r"\\u{\1}", FORMULA)
    assert f"FORMULA =\n    /{formula}/u;" in script
    assert f"NUMBER = /{NUMBER}/;" in script


def _drawing(page: Page) -> ElementTree.Element:
    return ElementTree.fromstring(_saved(page, "#svg"))


def _texts(drawing: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]


@pytest.mark.parametrize("layout", ["network", "levels", "timeline"])
def test_svg_is_the_whole_picture_with_title_denominators_legend_source_and_date(open_page: Open, layout: str) -> None:
    nodes, links = tiny()
    whole = graph(nodes, links, {HEZHOU: [2017, 2019], LINSHUI: [2020]})
    page = open_page((nodes, links), f"layout={layout}", lang="en", title="一网通办", whole=whole)
    page.evaluate("key => state.change({ chosen: { node: data.byKey.get(key) } })", HEZHOU)
    drawing = _drawing(page)
    texts = " ".join(_texts(drawing))
    expected = ("一网通办 2018–2020", "1 of 2 observed regions state", "河州市", "planned only", "prefecture: 1 of 1 observed",
                "statements shown", f"Drawn {page.evaluate('new Date().getFullYear()')}")  # fmt: skip
    assert [part for part in expected if part not in texts] == []
    assert not [item for item in drawing.iter() if item.get("opacity")]
    assert len(list(drawing.iter(f"{SVG}g"))) >= (4 if layout != "timeline" else 2)
    assert "http" not in ElementTree.tostring(drawing, encoding="unicode").replace("http://www.w3.org/2000/svg", "")


def test_what_lies_outside_the_window_is_on_the_paper(open_page: Open) -> None:
    page = open_page(tiny())
    shown = len(list(_drawing(page).iter(f"{SVG}g")))
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -2000)
    assert len(list(_drawing(page).iter(f"{SVG}g"))) == shown


@pytest.mark.parametrize("times", [1, 2, 3])
def test_png_has_as_many_dots_as_are_asked_for(open_page: Open, times: int) -> None:
    picture = _saved(open_page(tiny()), f"#png{times}")
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(picture[16:20], "big") == 1366 * times


def test_a_saved_picture_is_dark_where_the_page_is(open_page: Open) -> None:
    ground = [_drawing(open_page(tiny(), f"theme={name}")).find(f"{SVG}rect") for name in ("light", "dark")]
    assert [rect.get("fill") for rect in ground if rect is not None] == ["#ffffff", "#171e27"]


def test_on_paper_the_sheet_stands_in_place_of_the_page(open_page: Open) -> None:
    page = open_page(tiny(), "theme=dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#app").is_hidden()
    assert page.locator("#paper > svg").is_visible()
    assert page.locator("#paper > svg > rect").first.get_attribute("fill") == "#ffffff"
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#app").is_visible()
    assert page.locator("#paper > svg").count() == 0


def test_the_address_brings_back_the_view(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.click("[data-value=levels]")
    page.click("#node-types [data-id=Document]")
    page.click("#link-types [data-id=ADOPTED]")
    page.click("#link-types [data-id=ADOPTED]")
    page.click("#link-types [data-id=PART_OF]")
    page.select_option("#colour-by", "level")
    page.focus("#year-to")
    page.keyboard.press("ArrowLeft")
    click_link(page, HEZHOU, REFORM)
    again = open_page(Path(urlsplit(page.url).path), urlsplit(page.url).fragment)
    for selector in ("#counts", "#year-shown", "#panel-body", "#sidebar"):
        assert again.locator(selector).text_content() == page.locator(selector).text_content()
    assert again.locator("[data-value=levels]").get_attribute("aria-pressed") == "true"


def test_the_address_is_encoded_once_and_is_copied_as_one_reads_it(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    click_link(page, HEZHOU, REFORM)
    assert "%25" not in page.url
    page.click("#save summary")
    page.click("#copy-link")
    page.wait_for_selector("#copy-link:text-is('Copied')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"#chosen={HEZHOU},ADOPTED,{REFORM}")
    page.goto("about:blank")
    page.goto(copied)
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator("#panel blockquote").all_text_contents() == ["我市率先试点一网通办", "一网通办覆盖全部部门"]


@pytest.mark.parametrize("text", ["a,b&c=d#e%20+ f", "百%", "\u2028\"<b>\\", "\ud83d半", "😀"])
def test_any_text_comes_back_from_the_address(open_page: Open, text: str) -> None:
    page = open_page(tiny())
    back = page.evaluate("text => address.read(`#${address.written(new Map([['x', [text, 'y']]]))}`).get('x')", text)
    assert back == [text.replace("\ud83d", "\ufffd"), "y"]


def test_an_untouched_page_keeps_its_address_short(open_page: Open) -> None:
    page = open_page(tiny())
    click_node(page, HEZHOU)
    page.keyboard.press("Escape")
    assert "#" not in page.url


def test_nonsense_in_the_address_is_passed_over(open_page: Open) -> None:
    page = open_page(
        tiny(),
        "layout=3d&years=1-2&chosen=nobody&focus=x&hops=-7&lang=xx&hide=%3Cb%3E&colour=plaid&without=%25ZZ",
        lang="en",
    )
    assert page.locator("#year-shown").text_content() == "2018–2020"
    assert page.locator("#panel .hint").count() == 2


def test_a_sentence_is_copied_with_its_place(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    click_link(page, LINSHUI, REFORM)
    item = page.evaluate("statement.citation(data.links[state.current.chosen.link].statements[0])")
    assert (
        item == "临水县将推行一网通办\n河州市2019年法治政府建设情况报告, 河政〔2020〕8号, 2020-03-01, characters 70–80"
    )
    page.hover("#panel .statement")
    page.click("#panel .copy")
    page.wait_for_selector("#panel .copy:has-text('Copied')")


def test_the_language_is_switched_in_the_page(open_page: Open) -> None:
    page = open_page(tiny(), lang="zh")
    assert page.locator("[data-value=network]").text_content() == "网络"
    page.click("#language")
    assert page.locator("[data-value=network]").text_content() == "Network"
    assert page.locator("html").get_attribute("lang") == "en"


def test_relationships_that_lead_out_are_counted_in_the_page(open_page: Open) -> None:
    nodes, links = tiny()
    page = open_page((nodes, [*links, link("o", "PART_OF", HEZHOU, "region/340000/远省")]), lang="en")
    assert "1 relationships lead out" in (page.locator("#notes").text_content() or "")
    page.click("#notes button")
    assert page.locator("#notes p").count() == 0
