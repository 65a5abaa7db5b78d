"""Finding and filtering: search, switches, focus, years, by keyboard and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.kg.views.conftest import Open
from tests.kg.views.hand import click_node, node_spot
from tests.kg.views.tiny import HEZHOU, LINSHUI, QUIET, REFORM, node, report, tiny


def _shown(page: Page) -> list[str]:
    return sorted(page.evaluate("data.nodes.filter(n => filter.shown.nodes[n.id]).map(n => n.label)"))


def _states(page: Page) -> dict[str, str]:
    return page.evaluate(
        "Object.fromEntries(data.nodes.filter(n => n.kind === 'Region').map(n => [n.key, traced.ofNode(n).state]))"
    )


@pytest.mark.parametrize("typed", ["临水", "lsx", "linshui", "341122", "LSX"])
def test_search_finds_by_name_pinyin_initials_and_code(open_page: Open, typed: str) -> None:
    page = open_page(tiny())
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert page.locator("#matches .name").first.text_content() == "临水县"
    page.keyboard.press("Enter")
    assert page.locator("#panel .title h2").text_content() == "临水县"
    assert page.locator("#matches").is_hidden()


def test_search_by_english_arrow_keys_and_mouse(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.click("#search")
    page.keyboard.type("one net")
    assert page.locator("#matches .name").all_text_contents() == ["一网通办"]
    page.fill("#search", "县")
    page.keyboard.press("ArrowDown")
    second = page.locator("#matches [aria-selected=true] .name").text_content()
    assert second == page.locator("#matches .name").nth(1).text_content()
    page.locator("#matches li").nth(0).click()
    assert page.locator("#panel .title h2").text_content() != second
    page.fill("#search", "没有这个地方")
    assert page.locator("#matches").text_content() == "Nothing by that name"


def _matches(page: Page, typed: str) -> list[str]:
    page.fill("#search", typed)
    return page.locator("#matches li").all_text_contents()


def test_an_initiative_is_found_by_any_form_of_its_name(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    assert _matches(page, "全程网办") == ["一网通办Initiative · 全程网办"]
    assert _matches(page, "ywtb") == ["一网通办Initiative"]


def test_several_words_narrow_and_entries_of_one_name_are_told_apart(open_page: Open) -> None:
    nodes, links = tiny()
    for year in (2018, 2021):
        known = {"year": year, "date": f"{year + 1}-02-03", "paths": [f"{year}/临水县.txt"]}
        nodes.append(node("Document", f"document/{year}", "政府工作报告", **known))
    page = open_page((nodes, links), lang="en")
    assert _matches(page, "工作报告") == [
        "政府工作报告Document · 2019-02-03 · 2018/临水县.txt", "政府工作报告Document · 2022-02-03 · 2021/临水县.txt",
    ]  # fmt: skip
    assert _matches(page, "工作报告 2021/临水") == ["政府工作报告Document · 2022-02-03 · 2021/临水县.txt"]
    assert _matches(page, "河政〔2020〕8号") == ["河州市2019年法治政府建设情况报告Document · 河政〔2020〕8号 · 2020-03-01"]
    assert _matches(page, "临水 341122") == ["临水县Region · 341122 · county"]
    assert _matches(page, "临水 河州") == ["Nothing by that name"]


def test_switching_a_label_or_type_off_hides_it_and_its_links(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    assert page.locator("#counts").text_content() == "4 nodes · 2 links"
    page.click("#link-types [data-id=PART_OF]")
    assert page.locator("#counts").text_content() == "4 nodes · 4 links"
    page.click("#node-types [data-id=Initiative]")
    assert page.locator("#counts").text_content() == "3 nodes · 2 links"
    assert "一网通办" not in _shown(page)
    page.click("#node-types [data-id=Initiative]")
    page.click("#link-types [data-id=PART_OF]")
    assert page.locator("#counts").text_content() == "4 nodes · 2 links"


def test_initiatives_can_be_left_out_one_by_one(open_page: Open, sample_page: Path) -> None:
    page = open_page(sample_page)
    page.click("#initiatives .link >> nth=1")
    assert not {"河长制", "一网通办"} & set(_shown(page))
    page.click("[data-id='initiative/河长制']")
    assert "河长制" in _shown(page)
    assert "一网通办" not in _shown(page)


def test_focus_keeps_a_node_and_its_neighbours(open_page: Open) -> None:
    page = open_page(tiny(), "hidelinks=", lang="en")
    click_node(page, QUIET)
    page.click("#focus")
    assert _shown(page) == ["河州市", "静山县"]
    page.click("#panel .tools [data-value='2']")
    assert _shown(page) == ["一网通办", "临水县", "河州市", "静山县"]
    page.keyboard.press("Escape")
    assert len(_shown(page)) == 4
    page.wait_for_selector("#panel .hint")


def test_years_narrow_what_is_adopted(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    assert page.locator(".bars i").evaluate_all("bars => bars.map(b => [b.dataset.year, b.dataset.count])") == [
        ["2018", "1"], ["2019", "0"], ["2020", "0"],
    ]  # fmt: skip
    page.focus("#year-to")
    page.keyboard.press("ArrowLeft")
    assert page.locator("#year-shown").text_content() == "2018–2019"
    assert _states(page) == {HEZHOU: "pilot", LINSHUI: "none", QUIET: "none"}
    page.focus("#year-from")
    page.keyboard.press("ArrowRight")
    assert page.locator("#year-shown").text_content() == "2019"
    click_node(page, HEZHOU)
    assert page.locator("#panel blockquote").all_text_contents() == ["一网通办覆盖全部部门"]


def test_a_handle_is_drawn_by_the_mouse(open_page: Open, sample_page: Path) -> None:
    page = open_page(sample_page)
    box = page.locator(".track").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * 4 / 9, middle, steps=6)
    page.mouse.up()
    assert page.locator("#year-shown").text_content() == "2015–2019"


def test_a_single_year(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.click("[data-value=single]")
    assert page.locator("#year-shown").text_content() == "2020"
    assert page.locator("#year-from").count() == 0
    assert _states(page) == {HEZHOU: "pilot", LINSHUI: "planned", QUIET: "none"}
    assert page.locator("#counts").text_content() == "4 nodes · 1 links"
    page.click("[data-value=range]")
    assert page.locator("#year-shown").text_content() == "2018–2020"


def test_space_plays_the_years_to_the_end(open_page: Open) -> None:
    page = open_page(tiny(), lang="en")
    page.keyboard.press(" ")
    assert page.locator("#play").get_attribute("aria-label") == "Pause"
    page.wait_for_selector("#year-shown:text-is('2018–2019')")
    page.wait_for_selector("#year-shown:text-is('2018–2020')")
    page.wait_for_selector("#play[aria-label='Play the years']")


def test_a_page_without_years_or_regions_still_works(open_page: Open) -> None:
    nodes, _ = tiny()
    page = open_page(([n for n in nodes if n.key == REFORM], []), lang="en")
    assert page.locator("#years").is_hidden()
    assert page.locator("[data-value=timeline]").is_disabled()
    assert _shown(page) == ["一网通办"]


def test_what_lies_before_the_first_adoption_is_there_while_no_year_is_chosen(open_page: Open) -> None:
    nodes, links = tiny()
    nodes.append(
        node("Policy", "policy/国发〔2001〕33号", "关于行政审批制度改革的意见", number="国发〔2001〕33号", year=2001)
    )
    page = open_page((nodes, links), lang="en")
    assert "关于行政审批制度改革的意见" in _shown(page)
    page.focus("#year-from")
    page.keyboard.press("ArrowRight")
    assert "关于行政审批制度改革的意见" not in _shown(page)


def test_a_press_that_narrowly_misses_a_small_node_still_meets_it(open_page: Open, sample_page: Path) -> None:
    page = open_page(sample_page)
    county = "region/330681/诸暨市"
    radius = page.evaluate(
        "key => { const [a, b] = [data.nodes[data.byKey.get(key)], data.nodes[0]];"
        " const scale = (picture.spot(a.id).x - picture.spot(b.id).x) / (a.home.x - b.home.x);"
        " return looks.radius(a) * scale; }",
        county,
    )
    x, y = node_spot(page, county)
    page.mouse.click(x + radius + 1.5, y)
    page.wait_for_selector("#panel .title h2:text-is('诸暨市')")


def test_figures_are_hidden_at_first_only_where_there_are_many(open_page: Open) -> None:
    nodes, links = tiny()
    few = [node("Measurement", f"measurement/{n}", f"指标{n}", value=1.0) for n in range(3)]
    many = [node("Measurement", f"measurement/{n}", f"指标{n}", value=1.0) for n in range(60)]
    assert "指标1" in _shown(open_page(([*nodes, *few], links)))
    page = open_page(([*nodes, *many], links))
    assert "指标1" not in _shown(page)
    page.click("#node-types [data-id=Measurement]")
    assert "指标1" in _shown(page)


def test_a_subgraph_of_documents_alone_is_not_blank(open_page: Open) -> None:
    page = open_page(([report()], []))
    assert _shown(page) == ["河州市2019年法治政府建设情况报告"]


def test_handles_that_meet_can_be_parted_again(open_page: Open, sample_page: Path) -> None:
    page = open_page(sample_page, "years=2015-2015")
    box = page.locator(".track").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 8, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * 3 / 9, middle, steps=6)
    page.mouse.up()
    assert page.locator("#year-shown").text_content() == "2015–2018"
    page.goto(page.url.split("#")[0] + "#years=2024-2024")
    page.mouse.move(box["x"] + box["width"] - 8, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * 6 / 9, middle, steps=6)
    page.mouse.up()
    assert page.locator("#year-shown").text_content() == "2021–2024"
