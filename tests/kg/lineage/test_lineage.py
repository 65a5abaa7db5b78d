"""Names of one reform over the years: turns, shares with their denominators, leads, and forms that decide nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kg.disk.parts import SourceDocument
from kg.errors import GraphError, SelectionError
from kg.lineage.leads import for_good
from kg.lineage.lineage import Lineage, lineage
from kg.model import KnowledgeGraph
from kg.stores.embedded import EmbeddedStore
from tests.kg.records import document
from tests.kg.tracing.world import GRID, PLACES, told, world

OLD, NEW, LAST = "最多跑一次", "一件事一次办", "高效办成一件事"
RIVERS = "河长制"
DISTRICTS = ("510903", "510904", "510921", "510922", "510703", "500101")


def said(code: str, year: int, *names: str, dated: tuple[str, ...] = (), other: tuple[str, ...] = (), **more: Any) -> SourceDocument:
    """The report of a region on ``year`` that uses ``names``, and forms of NEW: such as are bound to years, and others."""
    title = more.get("title", f"{PLACES[code]}人民政府{year}年工作报告")
    lines = [title, *(f"持续推进{word}改革走深走实。" for word in (*names, *dated, *other))]
    rules = [(name, name, "initiative.name") for name in names]
    rules += [(NEW, word, "initiative.dated") for word in dated] + [(NEW, word, "initiative.alias") for word in other]
    return document(
        f"{year}/{code}-{more.get('kind', 'report')}-{'-'.join(names)}.txt",
        "\n".join(lines) + "\n",
        head={"title": title, "region": code, "year": year, "kind": more.get("kind", "report"), "date": more.get("date")},
        regions=[{"code": code, "name": PLACES[code], "surface": PLACES[code]}],
        initiatives=[{"name": name, "surface": word, "rule": rule} for name, word, rule in rules],
    )  # fmt: skip


def turning() -> KnowledgeGraph:
    """Six districts that all use both names and turn in the report on 2020; one late report that uses the old one."""
    return world(
        *(said(code, 2018, OLD) for code in DISTRICTS),
        *(said(code, 2019, OLD) for code in DISTRICTS[:4]),
        said(DISTRICTS[4], 2019, NEW),
        *(said(code, 2020, NEW) for code in DISTRICTS),
        said("510900", 2021, OLD),
    )


def rows(found: Lineage, table: str, *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(record[column] for column in columns) for record in found[table].records()]


def notes(found: Lineage) -> str:
    return "\n".join(note.text() for note in found.notes)


def test_the_line_is_followed_both_ways_from_any_of_its_names() -> None:
    for name in (OLD, NEW):
        found = lineage(turning(), name)
        assert found.line.names == (OLD, NEW, LAST)
        assert rows(found, "turns", "earlier", "later", "year", "said_by") == [
            (OLD, NEW, 2019, "reference list"),
            (NEW, LAST, 2024, "reference list"),
        ]
    assert rows(lineage(turning(), NEW), "names", "name", "relation", "first_said", "last_said", "regions", "reports") == [
        (OLD, "earlier name", 2019, 2022, 7, 11),
        (NEW, "this name", 2020, 2021, 6, 7),
        (LAST, "later name", None, None, 0, 0),
    ]  # fmt: skip


def test_the_document_that_made_the_turn_stands_beside_it() -> None:
    assert rows(lineage(turning(), NEW), "turns", "later", "document")[-1] == (LAST, "国发〔2024〕3号")


def test_shares_are_of_the_regions_with_a_report_said_in_the_year() -> None:
    found = rows(lineage(turning(), NEW), "shares", "year", "name", "regions", "reporting", "share")
    assert [row for row in found if row[1] != LAST] == [
        (2019, OLD, 6, 6, 1.0), (2019, NEW, 0, 6, 0.0),
        (2020, OLD, 4, 5, 0.8), (2020, NEW, 1, 5, 0.2),
        (2021, OLD, 0, 6, 0.0), (2021, NEW, 6, 6, 1.0),
        (2022, OLD, 1, 1, 1.0), (2022, NEW, 0, 1, 0.0),
    ]  # fmt: skip


def test_the_year_said_is_that_of_the_date_or_else_the_year_after() -> None:
    graph = world(said("510903", 2018, OLD, date="2018-12-28"), said("510904", 2018, OLD))
    assert rows(lineage(graph, OLD), "shares", "year", "regions")[::3] == [(2018, 1), (2019, 1)]
    assert "2 reports; 1 have a date" in notes(lineage(graph, OLD))


def test_who_used_both_decides_where_late_reports_of_others_do_not() -> None:
    (lead, _) = lineage(turning(), NEW)["leads"].records()
    assert (lead["first_lead"], lead["first_lead_later"], lead["first_lead_earlier"], lead["first_lead_reporting"]) == (2021, 6, 0, 6)
    assert lead["for_good"] is None and (lead["both"], lead["for_good_both"]) == (6, 2021)
    assert f"{NEW} never has more regions than {OLD} for good" in notes(lineage(turning(), NEW))


def test_fewer_than_five_that_used_both_tell_nothing_and_that_is_said() -> None:
    graph = world(*(said(code, 2018, OLD) for code in DISTRICTS[:4]), *(said(code, 2020, NEW) for code in DISTRICTS[:4]))
    (lead, _) = lineage(graph, NEW)["leads"].records()
    assert (lead["for_good"], lead["both"], lead["for_good_both"]) == (2021, 4, None)
    assert f"Regions that used both {OLD} and {NEW}: 4, fewer than 5" in notes(lineage(graph, NEW))


def test_a_lead_for_good_holds_in_every_later_year_with_either() -> None:
    assert for_good({2018: {"a"}, 2021: {"a"}}, {2019: {"a"}, 2020: {"a"}}) is None
    assert for_good({2018: {"a"}}, {2020: {"a"}, 2023: {"b"}}) == 2020
    assert for_good({2020: {"a"}}, {2020: {"b"}}) is None  # as many are no lead
    assert for_good({}, {}) is None


def test_forms_that_are_bound_to_years_are_counted_apart_and_decide_no_lead() -> None:
    graph = world(
        *(said(code, 2018, OLD) for code in DISTRICTS), *(said(code, 2020, dated=("一件事",)) for code in DISTRICTS)
    )
    found = lineage(graph, NEW)
    assert rows(found, "leads", "first_lead", "for_good", "both")[0] == (None, None, 0)
    assert (2021, NEW, 0, 6, 6) in rows(found, "shares", "year", "name", "regions", "reporting", "counted_apart")
    assert (NEW, "一件事", True, 6) in rows(found, "forms", "name", "form", "dated", "documents")
    assert "6 of 12 uses are of forms that the reference list binds to years" in notes(found)


def test_other_forms_count_unless_only_the_name_is_asked_for() -> None:
    graph = world(said("510903", 2020, other=("一次联办",)), said("510904", 2020, NEW))
    columns = ("name", "regions", "counted_apart")
    assert (NEW, 2, 0) in rows(lineage(graph, NEW), "shares", *columns)
    assert (NEW, 1, 1) in rows(lineage(graph, NEW, literal=True), "shares", *columns)
    assert "written so (--literal)" in notes(lineage(graph, NEW, literal=True))


def test_a_rule_is_no_report_and_counts_among_the_forms_alone() -> None:
    graph = world(said("510903", 2019, OLD), said("510904", 2019, OLD, kind="law", title="安居区营商环境条例"))
    found = lineage(graph, OLD)
    assert rows(found, "shares", "regions", "reporting")[0] == (1, 1)
    assert rows(found, "forms", "documents", "regions") == [(2, 2)]


def test_regions_years_and_confidence_narrow_it() -> None:
    graph = turning()
    assert rows(lineage(graph, NEW, regions=("万州区",)), "names", "regions")[:2] == [(1,), (1,)]
    assert rows(lineage(graph, NEW, years=(2021, 2021)), "names", "regions")[:2] == [(0,), (6,)]
    assert rows(lineage(graph, NEW, min_confidence=0.999), "names", "regions")[:2] == [(0,), (0,)]
    assert "No report of the regions and years shown" in notes(lineage(graph, NEW, years=(1999, 2000)))


def test_a_region_and_what_became_of_it_used_both_names_if_they_are_joined() -> None:
    PLACES["510981"] = "射洪市"
    graph = world(
        *(said(code, 2018, OLD) for code in DISTRICTS[:4]), said("510922", 2018, OLD),
        *(said(code, 2020, NEW) for code in DISTRICTS[:3]), said("510981", 2020, NEW), said("510703", 2020, OLD, NEW),
    )  # fmt: skip
    assert lineage(graph, NEW)["leads"].column("both")[0] == 4
    assert lineage(graph, NEW, join_successors=True)["leads"].column("both")[0] == 5


def test_a_reform_without_another_name_says_so_and_lists_its_parts() -> None:
    graph = world(said("510903", 2020, "河长制", "湾长制"))
    found = lineage(graph, "河长制")
    assert found["turns"].rows == found["leads"].rows == ()
    assert ("湾长制", "part", 1) in rows(found, "names", "name", "relation", "reports")
    assert "Neither the reference list nor a sentence says that 河长制 came from another reform" in notes(found)


def test_a_graph_that_does_not_say_the_forms_is_refused() -> None:
    graph = turning()
    edges = [edge for edge in graph.relationships() if edge.type == "CONCERNS"]
    for edge in edges:
        edge.properties.pop("forms", None)
    rest = [edge for edge in graph.relationships() if edge.type != "CONCERNS"]
    with pytest.raises(GraphError, match="build it again"):
        lineage(KnowledgeGraph(graph.nodes(), [*rest, *edges]), NEW)


def test_unknown_names_are_answered_with_the_nearest() -> None:
    with pytest.raises(SelectionError, match=f"nearest: .*{NEW}"):
        lineage(turning(), "一件事一次")
    with pytest.raises(SelectionError, match="a lineage has no table lag; it has turns"):
        lineage(turning(), NEW)["lag"]


def test_a_store_gives_the_same_tables_as_data_frames() -> None:
    with EmbeddedStore(turning()) as store:
        found = store.lineage(NEW)
        assert list(found.to_dataframes()) == ["turns", "names", "leads", "shares", "forms", "tempo"]
        with pytest.raises(SelectionError, match="--as-of needs a graph directory"):
            store.lineage(NEW, as_of=2019)


def test_what_sentences_say_of_two_names_stands_behind_the_list_with_the_sentence() -> None:
    sentence = f"将{OLD}改革升级为{NEW}，联办事项达120项。"
    graph = world(told("510903", 2019, ("implemented", sentence), name=NEW), told("510904", 2019, ("implemented", f"深化{OLD}，推行{NEW}。"), name=NEW))
    columns = ("earlier", "later", "year", "how", "said_by", "quote")
    assert rows(lineage(graph, NEW), "turns", *columns)[2:] == [(OLD, NEW, 2019, "renamed", "船山区人民政府2019年工作报告", sentence)]


def test_a_sentence_joins_a_local_name_to_a_listed_one() -> None:
    sentence = f"在{RIVERS}工作的基础上，全面推行{GRID}。"
    text = f"船山区2020年工作报告\n{sentence}\n"
    graph = world(document(
        "a.txt", text, head={"title": "船山区2020年工作报告", "region": "510903", "year": 2020},
        initiatives=[{"name": RIVERS, "surface": RIVERS}, {"name": GRID, "surface": GRID, "new": True}],
    ))  # fmt: skip
    for name in (RIVERS, GRID):
        found = lineage(graph, name)
        assert rows(found, "turns", "earlier", "later", "how", "quote") == [(RIVERS, GRID, "built_on", sentence)]
        assert found["leads"].rows == ()  # what a sentence says makes no line of names
