"""What a page says of its initiatives is what a trace says: the same first years, bounds and beginnings."""

from __future__ import annotations

from kg.pictures.origin import origin_model
from kg.pictures.words import Words
from kg.tracing.trace import trace
from kg.tracing.words import LEVELS
from kg.views.page import render_page
from kg.views.statements import Documents
from kg.views.traced import COLUMNS, read, traced
from tests.kg.tracing.world import GRID, told, world
from tests.kg.views.conftest import Open
from tests.kg.views.tiny import HEZHOU, LINSHUI, REFORM, REPORT, graph, link, tiny

_WORLD = world(
    told("510000", 2016), told("510000", 2018, "implemented"),
    told("510900", 2015, "planned"), told("510900", 2017, "pilot"), told("510900", 2018, "implemented"),
    told("510903", 2019, "completed"), told("510904", 2018), told("510904", 2019, "planned"), told("510921", 2020),
)  # fmt: skip


def test_rows_are_those_of_the_record() -> None:
    key = f"initiative/{GRID}"
    data = traced(read(_WORLD, [key]), {key: 7}, Documents({}), ())
    (entry,) = data["initiatives"]
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in entry["rows"]]
    shown = {data["regions"][row["region"]][3]: (row["year"] or None, row["lo"] or None, row["bound"]) for row in rows}
    record = trace(_WORLD, GRID)
    assert shown == {row.region.key: (row.hi, row.lo, row.bound) for row in record.rows if row.statements}
    assert {region[3]: tuple(region[4]) for region in data["regions"]} == {
        row.region.key: row.observed for row in record.rows if row.level in LEVELS
    }
    assert entry["node"] == 7


def test_boxes_are_those_of_the_page_of_a_trace() -> None:
    data = traced(read(_WORLD, [f"initiative/{GRID}"]), {f"initiative/{GRID}": 0}, Documents({}), ())
    (entry,) = data["initiatives"]
    record = trace(_WORLD, GRID)

    class Nowhere:
        def place(self, statement: object) -> None:
            return None

    for lang in ("zh", "en"):
        boxes = [data["boxes"][place] for place in entry["boxes"][lang]]
        theirs = origin_model(record.facts, sorted(record.rows, key=lambda row: row.region.key), Nowhere(), Words(lang))
        for ours, other in zip(boxes, theirs, strict=True):
            for name in ("what", "year", "place", "notes"):
                assert ours.get(name) == other.get(name)


def test_a_threshold_counts_as_min_confidence_does() -> None:
    nodes, links = tiny()
    links += [
        link("u", "ADOPTED", LINSHUI, REFORM, year=2017, status="implemented", quote="临水县推行一网通办", source=REPORT,
             confidence=0.62, rule="r"),
        link("v", "ADOPTED", HEZHOU, REFORM, year=2016, status="implemented", quote="推行政务服务一网通办", source=REPORT,
             confidence=0.85, rule="r"),
    ]  # fmt: skip
    whole = graph(nodes, links, {HEZHOU: [2015, 2017], LINSHUI: [2016]})
    data = traced(read(whole, [REFORM]), {REFORM: 0}, Documents({}), ())
    (entry,) = data["initiatives"]
    for number, (name, least) in enumerate(data["variants"]):
        if name:
            continue
        rows = {row[0]: row for row in entry["rows"]} | {
            row[0]: row for row in entry.get("others", {}).get(number, {}).get("rows", [])
        }
        found = trace(whole, "一网通办", min_confidence=least)
        assert {data["regions"][place][3]: row[1] or None for place, row in rows.items()} == {
            row.region.key: row.hi for row in found.rows if row.statements
        }
    assert [least for name, least in data["variants"] if not name] == [0.0, 0.7, 0.9, 0.95]


def test_initiatives_whose_adoptions_the_page_does_not_show_are_not_counted() -> None:
    nodes, links = tiny()
    other = "initiative/最多跑一次"
    nodes.append(nodes[3].__class__(other, "Initiative", {"key": other, "name": "最多跑一次"}))
    adopted = link(
        "o", "ADOPTED", LINSHUI, other, year=2016, status="implemented", quote="推行最多跑一次", source=REPORT
    )
    whole = graph(nodes, [*links, adopted], {LINSHUI: [2016]})
    html = render_page(nodes, links, title="x", whole=whole)
    assert '"initiatives":[{"node":1,' in html.replace('"node":0,', '"node":1,')
    assert html.count('"launch":null,"rows"') == 1


def test_the_panel_opens_with_where_the_reform_began(open_page: Open) -> None:
    nodes, links = tiny()
    page = open_page((nodes, links), lang="en", whole=graph(nodes, links, {HEZHOU: [2017, 2018]}))
    boxes = page.locator("#panel .origin article")
    assert boxes.locator("h4").all_text_contents() == [
        "First mention",
        "First pilot",
        "First deed",
        "The centre's document",
    ]
    assert boxes.nth(1).locator(".when").text_content() == "2018河州市"
    assert boxes.nth(1).locator("mark").all_text_contents() == ["一网通办"]
    assert "河州市2019年法治政府建设情况报告" in (boxes.nth(1).text_content() or "")
    assert "No launching document is known" in (boxes.nth(3).text_content() or "")
    boxes.nth(1).locator("button.link").first.click()
    assert page.locator("#panel .title h2").text_content() == "河州市"


def _aliased() -> tuple[list, list]:
    nodes, links = tiny()
    early = link("e", "ADOPTED", LINSHUI, REFORM, year=2018, status="implemented", quote="全县推行“一网通办理”，政务服务“一网办”全覆盖",
                 source=REPORT, confidence=0.55, rule="adoption.full", place=(1, 9))  # fmt: skip
    early.properties["quote"] = "全县政务服务一网办全覆盖"
    return nodes, [*links, early]


def test_only_the_name_itself_or_sure_sentences_count_where_that_is_asked_for(open_page: Open) -> None:
    nodes, links = _aliased()
    whole = graph(nodes, links, {HEZHOU: [2017, 2018], LINSHUI: [2017, 2018, 2020]})
    page = open_page((nodes, links), lang="en", whole=whole)
    first = page.locator("#adopters")
    assert (first.text_content() or "").startswith("2 of 2 observed")
    page.click("#evidence [data-value=name]")
    assert (first.text_content() or "").startswith("1 of 2 observed")
    assert "forms=name" in page.url
    page.click("#evidence [data-value=all]")
    page.select_option("#least", "0.6")
    assert (first.text_content() or "").startswith("1 of 2 observed")
    assert page.evaluate(
        "filter.statements(data.links.find(l => l.kind === 'ADOPTED' && l.statements.length === 2 "
        f"&& data.nodes[l.from].key === '{LINSHUI}')).map(item => item.key)"
    ) == ["a3"]
    page.goto(page.url.split("#")[0] + "#least=0.6&forms=name")
    assert page.locator("#least").input_value() == "0.6"
    assert page.locator("#evidence [data-value=name]").get_attribute("aria-pressed") == "true"
