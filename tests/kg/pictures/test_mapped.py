"""The map of a reader's own outlines: which is whose, what is grey, what is refused, and how it is drawn and clicked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.pictures import mapped
from kg.pictures.outlines import read_outlines
from kg.pictures.page import render_page
from kg.pictures.tiles import NoMapError, tile_model
from kg.pictures.words import Words
from kg.tracing.trace import trace
from tests.chromium import quiet_pages
from tests.kg.pictures.conftest import Open
from tests.kg.pictures.hand import row
from tests.kg.pictures.made_up_map import PROVINCES, feature, prefectures, write_map
from tests.kg.pictures.many import spread_widely
from tests.kg.pictures.test_tiles import ABOVE, CHUANSHAN, SICHUAN, SUINING, YEARS
from tests.kg.tracing.test_trace import spread
from tests.kg.tracing.world import GRID

HOSTILE = "</script><script>window.ran=1</script><img src=x onerror=window.ran=2>\u202e{n}"


def drawn(file: Path, shown: set[str] | None = None, lang: str = "en") -> dict:
    rows = [row("510900", "遂宁市", ("implemented", 2017), observed=(2017,)), row("510000", "四川省", observed=(2016,), level="province")]
    found = tile_model(rows, YEARS, shown, ABOVE, Words(lang), read_outlines(file))  # type: ignore[arg-type]
    assert found is not None
    return found


def test_provinces_are_found_by_code_or_name_and_the_rest_is_grey(tmp_path: Path) -> None:
    model = drawn(write_map(tmp_path / "省.json", *PROVINCES))
    outlined = {tile["name"]: tile["path"] for tile in model["tiles"] if "path" in tile}
    assert list(outlined) == ["四川省", "重庆市"]
    assert outlined["四川省"].count("M") == 2  # with its island
    assert model["map"]["grey"].count("M") == 1 and max(model["map"]["width"], model["map"]["height"]) == 1600
    assert "省.json" in model["measure"]
    *_, grey, without = model["notes"]
    assert grey == "Grey: outlines of the file that are none of these regions (1)."
    assert without.startswith("The file has no outline of 32 regions, among them 黑龙江省, ")
    assert len(model["tiles"]) == 34 and model["counts"][2020][2] == 34


def test_below_one_region_what_lies_round_it_is_cut_off(tmp_path: Path) -> None:
    model = drawn(prefectures(tmp_path / "a.json"), {SICHUAN, SUINING, CHUANSHAN}, "zh")
    assert [tile["name"] for tile in model["tiles"] if "path" in tile] == ["绵阳市", "遂宁市"]
    assert model["map"]["grey"].count("M") == 1
    assert model["notes"][:2] == ["灰色：文件中不属于这些地区的 1 个轮廓。", "文件中另有 1 个轮廓在图外。"]
    assert "成都市" in model["notes"][2]


def test_a_name_goes_before_a_code_that_may_count_the_features(tmp_path: Path) -> None:
    file = write_map(tmp_path / "a.json", feature({"name": "四川", "id": "50"}, (100, 30, 101, 31)), feature({"name": "Chongqing", "adcode": 500000}, (101, 30, 102, 31)))
    assert [tile["name"] for tile in drawn(file)["tiles"] if "path" in tile] == ["四川省", "重庆市"]


def test_a_file_of_other_places_is_refused(tmp_path: Path) -> None:
    file = write_map(tmp_path / "a.json", feature({"name": "甲\u202e" + "长" * 90}, (100, 30, 101, 31)))
    with pytest.raises(InputError, match=r"^a.json has no outline of a province: none of its 1 features \(甲\\u202e长{18}\) has its adcode") as said:
        drawn(file)
    assert "\u202e" not in str(said.value)
    with pytest.raises(InputError, match="no outline of what lies right below 四川省"):
        drawn(file, {SICHUAN, SUINING})


def test_too_much_is_made_coarser_and_then_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_map(tmp_path / "a.json", *PROVINCES)
    lengths = {len("".join(tile.get("path", "") for tile in drawn(file)["tiles"])) + len(drawn(file)["map"]["grey"])}
    monkeypatch.setattr(mapped, "MOST_LETTERS", max(lengths) - 1)
    assert max(drawn(file)["map"]["width"], drawn(file)["map"]["height"]) < 1600
    monkeypatch.setattr(mapped, "MOST_LETTERS", 20)
    with pytest.raises(InputError, match="too many outlines for a page"):
        drawn(file)


def test_a_map_of_what_has_none_is_refused(tmp_path: Path) -> None:
    outlines = read_outlines(write_map(tmp_path / "a.json", *PROVINCES))
    with pytest.raises(NoMapError, match="neither is shown"):
        tile_model([row("510900", "遂宁市", observed=(2017,))], YEARS, {CHUANSHAN}, ABOVE, Words("en"), outlines)  # type: ignore[arg-type]


def test_without_a_file_the_page_has_no_map_and_with_one_it_is_the_same_each_time(tmp_path: Path) -> None:
    outlines = read_outlines(write_map(tmp_path / "a.json", *PROVINCES))
    found = trace(spread(), GRID)
    assert '"grey":' not in render_page(found)
    page = render_page(found, outlines=outlines)
    assert page == render_page(found, outlines=outlines) and '"grey":' in page


@pytest.mark.slow
def test_the_map_is_clicked_follows_the_year_and_is_saved(open_trace: Open, tmp_path: Path) -> None:
    file = write_map(tmp_path / "a.json", *PROVINCES)
    page = open_trace(spread_widely(), lang="en", outlines=read_outlines(file))
    assert page.locator("#tiles h2").inner_text() == "Map"
    page.locator("#tiles").scroll_into_view_if_needed()
    paths = "#tiles svg svg path[fill-rule]"
    frames = page.evaluate("outlines.layout(document.querySelector('#tiles svg').width.baseVal.value).across")
    spot = page.evaluate(
        "() => { const [sheet] = document.querySelectorAll('#tiles svg svg'); sheet.scrollIntoView({ block: 'center' });"
        " const b = sheet.getBoundingClientRect(); return [b.left + b.width * 0.3, b.top + b.height * 0.3]; }"
    )
    page.mouse.move(*spot)
    assert "四川省" in page.locator("#tip").inner_text()
    page.mouse.click(*spot)
    assert page.locator("#sentence .key-number").inner_text().startswith("四川省")
    assert page.locator(f"{paths}[stroke-width='2.5']").count() == frames
    page.click("#tiles .years-row button[data-value='2012']")
    filled = page.locator("#tiles svg svg").last.locator("path[fill-rule]").evaluate_all("all => all.map(e => e.getAttribute('fill'))")
    page.click("#tiles .years-row button[data-value='2018']")
    assert filled != page.locator("#tiles svg svg").last.locator("path[fill-rule]").evaluate_all("all => all.map(e => e.getAttribute('fill'))")
    with page.expect_download() as download:
        page.click("#tiles button >> text=SVG")
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert saved.count("fill-rule") >= 3 and "outlines as the file a.json has them" in re.sub(r"<[^>]+>", " ", saved)


@pytest.mark.slow
def test_hostile_names_of_files_and_features_are_shown_as_text(browser: object, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    hostile = feature({"name": HOSTILE, "adcode": HOSTILE}, (100, 30, 101, 31))
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [*PROVINCES, hostile]}), encoding="utf-8")
    outlines = read_outlines(file)
    outlines = type(outlines)(HOSTILE, outlines.features)
    (tmp_path / "page.html").write_text(render_page(trace(spread(), GRID), outlines=outlines), encoding="utf-8")
    with quiet_pages(browser) as opened:  # type: ignore[arg-type]
        page = opened(tmp_path / "page.html", "")
        assert HOSTILE in (page.locator("#tiles .body").text_content() or "")
        assert page.evaluate("window.ran") is None
        assert page.locator("img, a, iframe").count() == 0
