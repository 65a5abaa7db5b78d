"""How the page looks: both themes, drawers on narrow windows, nothing over another, targets that a finger meets."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kg.views.grouping import group
from kg.views.page import write_page
from scripts.support.chromium import launch
from scripts.support.reforms import sample, whole
from tests.accessibility import SCHEMES, WINDOWS, findings
from tests.chromium import quiet_pages
from tests.kg.views.conftest import Open
from tests.kg.views.tiny import HEZHOU, LINSHUI, QUIET, graph, tiny

SIZES = [(1920, 1080), (1366, 768), (820, 1180), (390, 844), (683, 384)]
"""Windows; the last is 1366 by 768 at 200 %."""


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def sized(request: pytest.FixtureRequest, browser: Browser, sample_page: Path) -> Iterator[Page]:
    """The page of the made-up subgraph in a window."""
    with quiet_pages(browser, viewport=request.param) as opened:
        yield opened(sample_page, "")


def test_nothing_lies_over_another_or_beyond_the_window(sized: Page) -> None:
    for layout in ("network", "levels", "timeline", "table", "compare"):
        sized.click(f"[data-value={layout}]")
        assert sized.evaluate("document.documentElement.scrollWidth <= innerWidth")
        boxes = sized.evaluate(
            "[...document.querySelectorAll('#top > *, #top .actions > *, #years > *')].map(e => [e, e.getBoundingClientRect()])"
            ".filter(([e, b]) => b.width && getComputedStyle(e).visibility === 'visible' && !e.matches('.actions'))"
            ".map(([e, b]) => [e.id || e.className || e.tagName, b.left, b.top, b.right, b.bottom])"
        )
        for at, (name, left, top, right, bottom) in enumerate(boxes):
            assert right <= sized.viewport_size["width"] + 0.5, name
            for other, *box in boxes[at + 1 :]:
                apart = right <= box[0] + 0.5 or box[2] <= left + 0.5 or bottom <= box[1] + 0.5 or box[3] <= top + 0.5
                assert apart, (layout, name, other)


@pytest.mark.slow
def test_scrollbars_that_take_room_leave_the_columns_whole(browser: Browser, tmp_path: Path) -> None:
    nodes, links = sample()
    path = tmp_path / "page.html"
    write_page(path, nodes, links, title="示例", whole=whole(nodes, links), groups=group(nodes, links, 25))
    plain = launch(browser.browser_type, scrollbars=True)
    page = plain.new_page(viewport={"width": 1366, "height": 768})
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    sideways = "['sidebar', 'coverage', 'panel-body', 'table'].map(id => document.getElementById(id)).filter(e => e.scrollWidth > e.clientWidth).map(e => e.id)"
    bar = page.evaluate("(box => box.offsetWidth - box.clientWidth)(document.querySelector('#sidebar'))")
    assert page.evaluate(sideways) == []
    # What is said at the foot lies over no node, and over nothing that cannot be scrolled from under it.
    foot = "document.querySelector('#notes').getBoundingClientRect().top - document.querySelector('#stage').getBoundingClientRect().top"
    lowest = "Math.max(...data.nodes.filter(n => filter.shown.nodes[n.id]).map(n => picture.spot(n.id).y))"
    for layout in ("network", "levels"):
        page.click(f"[data-value={layout}]")
        assert page.evaluate(lowest) < page.evaluate(foot)
    page.click("[data-value=table]")
    page.evaluate("document.querySelector('#table').scrollTo(0, 1e6)")
    last = "document.querySelector('#table .sheet').getBoundingClientRect().bottom - document.querySelector('#stage').getBoundingClientRect().top"
    assert page.evaluate(last) <= page.evaluate(foot)
    assert page.evaluate(sideways) == []
    page.click("[data-value=levels]")
    before = page.evaluate(lowest)
    page.locator("#notes button").first.click()
    assert page.evaluate(lowest) > before
    plain.close()
    assert bar > 0


def test_a_row_of_the_table_is_two_lines_where_its_columns_do_not_fit(sized: Page) -> None:
    sized.click("[data-value=table]")
    row = "#table tr.row:has(.of-sentence mark) "
    first, sentence = (sized.locator(row + name).first.bounding_box() for name in (".of-region", ".of-sentence"))
    assert first and sentence
    is_wide = sized.locator("#table").evaluate("e => e.clientWidth") > 980
    assert (sentence["y"] >= first["y"] + first["height"]) != is_wide
    assert sized.locator("#table").evaluate("e => e.scrollWidth <= e.clientWidth")
    assert sized.evaluate("[...document.querySelectorAll('#table :is(th, td)')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className)") == []
    heads = sized.get_by_role("columnheader")
    if sized.locator("#table thead").is_visible():
        names = [each for each in ("region", "initiative", "first_stated", "status", "statements_n", "reports_n") if sized.locator(f"th.of-{each}").count()]
        assert heads.count() >= len(names)
        at = [[sized.locator(f"{cell}.of-{name}").first.bounding_box()["x"] for name in names] for cell in ("th", "tr.row td")]
        assert at[0] == pytest.approx(at[1], abs=2)


def test_targets_are_large_enough_for_a_finger(sized: Page) -> None:
    sized.click("[data-value=table]")
    small = sized.evaluate(
        "[...document.querySelectorAll('button, summary, select, input')]"
        ".filter(e => e.offsetParent && getComputedStyle(e).visibility === 'visible')"
        ".map(e => [e.id || e.className || e.textContent, e.getBoundingClientRect()])"
        ".filter(([, b]) => Math.min(b.width, b.height) < 24).map(([name, b]) => [name, b.width, b.height])"
    )
    assert small == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", WINDOWS, ids=str)
def test_axe_finds_nothing(browser: Browser, sample_page: Path, scheme: str, size: tuple[int, int]) -> None:
    with quiet_pages(browser, viewport=size, color_scheme=scheme) as opened:
        page = opened(sample_page, "")
        for layout in ("network", "timeline", "table", "compare"):
            page.click(f"[data-value={layout}]")
            assert findings(page) == [], layout
        page.click("[data-value=network]")
        page.click("#story-button")
        for text in ("其一", "其二"):
            page.fill("#story-text", text)
            page.click("#add-step")
        assert page.locator("#told").is_visible() and page.locator("#story-text").is_visible()
        assert findings(page) == []


def test_the_theme_is_the_systems_until_one_is_chosen(browser: Browser, sample_page: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with quiet_pages(browser, color_scheme="dark") as opened:
        page = opened(sample_page, "")
        assert page.evaluate(ground) == "rgb(23, 30, 39)"
        assert page.evaluate("theme.colours().ink") == "#eef2f6"
        page.click("#theme")
        assert page.evaluate(ground) == "rgb(255, 255, 255)"
        assert "theme=light" in page.url
        page.reload()
        page.wait_for_selector("html[data-ready]", state="attached")
        assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_side_columns_are_drawers_on_a_tablet(browser: Browser, sample_page: Path) -> None:
    with quiet_pages(browser, viewport=(820, 1180), has_touch=True) as opened:
        page = opened(sample_page, "")
        assert page.locator("#sidebar").is_hidden() and page.locator("#panel").is_hidden()
        stage = page.locator("#stage").bounding_box()
        assert stage is not None and stage["width"] == 820
        page.tap(".drawer[data-drawer=sidebar]")
        assert page.locator("#sidebar").is_visible()
        page.keyboard.press("Escape")
        assert page.locator("#sidebar").is_hidden()
        assert page.evaluate("document.activeElement.dataset.drawer") == "sidebar"
        page.click("[data-value=table]")
        page.tap("#table tr.row td.of-sentence >> nth=0")
        assert page.locator("#panel").is_visible()
        assert page.locator("#panel blockquote").count() >= 1
        page.tap("#panel .close")
        assert page.locator("#panel").is_hidden()


def test_two_fingers_widen_the_picture(browser: Browser, sample_page: Path) -> None:
    with quiet_pages(browser, viewport=(820, 1180), has_touch=True) as opened:
        page = opened(sample_page, "")
        apart = "Math.abs(picture.spot(0).x - picture.spot(1).x) + Math.abs(picture.spot(0).y - picture.spot(1).y)"
        before = page.evaluate(apart)
        touch = page.context.new_cdp_session(page)
        for kind, far in [("touchStart", 40), *(("touchMove", far) for far in range(50, 140, 10))]:
            points = [{"x": 400 - far, "y": 600, "id": 0}, {"x": 400 + far, "y": 600, "id": 1}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
            page.wait_for_timeout(20)
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(100)
        assert page.evaluate(apart) > before * 1.5


def test_classes_of_years_have_about_equal_shares_and_their_counts(open_page: Open, sample_page: Path) -> None:
    page = open_page(sample_page)
    classes = page.evaluate("paint.yearClasses()")
    counts = [count for *_, count in classes]
    assert len(classes) == 5
    assert sum(counts) == page.evaluate("traced.visible().reduce((n, e) => n + [...e.rows.values()].filter(r => r.year).length, 0)")
    assert max(counts) < sum(counts) * 0.4
    assert [last < later[0] for (_, last, _), later in itertools.pairwise(classes)] == [True] * 4
    nodes, links = tiny()
    page = open_page((nodes, links), whole=graph(nodes, links, {HEZHOU: [2017], LINSHUI: [2018], QUIET: [2019]}))
    assert page.evaluate("paint.yearClasses()") == [[2018, 2018, 1]]
