"""Each pass of the engine's optimizer that may run, against the engine without any: the same rows."""

from __future__ import annotations

import random

import kglite
import pytest

from cypher import engine as engine_module
from cypher.elements import Node, Relationship
from cypher.embedded.passes import ALLOWED, DISABLED
from cypher.engine import EmbeddedEngine
from cypher.errors import CypherError
from cypher.results import Result
from tests.cypher.alike import difference
from tests.cypher.random_graphs import joined, random_graph
from tests.cypher.random_queries import Queries

PLAIN = list(kglite.cypher_pass_names())
LISTS = "RETURN [x IN r | x.key] AS l, startNode(r[0]).key AS s, reduce(t = '', x IN r | t + x.key) AS t, size(r) AS n"
# The first region, by name and by code, has no adoption; 重庆市 has two of one year.
FIRST_OF_EACH = (
    "MATCH (a:Region) CALL (a) {{ MATCH (a)-[s:ADOPTED]->(i) {where} RETURN i.name AS name, s.year AS year {order} LIMIT {n} }} "
    "RETURN a.name AS region, name, year ORDER BY region, name, year",
    "MATCH (a:Region) WITH DISTINCT a ORDER BY a.key CALL {{ WITH a MATCH (a)-[s:ADOPTED]->(i) {where} "
    "RETURN i.name AS name, s.year AS year {order} LIMIT {n} }} RETURN a.name AS region, name, year ORDER BY region, name, year",
    "MATCH (a:Region) CALL (a) {{ OPTIONAL MATCH (a)-[s:ADOPTED]->(i) {where} RETURN i.name AS name, s.year AS year {order} "
    "LIMIT {n} }} RETURN a.name AS region, name, year ORDER BY region, name, year",
)
WHERES = ("", "WHERE s.year IS NOT NULL", "WHERE s.year > 2016", "WHERE i.name = '一网通办'")
ORDERS = ("ORDER BY year, name", "ORDER BY year DESC, name", "ORDER BY name", "ORDER BY s.year, i.name")
PATTERNS = (
    "(a:Region)-[r:PART_OF*2..2]->(b:Region)", "(a:Region)-[r:PART_OF*1..3]->(b:Region)", "(a)-[r*1..2]-(b:Initiative)",
    "(b:Region)<-[r:PART_OF*1..2]-(a:Region)-[s:ADOPTED]->(c)", "(a:Region)-[r:PART_OF*0..2]->(b)-[t:PART_OF*1..1]->(c)",
)  # fmt: skip
CONDITIONS = (
    "", "WHERE b.name = '四川省'", "WHERE a.name = '船山区'", "WHERE r[0].from_year > 2000",
    "WHERE b.name = '中国' AND head(r).key < last(r).key",
)  # fmt: skip


@pytest.fixture(scope="module")
def regions() -> EmbeddedEngine:
    rows = {"a": "中国", "b": "四川省", "c": "遂宁市", "d": "船山区", "e": "重庆市", "f": "渝中区"}
    nodes = [Node(key, "Region", {"key": key, "name": name}) for key, name in rows.items()]
    nodes += [Node(f"i{n}", "Initiative", {"key": f"i{n}", "name": n}) for n in ("一网通办", "最多跑一次")]
    edges = [("b", "a", 1985), ("c", "b", 1985), ("d", "c", 2019), ("e", "a", 1997), ("f", "e", 2003)]
    links = [Relationship(f"p{k}", "PART_OF", k, to, {"key": f"p{k}", "from_year": y}) for k, to, y in edges]
    adopted = [
        ("c", "一网通办", 2018),
        ("d", "一网通办", 2016),
        ("d", "最多跑一次", 2017),
        ("e", "一网通办", 2017),
        ("e", "最多跑一次", 2017),
    ]
    links += [
        Relationship(f"t{k}{name}", "ADOPTED", k, f"i{name}", {"key": f"t{k}{name}", "year": year})
        for k, name, year in adopted
    ]
    return EmbeddedEngine.from_elements(nodes, links)


def compare(
    engine: EmbeddedEngine, query: str, allowed: set[str], monkeypatch: pytest.MonkeyPatch, ordered: bool
) -> Result:
    """The rows under these passes, which must be those under none."""
    monkeypatch.setattr(engine_module, "DISABLED", sorted(set(PLAIN) - allowed))
    found = engine.run(query)
    monkeypatch.setattr(engine_module, "DISABLED", PLAIN)
    differs = difference(found, engine.run(query), ordered)
    assert differs is None, f"{query}\n{differs}"
    return found


@pytest.mark.parametrize("passes", [*([one] for one in sorted(ALLOWED)), sorted(ALLOWED)], ids="+".join)
def test_first_rows_without_a_match_and_ties(
    regions: EmbeddedEngine, passes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for shape in FIRST_OF_EACH:
        for where in WHERES:
            for order in ORDERS:
                for n in (1, 2):
                    query = shape.format(where=where, order=order, n=n)
                    rows = compare(regions, query, set(passes), monkeypatch, ordered=True)
                    assert any(row[1] is not None for row in rows)


@pytest.mark.parametrize("passes", [*([one] for one in sorted(ALLOWED)), sorted(ALLOWED)], ids="+".join)
def test_lists_of_relationships_whatever_end_is_known(
    regions: EmbeddedEngine, passes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for pattern in PATTERNS:
        for condition in CONDITIONS:
            for before in ("MATCH", "MATCH (b:Region) WHERE b.name > '四' MATCH", "MATCH (b:Region) OPTIONAL MATCH"):
                compare(regions, f"{before} {pattern} {condition} {LISTS}", set(passes), monkeypatch, ordered=False)
            inside = f"MATCH (b:Region) RETURN b.key AS k, [{pattern} {condition} | [x IN r | x.key]] AS l"
            compare(regions, inside, set(passes), monkeypatch, ordered=False)
            counted = f"MATCH (b:Region) RETURN b.key AS k, COUNT {{ MATCH {pattern} {condition} }} AS n"
            compare(regions, counted, set(passes), monkeypatch, ordered=False)


def test_a_list_of_relationships_runs_from_the_left_end_to_the_right(regions: EmbeddedEngine) -> None:
    query = "MATCH (a:Region)-[r:PART_OF*2..2]->(b:Region {name: '四川省'}) RETURN a.name, [x IN r | x.from_year]"
    assert regions.run(query).rows == (("船山区", [2019, 1985]),)
    query = "MATCH (a:Region)-[r:PART_OF*2..2]->(b:Region {name: '四川省'}) WHERE r[0].from_year > 2000 RETURN count(*)"
    assert regions.run(query).rows == ((1,),)


def test_the_first_of_each_where_the_first_has_none(regions: EmbeddedEngine) -> None:
    query = FIRST_OF_EACH[0].format(where="WHERE s.year IS NOT NULL", order="ORDER BY year, name", n=1)
    assert regions.run(query).rows == (
        ("船山区", "一网通办", 2016),
        ("遂宁市", "一网通办", 2018),
        ("重庆市", "一网通办", 2017),
    )


@pytest.mark.parametrize("seed", range(40))
def test_random_reads(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    graph = random_graph(rng)
    engine = EmbeddedEngine.from_elements(*graph)
    queries = Queries(rng, joined(*graph))
    for _ in range(12):
        query, ordered = queries.query()
        answers: list[Result | str] = []
        for disabled in (DISABLED, PLAIN):
            monkeypatch.setattr(engine_module, "DISABLED", disabled)
            try:
                answers.append(engine.run(query))
            except CypherError as error:
                answers.append(str(error))
        one, other = answers
        if isinstance(one, Result) and isinstance(other, Result):
            differs = difference(one, other, ordered, loose=True)
            assert differs is None, f"{query}\n{differs}"
        else:
            assert one == other, query


CLAIMS = (
    "s.year > 2016", "NOT s.year > 2016", "s.year <> 2017", "s.year IS NULL", "NOT s.key IN ['x', null]", "s.year IN [2016, 2018]",
    "NOT coalesce(s.laid_down, false)", "s.year > 2016 OR s.key STARTS WITH 'tc'", "s.year = 2017 XOR i.name = '一网通办'",
    "type(s) = 'ADOPTED'", "startNode(s).name = '重庆市'", "s.missing = 1", "null", "2016 < s.year", "s.key CONTAINS i.name",
)  # fmt: skip
STEPS = (
    "MATCH (a:Region)-[s:ADOPTED]->(i) WHERE {claim} RETURN a.key, s.key, i.key",
    "MATCH (a)-[s]-(i) WHERE {claim} RETURN a.key, s.key, i.key",
    "MATCH (a:Region) OPTIONAL MATCH (a)-[s:ADOPTED]->(i) WHERE {claim} RETURN a.key, s.key, i.key",
    "MATCH (a)-[:PART_OF*0..1]->(b)-[s:ADOPTED]->(i) WHERE {claim} RETURN a.key, b.key, s.key",
    "MATCH (a)-[s]->(i)<-[t:ADOPTED]-(b) WHERE {claim} AND t.year >= s.year RETURN a.key, b.key, s.key, t.key",
    "MATCH (a:Region) WITH a MATCH (a)-[s:ADOPTED]->(i) WHERE NOT ({claim}) RETURN a.key, count(s), min(s.year)",
    "MATCH (a:Region) RETURN a.key, COUNT {{ MATCH (a)-[s]->(i) WHERE {claim} }} AS n",
    "MATCH (a:Region) CALL (a) {{ MATCH (a)-[s]->(i) WHERE {claim} RETURN s.key AS k ORDER BY k LIMIT 1 }} RETURN a.key, k",
)


@pytest.mark.parametrize("passes", [*([one] for one in sorted(ALLOWED)), sorted(ALLOWED)], ids="+".join)
def test_conditions_on_relationships(
    regions: EmbeddedEngine, passes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = 0
    for step in STEPS:
        for claim in CLAIMS:
            found += len(compare(regions, step.format(claim=claim), set(passes), monkeypatch, ordered=False))
    assert found > 200
