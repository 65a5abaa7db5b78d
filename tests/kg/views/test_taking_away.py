"""What a reader takes away: the address, CSV, PNG, a copied sentence, the other language."""

from __future__ import annotations

import csv
import io
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from cypher.output.delimited import FORMULA, NUMBER
from tests.kg.views.conftest import Open
from tests.kg.views.hand import click_link, click_node
from tests.kg.views.tiny import HEZHOU, LINSHUI, REFORM, REPORT, link, tiny


def _saved(page: Page, button: str) -> bytes:
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
    assert f"FORMULA = /{FORMULA}/;" in script
    assert f"NUMBER = /{NUMBER}/;" in script


def test_png_is_a_picture_with_a_title_and_a_legend(open_page: Open) -> None:
    page = open_page(tiny())
    picture = _saved(page, "#png")
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    assert width == round(box["width"])
    assert height > round(box["height"])


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
