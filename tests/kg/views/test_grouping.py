"""What is folded of a large subgraph, in which order, and what never is."""

from __future__ import annotations

from cypher.elements import Node, Relationship
from kg.views.grouping import FEWEST_MEMBERS, MOST_MEMBERS, counts, group
from tests.kg.views.tiny import link, node


def _graph() -> tuple[list[Node], list[Relationship]]:
    """Two provinces with 30 and 20 counties; a reform of all, six local ones; 70 policies of one year, 5 of another."""
    nodes = [
        node("Region", "region/510000/川省", "川省", code="510000", level="province"),
        node("Region", "region/330000/浙省", "浙省", code="330000", level="province"),
        node("Initiative", "initiative/共", "共"),
    ]
    links = []
    for code, count in (("51", 30), ("33", 20)):
        for n in range(count):
            key = f"region/{code}01{n:02}/县{n}"
            nodes.append(node("Region", key, f"县{n}", code=f"{code}01{n:02}", level="county"))
            links.append(link(f"a{key}", "ADOPTED", key, "initiative/共", year=2018, status="pilot"))
    for n in range(6):
        nodes.append(node("Initiative", f"initiative/独{n}", f"独{n}"))
        links.append(link(f"l{n}", "ADOPTED", "region/510100/县0", f"initiative/独{n}", year=2019, status="pilot"))
    nodes += [node("Policy", f"policy/{n}", f"{n}号", year=2020 if n < 70 else 2021) for n in range(75)]
    return nodes, links


def test_types_fold_first_then_local_initiatives_then_the_regions_of_the_largest_province() -> None:
    nodes, links = _graph()
    assert group(nodes, links, len(nodes)) == []
    shown = {one.key: len(one.members) for one in group(nodes, links, 66)}
    assert shown == {"group/type/Policy/2020/0": 70}
    assert {one.key for one in group(nodes, links, 61)} == {"group/type/Policy/2020/0", "group/type/Policy//0"}
    assert {one.key for one in group(nodes, links, 54)} - {"group/type/Policy/2020/0", "group/type/Policy//0"} == {
        "group/local/Initiative/川省/0", "group/regions/Region/川省/0",
    }  # fmt: skip
    assert counts(group(nodes, links, 3)) == {"local": 6, "regions": 50, "type": 75}


def test_what_was_asked_for_stays_by_itself() -> None:
    nodes, links = _graph()
    kept = {"region/510100/县0", "initiative/独3"}
    folded = {key for one in group(nodes, links, 5, kept) for key in one.members}
    assert not folded & kept
    assert len(folded) == 50 - 1 + 6 - 1 + 75


def test_initiatives_of_fewest_regions_fold_where_all_else_is_folded() -> None:
    links = [
        link(f"{n} {m}", "ADOPTED", f"region/51010{m}/甲", f"initiative/{n}", year=2018, status="pilot")
        for n in range(9)
        for m in range(n if n != 1 else 3)
    ]
    nodes = [node("Initiative", f"initiative/{n}", str(n)) for n in range(9)]
    nodes += [node("Region", f"region/51010{m}/甲", "甲", code=f"51010{m}", level="province") for m in range(8)]
    (one,) = group(nodes, links, 14)
    assert one.kind == "initiatives" and one.members == tuple(f"initiative/{n}" for n in (0, 1, 2, 3))


def test_groups_are_small_enough_to_be_looked_at_and_small_parts_stand_together() -> None:
    nodes = [node("Event", f"event/{n:04}", "x", year=2000 + n % 20) for n in range(2 * MOST_MEMBERS)]
    made = group(nodes, [], 10)
    assert len(made) == 20 and {len(one.members) for one in made} == {FEWEST_MEMBERS}
    many = [node("Event", f"event/{n:04}", "x", year=2000) for n in range(2 * MOST_MEMBERS + 1)]
    assert [(one.turn, len(one.members)) for one in group(many, [], 10)] == [(1, MOST_MEMBERS), (2, MOST_MEMBERS)]
    few = [node("Event", f"event/{n}", "x", year=2000 + n) for n in range(9)]
    assert [(one.part, len(one.members)) for one in group(few, [], 2)] == [("", 9)]


def test_the_order_of_the_nodes_says_nothing() -> None:
    nodes, links = _graph()
    assert group(nodes[::-1], links[::-1], 20) == group(nodes, links, 20)
