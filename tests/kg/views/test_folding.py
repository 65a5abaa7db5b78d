"""Groups on a page: what is drawn of them, what they hold, and that it stays within the room that there is."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path

import pytest

from kg.views.folding import Folding, described
from kg.views.grouping import group
from kg.views.page import MOST_BYTES, render_page
from kg.views.statements import Documents
from scripts.support.reforms import sample, whole
from tests.kg.views.conftest import Open
from tests.kg.views.hand import click_node, until
from tests.kg.views.tiny import HEZHOU, LINSHUI, QUIET, REFORM, REPORT, link, node, tiny


def _read(data: str) -> dict:
    return json.loads(zlib.decompress(base64.b64decode(data)))


def _folding() -> Folding:
    nodes, links = tiny()
    nodes.append(node("Region", "region/340000/皖省", "皖省", code="340000", level="province"))
    links += [
        link("a4", "AREA_ADOPTED", LINSHUI, REFORM, year=2020, status="planned", quote="乙", source=REPORT),
        link("x", "CONCERNS", REPORT, REFORM, quote="关于一网通办", source=REPORT),
        link("out", "ADOPTED", LINSHUI, "initiative/别处", year=2020, status="pilot"),
    ]
    groups = group(nodes, links, 3)
    assert [(one.kind, one.members) for one in groups] == [("regions", (HEZHOU, LINSHUI, QUIET))]
    return Folding(nodes, links, groups)


def test_links_of_members_are_those_of_their_group_counted_by_year() -> None:
    folding = _folding()
    places = {each.key: at for at, each in enumerate(folding.drawn)}
    assert {each.label for each in folding.drawn} == {"Document", "Group", "Initiative", "Region"}
    found = {(each.kind, each.members): each.statements for each in folding.lifted(places)}
    assert found == {
        ("ADOPTED", 2): [{"year": 2018, "n": 1}, {"year": 2019, "n": 1}, {"year": 2020, "n": 1}],
        ("AREA_ADOPTED", 1): [{"year": 2020, "n": 1}],
    }
    assert folding.outside == 1
    assert [edge.key for edge in folding.between] == ["x"]


def test_a_pack_holds_members_with_every_sentence_as_long_as_there_is_room() -> None:
    folding = _folding()
    known = {REPORT: tiny()[0][-1]}
    (whole_,) = folding.packs(known, 100_000)
    held = _read(whole_.data)
    assert [each["label"] for each in held["nodes"]] == ["河州市", "临水县", "静山县"]
    assert held["nodes"][0]["properties"]["key"] == HEZHOU
    assert held["others"] == [REFORM]
    quotes = [told.get("quote") for *_, statements in held["links"] for told in statements]
    assert "我市率先试点一网通办" in quotes
    assert held["documents"][0]["name"] == "河州市2019年法治政府建设情况报告"
    (bare,) = folding.packs(known, len(whole_.data) - 1)
    assert bare.bare and "率先" not in json.dumps(_read(bare.data), ensure_ascii=False)
    assert folding.packs(known, 10)[0].data == ""


def test_of_two_groups_one_holds_what_lies_between_them_and_the_other_knows() -> None:
    nodes, links = tiny()
    nodes += [node("Policy", f"policy/{n}", f"{n}号", year=2019) for n in range(4)]
    links.append(link("y", "APPLIES_TO", "policy/1", LINSHUI, source=REPORT, quote="丙"))
    folding = Folding(nodes, links, group(nodes, links, 2))
    names = [one["label"] for one in described(folding.groups, folding.near())]
    near = dict(zip(names, folding.near(), strict=True))
    assert near["Policy"] == [names.index("Region")] and near["Region"] == []
    packs = [_read(pack.data) for pack in folding.packs({}, 100_000)]
    assert [len(pack["links"]) for pack in packs if "policy/1" in pack["others"]] == [len(packs[names.index("Region")]["links"])]
    assert Documents({}).listed == []


@pytest.mark.slow
def test_groups_unfold_in_the_page_by_button_search_and_address(open_page: Open, tmp_path: Path) -> None:
    nodes, relationships = sample()
    graph = whole(nodes, relationships)
    groups = group(nodes, relationships, 25)
    html = render_page(nodes, relationships, title="折叠", whole=graph, groups=groups)
    assert len(html.encode()) < MOST_BYTES
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    page = open_page(path)
    drawn = "data.nodes.filter(n => filter.shown.nodes[n.id]).map(n => n.key)"
    assert not {key for one in groups for key in one.members} & set(page.evaluate(drawn))
    assert "stand folded" in (page.locator("#notes").text_content() or "")
    # What the counts and the table say does not hang on what is folded.
    said = page.locator("#adopters").text_content()
    group_ = next(one for one in groups if one.kind == "regions" and one.part == "四川省")
    click_node(page, group_.key)
    assert page.locator("#panel .title h2").text_content() == f"四川省 · Region {len(group_.members)}"
    page.click("#fold")
    until(page, "data.groups.some(({ key }) => state.current.open.has(key))")
    assert set(group_.members) <= set(page.evaluate(drawn)) and group_.key not in page.evaluate(drawn)
    assert page.locator("#adopters").text_content() == said
    folded = {key for one in groups for key in one.members}
    stated = {e.key for e in relationships if e.start in group_.members and e.type == "ADOPTED" and e.end not in folded}
    keys = page.evaluate("data.links.filter(l => l.kind === 'ADOPTED' && filter.shown.links[l.id]).flatMap(l => l.statements.map(s => s.key))")
    assert stated <= set(keys)
    click_node(page, group_.members[0])
    assert page.locator("#panel blockquote").count() > 0
    spots = page.evaluate("data.nodes.filter(n => filter.shown.nodes[n.id]).map(n => [n.home.x, n.home.y])")
    assert len({tuple(spot) for spot in spots}) == len(spots)
    address = page.url.split("#")[1]
    page.click("#fold")
    until(page, "state.current.open.size === 0")
    assert group_.key in page.evaluate(drawn)
    # Search finds what is folded, says where, and unfolds it.
    page.fill("#search", "成都市")
    until(page, "document.querySelector('#matches .small')?.textContent.includes('folded in')")
    page.keyboard.press("Enter")
    until(page, "state.current.open.size === 1 && state.current.chosen?.node !== undefined")
    assert page.locator("#panel .title h2").text_content() == "成都市"
    page.click("[data-value=levels]")
    inside = page.evaluate("Object.values(picture.positions()).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))")
    assert inside and page.evaluate("rows.shown.map(({ row }) => row.name)")[:2] == ["Group", "Initiative"]
    # The table has the sentences of folded regions, too.
    page.click("[data-value=table]")
    until(page, "[...document.querySelectorAll('#table .of-sentence')].slice(0, 20).every(cell => cell.textContent)")
    again = open_page(path, address)
    until(again, "state.current.chosen?.node !== undefined")
    assert set(group_.members) <= set(again.evaluate(drawn))
    assert again.locator("#panel .title h2").text_content() == page.evaluate("key => data.nodes[data.byKey.get(key)]?.label", group_.members[0])
