"""The table: a row for each region and initiative that adds up, sorts, filters, and leads to its sentences."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import Page

from tests.kg.views.conftest import Open
from tests.kg.views.tiny import HEZHOU, LINSHUI, QUIET, REFORM, REPORT, graph, link, node, tiny


def _opened(open_page: Open, lang: str = "en") -> Page:
    nodes, links = tiny()
    far = node("Region", "region/341200/远州市", "远州市", code="341200", level="prefecture")
    whole = graph([*nodes, far], links, {HEZHOU: [2017, 2018, 2019], LINSHUI: [2019, 2020], QUIET: [2019], far.key: [2020]})
    return open_page((nodes, links), "layout=table", lang=lang, whole=whole)


def _column(page: Page, name: str) -> list[str]:
    return page.locator(f"#table td.of-{name}").all_text_contents()


def test_rows_are_all_observed_regions_and_add_up(open_page: Open) -> None:
    page = _opened(open_page)
    assert page.locator("#rows-sum").text_content() == "4 rows = states it as adopted 1 + planned only 1 + report, silent 2"
    assert _column(page, "region") == ["河州市", "临水县", "静山县", "远州市"]
    assert _column(page, "first_stated") == ["2018", "–", "–", "–"]
    assert _column(page, "statements_n") == ["▸ 2", "▸ 1", "0", "0"]
    assert _column(page, "reports_n") == ["3", "2", "1", "1"]
    assert page.locator("#table mark").all_text_contents() == ["一网通办", "一网通办"]


def test_heads_sort_and_fields_filter(open_page: Open) -> None:
    page = _opened(open_page)
    page.click("[data-sort=region]")
    assert _column(page, "region") == ["河州市", "临水县", "静山县", "远州市"]
    page.click("[data-sort=region]")
    assert _column(page, "region") == ["远州市", "静山县", "临水县", "河州市"]
    assert page.locator("th[aria-sort=descending]").text_content() == "Region ↓"
    page.select_option("#table-level", "prefecture")
    assert _column(page, "region") == ["远州市", "河州市"]
    page.click("#table-filter")
    page.keyboard.type("率先 河州")
    assert _column(page, "region") == ["河州市"]
    assert page.locator("#rows-kept").text_content() == "1 of them are kept by the filter"
    page.keyboard.type("x")
    assert page.locator("#table tbody tr").count() == 0


def test_a_row_opens_its_sentences_beside_it_and_below_it(open_page: Open) -> None:
    page = _opened(open_page)
    page.click("#table tr[data-code='341100'] td.of-sentence")
    assert page.locator("#panel blockquote").all_text_contents() == ["我市率先试点一网通办", "一网通办覆盖全部部门"]
    assert "exactly: its report on 2017 is silent" in (page.locator("#panel dl").text_content() or "")
    assert page.locator("#table tr[aria-selected=true]").count() == 1
    page.click("#table tr[data-code='341100'] td.of-statements_n button")
    assert page.locator("#table .below blockquote").all_text_contents() == ["我市率先试点一网通办", "一网通办覆盖全部部门"]
    page.click("#table tr[data-code='341123'] td.of-region button")
    assert "report, silent" in (page.locator("#panel dl").text_content() or "")


def test_rows_are_saved_as_they_are_filtered(open_page: Open) -> None:
    page = _opened(open_page)
    page.select_option("#table-level", "county")
    with page.expect_download() as waiting:
        page.click("#rows-csv")
    text = Path(waiting.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["region"], row["status"], row["first"], row["statements"]) for row in rows] == [
        ("临水县", "planned", "", "1"), ("静山县", "silent", "", "0"),
    ]  # fmt: skip
    assert rows[0]["quote"] == "临水县将推行一网通办"
    assert rows[0]["document_key"] == REPORT


def test_local_initiatives_of_one_region_and_the_order_of_things_are_off_at_first(open_page: Open) -> None:
    nodes, links = tiny()
    own = "initiative/背靠背评价"
    nodes.append(node("Initiative", own, "背靠背评价", discovered=True))
    links.append(link("b", "ADOPTED", HEZHOU, own, year=2018, status="implemented", quote="推行背靠背评价", source=REPORT))
    page = open_page((nodes, links), "layout=table", lang="en")
    assert page.locator(f"[data-id='{REFORM}']").get_attribute("aria-pressed") == "true"
    assert page.locator(f"[data-id='{own}']").get_attribute("aria-pressed") == "false"
    assert page.locator("[data-id=PART_OF]").get_attribute("aria-pressed") == "false"
    assert "#layout=table" in page.url
    page.click(f"[data-id='{own}']")
    assert "背靠背评价" in _column(page, "initiative")
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert "背靠背评价" in _column(page, "initiative")
