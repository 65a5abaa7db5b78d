"""The page read with mouse and keyboard in a real Chromium: from a picture to the sentence, and back by the address."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kg.pictures.model import page_model
from kg.pictures.page import write_page
from kg.tracing.trace import trace
from scripts.support.chromium import launch
from tests.kg.pictures.conftest import Open
from tests.kg.pictures.many import spread_widely
from tests.kg.tracing.test_trace import spread
from tests.kg.tracing.world import GRID, told, world

SIZES = [(1920, 1080), (1366, 768), (820, 1180), (683, 384), (390, 844)]  # the fourth: 1366 at 200 %
HOSTILE = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 2'>",
    "</script><script>window.ran = 3</script>",
    "前\u2028后\u202e倒\u0007完 \\u003c",
    "'\"`&lt;&amp; {n} ${7 * 7} 😀",
    "__proto__",
]


def text(page: Page, where: str) -> str:
    return page.locator(where).inner_text()


def cell(page: Page, name: str, year: int) -> None:
    """Clicks on a cell of the heat map."""
    x, y = page.evaluate(
        "([name, year]) => { document.querySelector('.picture.heat').scrollIntoView({ block: 'center' });"
        " return heat.spot(data.model.regions.findIndex((item) => item.name === name), year); }",
        [name, year],
    )
    page.mouse.click(x, y)


def test_a_click_on_a_cell_shows_its_sentence_with_all_that_tells_whether_to_believe_it(open_trace: Open) -> None:
    page = open_trace(trace(spread(), GRID), lang="en")
    cell(page, "船山区", 2015)
    assert text(page, "#sentence .key-number") == "船山区 · 2015"
    assert text(page, "#sentence .finding") == "pilot; first adoption, exact"
    assert text(page, "#sentence blockquote") == f"船山区2015年0推进{GRID}。"
    assert text(page, "#sentence blockquote mark") == GRID
    facts = text(page, "#sentence dl")
    assert f"{GRID} (the name itself)" in facts
    assert "船山区人民政府2015年工作报告" in facts
    assert "sentence 1 of 2 for the year" in facts
    assert "2014: a report, which does not state it" in facts


def test_a_scrollbar_that_takes_room_hides_no_end_of_a_picture(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_page(path, spread_widely(), lang="en")
    plain = launch(browser.browser_type, scrollbars=True)
    page = plain.new_page(viewport={"width": 1366, "height": 1600})  # the bar comes while the pictures do
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    pictures = "[...document.querySelectorAll('.picture')].map((box) => [box.clientWidth, box.scrollWidth])"
    widths = page.evaluate(pictures)
    bar = page.evaluate("innerWidth - document.documentElement.clientWidth")
    plain.close()
    assert bar > 0 and widths and all(wide <= room for room, wide in widths)


def test_silence_and_the_absence_of_a_report_are_told_apart_in_words(open_trace: Open) -> None:
    page = open_trace(trace(spread(), GRID), lang="en")
    cell(page, "船山区", 2014)
    assert "The report on the year does not name it" in text(page, "#sentence")
    cell(page, "船山区", 2016)
    assert "No report on the year is among the documents" in text(page, "#sentence")


def test_arrows_walk_and_keys_turn_and_clear(open_trace: Open) -> None:
    page = open_trace(trace(spread(), GRID), lang="en")
    page.locator(".picture.heat").focus()
    page.keyboard.press("ArrowDown")
    assert text(page, "#sentence .key-number") == "船山区 · 2015"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert text(page, "#sentence .key-number") == "遂宁市 · 2017"
    assert page.evaluate("document.activeElement.className") == "picture heat"
    page.keyboard.press("n")
    assert "sentence 2 of 2" in text(page, "#sentence dl")
    page.keyboard.press("Escape")
    assert text(page, "#sentence .body") == "Choose a cell, a tile or a row."
    assert "#" not in page.url


def test_the_choice_stands_in_the_address_and_comes_back_from_it(open_trace: Open) -> None:
    found = trace(spread(), GRID)
    page = open_trace(found, lang="en")
    cell(page, "遂宁市", 2018)
    page.click("#controls button[data-value=county]")
    address = page.url.partition("#")[2]
    assert address == "region=510900&of=2018&level=county"
    again = open_trace(found, fragment=address, lang="en")
    assert text(again, "#sentence .key-number") == "遂宁市 · 2018"
    assert again.locator("#controls button[data-value=county]").get_attribute("aria-pressed") == "true"
    hostile = open_trace(found, fragment="region=__proto__&year=99999&level=%3Cscript%3E&theme=x", lang="en")
    assert text(hostile, "#sentence .body") == "Choose a cell, a tile or a row."


def test_a_level_alone_leaves_its_regions_in_table_and_heat_map(open_trace: Open) -> None:
    page = open_trace(trace(spread(), GRID), lang="en")
    assert page.locator("#table tbody tr").count() == 8
    page.click("#controls button[data-value=prefecture]")
    assert page.locator("#table tbody th").all_inner_texts() == ["遂宁市"]
    assert page.evaluate("heat.rows().length") == 1


def test_the_year_moves_the_last_frame_and_play_goes_through_the_years(open_trace: Open) -> None:
    page = open_trace(spread_widely(), lang="en")
    page.click("#tiles .years-row button[data-value='2014']")
    assert "By 2014" in page.locator("#tiles svg text").all_inner_texts() + page.locator("#tiles svg text").all_text_contents()
    assert text(page, "#controls output") == "2014"
    assert page.evaluate("document.activeElement.dataset.value") == "2014"
    page.keyboard.press("Escape")
    page.click("#controls .play")
    assert text(page, "#controls output") == str(page_model(spread_widely(), "en")["years"][0])
    assert text(page, "#controls .play") == "Pause"
    page.click("#controls .play")
    assert text(page, "#controls .play") == "Play"


def test_what_the_mouse_holds_outlives_the_years_that_pass(open_trace: Open) -> None:
    page = open_trace(spread_widely(), lang="en")
    page.click("#controls .play")
    shown = text(page, "#controls output")
    box = page.locator("#controls .play").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_selector(f"#controls output:not(:text-is('{shown}'))")
    page.mouse.up()
    assert text(page, "#controls .play") == "Play"
    slider = page.locator("#year").bounding_box()
    assert slider
    page.mouse.move(slider["x"] + 4, slider["y"] + slider["height"] / 2)
    page.mouse.down()
    for part in (0.5, 0.9):
        page.mouse.move(slider["x"] + slider["width"] * part, slider["y"] + slider["height"] / 2)
    page.mouse.up()
    years = page_model(spread_widely(), "en")["years"]
    assert int(text(page, "#controls output")) > years[len(years) // 2]


def test_a_row_of_the_table_leads_to_its_sentence_and_the_csv_is_whole(open_trace: Open) -> None:
    page = open_trace(trace(spread(), GRID), lang="en")
    page.click("#table tbody th button >> text=船山区")
    assert text(page, "#sentence .key-number") == "船山区 · 2015"
    with page.expect_download() as download:
        page.click("#table button >> text=CSV")
    content = Path(download.value.path()).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))
    assert len(rows) == 8
    assert (rows[0]["region"], rows[0]["year"], rows[0]["bound"], rows[-1]["class"]) == ("船山区", "2015", "exact", "silent")
    page.click("#table thead button >> text=Region")
    assert page.locator("#table tbody th").first.inner_text() == "万州区"


@pytest.mark.parametrize("picture", ["curve", "heat", "tiles", "lags"])
def test_a_saved_picture_stands_alone_with_title_denominators_and_source(open_trace: Open, picture: str) -> None:
    found = spread_widely()
    page = open_trace(found, lang="en")
    with page.expect_download() as download:
        page.click(f"#{picture} button >> text=SVG")
    root = ET.fromstring(Path(download.value.path()).read_text(encoding="utf-8"))
    said = " ".join("".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text"))
    model = page_model(found, "en")
    assert root.get("width") == "1366"
    for words in (model[picture]["finding"], model["source"]):
        assert words.replace(" ", "") in said.replace(" ", "")
    assert not any("class" in element.attrib or "style" in element.attrib for element in root.iter())
    with page.expect_download() as download:
        page.click(f"#{picture} button >> text=PNG")
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_overlaps_and_nothing_scrolls_sideways(open_trace: Open, size: tuple[int, int], scheme: str) -> None:
    page = open_trace(spread_widely(), size=size, lang="en" if scheme == "dark" else "zh", fragment="region=510903&year=2016")
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    overlaps = page.evaluate("""() => {
        const boxes = [...document.querySelectorAll("#head, #origin, #curve, #heat, #sentence, #tiles, #names, #lags, #table, #foot")].map((e) => [e.id, e.getBoundingClientRect()]);
        const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return boxes.flatMap(([id, box], at) => boxes.slice(at + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${id} ${other}`));
    }""")
    assert overlaps == []
    texts = page.evaluate("""() => [...document.querySelectorAll("svg[role=img]")].flatMap((svg) => {
        const all = [...svg.querySelectorAll("text")].map((e) => [e.textContent, e.getBoundingClientRect()]);
        const frame = svg.getBoundingClientRect();
        const meet = (a, b) => a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 5 && b.top < a.bottom - 5;
        const met = all.flatMap(([text, box], at) => all.slice(at + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${text} | ${other}`));
        const out = all.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1).map(([text]) => `out: ${text}`);
        return [...met, ...out];
    })""")
    assert texts == []


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_controls_are_large_enough_to_hit(open_trace: Open, size: tuple[int, int]) -> None:
    page = open_trace(spread_widely(), size=size)
    least = 40 if size[0] < 560 else 28
    heights = page.evaluate("[...document.querySelectorAll('button')].filter((b) => b.offsetParent).map((b) => [b.textContent, b.offsetHeight])")
    assert [name for name, height in heights if height < least] == []


def test_the_theme_follows_the_system_and_can_be_switched(open_trace: Open) -> None:
    page = open_trace(trace(spread(), GRID), lang="en")
    light = page.evaluate("looks.colours().panel")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor") != "rgb(255, 255, 255)"
    page.click("#controls .theme")
    assert page.evaluate("looks.colours().panel") == light
    assert page.url.endswith("#theme=light")


def test_on_paper_the_page_is_light_and_the_table_whole(open_trace: Open) -> None:
    page = open_trace(spread_widely(), fragment="theme=dark", lang="en")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("looks.theme()") == "light"
    assert page.locator("#table tbody tr").count() == len(page_model(spread_widely(), "en")["regions"])
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("looks.theme()") == "dark"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_a_document_says_is_shown_as_text(open_trace: Open, hostile: str) -> None:
    quote = f"推进{GRID}{hostile}。"
    graph = world(
        told("510903", 2016, title=f"船山区报告{hostile}"), told("510903", 2017, ("implemented", quote), title=f"船山区工作{hostile}报告", file="2017/a.txt"),
    )  # fmt: skip
    page = open_trace(trace(graph, GRID), lang="en", fragment="region=510903&of=2017")
    assert page.locator("#sentence blockquote").text_content() == quote
    assert f"工作{hostile}报告" in (page.locator("#sentence dl").text_content() or "")
    page.locator(".picture.heat").hover()
    with page.expect_download() as download:
        page.click("#heat button >> text=SVG")
    ET.fromstring(Path(download.value.path()).read_text(encoding="utf-8"))
    assert page.evaluate("window.ran") is None
    assert page.locator("img, a, iframe").count() == 0
