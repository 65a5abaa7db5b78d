"""The timeline: the launch, marks by level, years that are widened and scrolled, and nothing counted that is not drawn."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.kg.views.conftest import Open
from tests.kg.views.hand import until
from tests.kg.views.tiny import HEZHOU, LINSHUI, REFORM, REPORT, graph, link, node, tiny

LAUNCH = "policy/国办发〔2018〕45号"


def _launched() -> tuple[list, list]:
    nodes, links = tiny()
    nodes.append(node("Policy", LAUNCH, "国办发〔2018〕45号", number="国办发〔2018〕45号", year=2018, date="2018-06-10"))
    links.append(link("l", "LAUNCHED_BY", REFORM, LAUNCH, source="ontology", date="2018-06-10", checked=True))
    early = link("w", "ADOPTED", LINSHUI, REFORM, year=2017, status="implemented", quote="临水县一网通办上线", source=REPORT)
    return nodes, [*links, early]


def _mark(page: Page, key: str) -> dict[str, float]:
    return page.evaluate(
        "key => { const box = timeline.spot(traced.regions.findIndex(r => r[3] === key), data.initiatives[0]);"
        " return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height }; }",
        key,
    )


def test_the_diamond_stands_at_the_launch_and_what_came_before_is_told_apart(open_page: Open) -> None:
    nodes, links = _launched()
    whole = graph(nodes, links, {HEZHOU: [2017, 2018], LINSHUI: [2016, 2017]})
    page = open_page((nodes, links), "layout=timeline", lang="en", whole=whole)
    diamond = page.locator("#lanes g[data-node]:has(title)").bounding_box()
    assert diamond is not None
    years = {text.text_content(): text.bounding_box() for text in page.locator("#lanes .axis text").all()}
    assert sorted(years) == ["2017", "2018"]
    middle = diamond["x"] + diamond["width"] / 2
    first, second = (years[year]["x"] + years[year]["width"] / 2 for year in ("2017", "2018"))
    assert -0.1 < (middle - second) / (second - first) < 0  # 10 June: shortly before the middle of its year
    assert _mark(page, LINSHUI)["x"] < middle
    tinted = page.locator("#lanes .before").bounding_box()
    assert tinted is not None and abs(tinted["x"] + tinted["width"] - middle) < 1.5
    page.mouse.click(_mark(page, LINSHUI)["x"], _mark(page, LINSHUI)["y"])
    assert "before the launching document" in (page.locator("#panel dl").text_content() or "")
    assert "exactly: its report on 2016 is silent" in (page.locator("#panel dl").text_content() or "")


def test_a_mark_leads_to_its_sentences_and_its_address_brings_it_back(open_page: Open) -> None:
    nodes, links = tiny()
    page = open_page((nodes, links), "layout=timeline", lang="en", whole=graph(nodes, links, {HEZHOU: [2017]}))
    spot = _mark(page, LINSHUI)
    page.mouse.click(spot["x"], spot["y"])
    assert page.locator("#panel blockquote").all_text_contents() == ["临水县将推行一网通办"]
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator("#panel blockquote").all_text_contents() == ["临水县将推行一网通办"]


def _many(count: int) -> tuple[list, list]:
    levels = ("province", "prefecture", "county")
    nodes = [node("Initiative", REFORM, "一网通办"), node("Document", REPORT, "报告", year=2020)]
    nodes += [node("Region", f"region/{n:06}/甲{n}", f"甲{n}", code=f"{n:06}", level=levels[n % 3]) for n in range(count)]
    links = [
        link(f"{n}", "ADOPTED", f"region/{n:06}/甲{n}", REFORM, year=2015 + n % 5, status="implemented", quote="推行一网通办", source=REPORT)
        for n in range(count)
    ]
    return nodes, links


def test_marks_of_many_regions_stay_large_enough_apart_and_grouped_by_level(open_page: Open) -> None:
    page = open_page(_many(600), "layout=timeline", lang="en")
    boxes = page.locator("#lanes .mark").evaluate_all(
        "marks => marks.map(m => { const b = m.getBoundingClientRect();"
        " return [Math.round(b.x), Math.round(b.y), b.width, b.height, traced.regions[m.dataset.region][1]]; })"
    )
    assert len(boxes) == 600
    assert min(min(box[2], box[3]) for box in boxes) >= 5
    assert len({(box[0], box[1]) for box in boxes}) == 600
    for level, below in (("province", "prefecture"), ("prefecture", "county")):
        assert max(box[1] for box in boxes if box[4] == level) < min(box[1] for box in boxes if box[4] == below)


def test_years_are_widened_and_scrolled_under_their_heads(open_page: Open) -> None:
    page = open_page(_many(300), "layout=timeline", lang="en")
    lanes = page.locator("#lanes")
    box = lanes.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 400, box["y"] + 200)
    wide = "document.querySelector('#lanes').scrollWidth"
    before = page.evaluate(wide)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    until(page, f"{wide} > {before * 1.2}")
    page.click(".zoom button[aria-label='Wider years']")
    page.click(".zoom button[aria-label='Wider years']")
    page.mouse.move(box["x"] + 400, box["y"] + 200)
    page.mouse.wheel(300, 200)
    until(page, "document.querySelector('#lanes').scrollLeft > 0")
    page.wait_for_timeout(100)
    head = page.locator("#lanes .heads").bounding_box()
    axis = page.locator("#lanes .axis").bounding_box()
    assert head is not None and axis is not None
    assert abs(head["x"] - box["x"]) < 2
    assert abs(axis["y"] - box["y"]) < 2


def test_nothing_is_counted_that_is_not_drawn(open_page: Open) -> None:
    nodes, links = tiny()
    page = open_page((nodes, links), lang="en", whole=graph(nodes, links, {HEZHOU: [2017]}))
    assert page.locator("#counts").text_content() == "4 nodes · 2 links"
    page.click("[data-value=timeline]")
    assert page.locator("#counts").text_content() == "3 nodes · 2 links"
    assert page.locator("[data-id=Region] .count").text_content() == "2/3"
    assert page.locator("#lanes .mark").count() == 2
    page.click("#link-types [data-id=ADOPTED]")
    assert page.locator("#lanes .mark").count() == 0
    page.click("[data-value=network]")
    assert page.locator("#counts").text_content() == "4 nodes · 0 links"
