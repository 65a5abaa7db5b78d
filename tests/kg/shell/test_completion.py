"""What the shell proposes at the cursor."""

from __future__ import annotations

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from cypher.elements import Node
from kg.errors import Neo4jError
from kg.shell.completion import CypherCompleter
from kg.shell.vocabulary import COMMANDS, vocabulary

NAMED = {"Initiative": ("一件事一次办", "一网通办"), "Region": ("遂宁市", "射洪县", "射洪市")}


def nodes(label: str) -> list[Node]:
    return [Node(f"{label}/{name}", label, {"name": name}) for name in NAMED.get(label, ())]


def proposed(before: str) -> list[str]:
    found = CypherCompleter(vocabulary(nodes)).get_completions(Document(before), CompleteEvent())
    return [before[: len(before) + completion.start_position] + completion.text for completion in found]


@pytest.mark.parametrize(
    ("before", "whole"),
    [
        ("MATCH (r:Reg", "MATCH (r:Region"),
        ("MATCH (r:reg", "MATCH (r:Region"),
        ("MATCH (n:Policy|Doc", "MATCH (n:Policy|Document"),
        ("MATCH (r)-[a:ADOP", "MATCH (r)-[a:ADOPTED"),
        ("MATCH (r)-[:ADOPTED|CONC", "MATCH (r)-[:ADOPTED|CONCERNS"),
        ("MATCH (r:Region)-[a:ADOPTED]->(i:Init", "MATCH (r:Region)-[a:ADOPTED]->(i:Initiative"),
        ("MATCH (r:Region) RETURN r.full", "MATCH (r:Region) RETURN r.full_name"),
        ("MATCH (r:Region {lev", "MATCH (r:Region {level"),
        ("MATCH (r:Region {name: '遂宁市', lev", "MATCH (r:Region {name: '遂宁市', level"),
        ("MATCH (r:Region) RET", "MATCH (r:Region) RETURN"),
        ("MATCH (n) RETURN coll", "MATCH (n) RETURN collect"),
        (":na", ":named"),
        (":named first", ":named first_adopters"),
        (":named first_adopters init", ":named first_adopters initiative="),
        (":named first_adopters initiative=一网通办 lim", ":named first_adopters initiative=一网通办 limit="),
    ],
)
def test_what_stands_at_the_cursor_is_completed(before: str, whole: str) -> None:
    assert whole in proposed(before)


def test_after_a_colon_there_are_only_labels_or_only_types() -> None:
    assert proposed("MATCH (r:Re") == ["MATCH (r:Region"]
    assert proposed("MATCH ()-[:RE") == ["MATCH ()-[:REPORTS_ON", "MATCH ()-[:REPEALS"]


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("MATCH (r:Region {name: '射", ["射洪县", "射洪市"]),
        ("MATCH (r:Region {level: 'county', name: '射", ["射洪县", "射洪市"]),
        ("MATCH (r:Region {name: '一", []),
        ("MATCH (:Region)-[:ADOPTED]->(i:Initiative {name: \"一", ["一件事一次办", "一网通办"]),
        ("MATCH (i:Initiative)<--(r:Region) WHERE i.name = '一网", ["一网通办"]),
        ("MATCH (r:Region) WHERE r.name IN ['射洪县', '射洪", ["射洪县", "射洪市"]),
        ("MATCH (i:Initiative)<--(r:Region) WHERE r.name STARTS WITH '一", []),
        ("MATCH (n {name: '遂", ["遂宁市"]),
        ("MATCH (n {name: '", ["一件事一次办", "一网通办", "射洪县", "射洪市", "遂宁市"]),
        (":named first_adopters initiative=一网", ["一网通办"]),
        (":named two_regions_compared first=射洪", ["射洪县", "射洪市"]),
        (":named co_adopted_initiatives limit=", []),
        (":named nothing name=", []),
    ],
)
def test_within_quotes_and_behind_a_parameter_names_are_completed(before: str, names: list[str]) -> None:
    found = CypherCompleter(vocabulary(nodes)).get_completions(Document(before), CompleteEvent())
    assert sorted(completion.text for completion in found) == sorted(names)


def test_names_are_read_once_and_a_graph_that_is_gone_stops_no_typing() -> None:
    asked: list[str] = []

    def gone(label: str) -> list[Node]:
        asked.append(label)
        raise Neo4jError("the server is gone")

    words = vocabulary(gone)
    assert words.names("Region") == words.names("Region") == ()
    assert asked == ["Region"]


def test_formats_are_completed() -> None:
    assert proposed(":format js") == [":format json", ":format jsonl"]


@pytest.mark.parametrize("before", ["MATCH (r {name: 'Reg", "RETURN 'a.na", 'RETURN "RET', "", "MATCH (n) "])
def test_nothing_is_proposed_within_a_text_or_for_nothing(before: str) -> None:
    assert proposed(before) == []


def test_a_text_with_signs_in_it_leads_nobody_astray() -> None:
    assert "MATCH (r {name: '(:['}) RETURN r.name" in proposed("MATCH (r {name: '(:['}) RETURN r.na")


def test_all_commands_are_proposed_after_a_colon() -> None:
    assert proposed(":") == list(COMMANDS)
