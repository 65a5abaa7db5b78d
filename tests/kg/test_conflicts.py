"""Conflicts as rows, each with what states it; every kind is told what it is."""

from __future__ import annotations

import re
from pathlib import Path

from kg.assemble.sink import CONTESTED
from kg.conflicts import COLUMNS, rows
from kg.model import KnowledgeGraph
from kg.resolve.conflicts import Conflict, kinds

ROOT = Path(__file__).parents[2]


def test_a_statement_shows_its_document_place_and_sentence(graph: KnowledgeGraph) -> None:
    edge = next(e for e in graph.relationships("ADOPTED") if e.properties["status"] == "pilot")
    (row,) = rows([Conflict("policy.title", edge.start, ("甲", "乙"), (edge.key,))], graph)
    told = dict(zip(COLUMNS, row, strict=True))
    assert (told["name"], told["values"]) == ("射洪县", ["甲", "乙"])
    assert told["document"] == "射洪县人民政府关于2017年法治政府建设情况的报告"
    assert told["quote"] == edge.properties["quote"]


def test_a_document_a_file_and_nothing_may_state_it_too(graph: KnowledgeGraph) -> None:
    document = next(graph.nodes("Document"))
    stated = Conflict("document.region", document.key, ("1", "2"), (document.key, "县/甲.txt"))
    silent = Conflict("policy.number", "policy/x", ("甲", "乙"), ())
    named, of_file, of_none = rows([stated, silent], graph)
    assert named[4:] == (document.properties["name"], document.properties["date"], None, None)
    assert of_file[4:] == ("县/甲.txt", None, None, None)
    assert of_none == ("policy.number", "policy/x", None, ["甲", "乙"], None, None, None, None)


def test_every_kind_that_is_made_is_told() -> None:
    made = {f"{label.lower()}.{name}" for label, name in CONTESTED}
    for path in (ROOT / "kg" / "assemble").glob("*.py"):
        made.update(re.findall(r'Conflict\("([a-z.]+)"', path.read_text(encoding="utf-8")))
    assert made == set(kinds())
    assert all(told["en"] and told["zh"] for told in kinds().values())
