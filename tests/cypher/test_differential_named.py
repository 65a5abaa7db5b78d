"""Each named query and what can be read of any graph, on the embedded engine and on a real Neo4j."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.named import NamedQuery, named_queries
from kg.stores.neo4j_access import Access, Connection
from ontology.schema import schema
from tests.cypher.both import Both, Elements
from tests.cypher.sample import sample


@pytest.fixture(scope="module", params=["sample", "examples"])
def both(request: pytest.FixtureRequest, neo4j_access: Access) -> Iterator[Both]:
    elements: Elements = sample() if request.param == "sample" else request.getfixturevalue("examples")
    with Connection.open(neo4j_access) as connection:
        yield Both(connection, *elements)


GENERIC = (
    "MATCH (n) RETURN count(*) AS c",
    "MATCH ()-[r]->() RETURN count(*) AS c",
    "MATCH ()-[r]-() RETURN count(r) AS c",
    "MATCH (n) RETURN n",
    "MATCH ()-[r]->() RETURN r",
    "MATCH (a)-[r]->(b) RETURN a.key, type(r), r.key, b.key",
    "MATCH (n) RETURN labels(n) AS labels, count(*) AS c ORDER BY labels",
    "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS c ORDER BY type",
    "MATCH (n) UNWIND labels(n) AS label UNWIND keys(n) AS name RETURN label, name, count(*) AS c ORDER BY label, name",
    "MATCH ()-[r]->() UNWIND keys(r) AS name RETURN type(r) AS type, name, count(*) AS c ORDER BY type, name",
    "MATCH (n) RETURN n.key, size(keys(n)) AS c ORDER BY n.key",
    "MATCH (n) RETURN properties(n) AS p",
    "MATCH ()-[r]->() RETURN properties(r) AS p",
    "MATCH (n) RETURN n {.*} AS n",
    "MATCH ()-[r]->() RETURN r {.*} AS r",
    "MATCH (n) UNWIND keys(n) AS name RETURN n.key AS key, name, n[name] AS value",
    "MATCH (a)-[r]->(b) RETURN labels(a) AS a, type(r) AS r, labels(b) AS b, count(*) AS c",
    "MATCH (n) WHERE NOT (n)--() RETURN labels(n) AS labels, n.key AS key",
    "MATCH (n) RETURN n.key AS key, COUNT { (n)-->() } AS out, COUNT { (n)<--() } AS back ORDER BY key",
    "MATCH (n) RETURN n.key AS key, n.name AS name, n.id AS id, n.type AS type, n.title AS title, n.label AS label",
    "MATCH p = (a)-[r]->(b) RETURN p ORDER BY r.key",
    "MATCH p = (:Region)-[:PART_OF*1..3]->(:Region) RETURN p, length(p) AS l",
)


@pytest.mark.parametrize("query", GENERIC)
def test_what_can_be_read_of_any_graph(both: Both, query: str) -> None:
    assert both.compare(query, ordered="ORDER BY" in query) is not None


@pytest.mark.parametrize("label", list(schema().labels))
def test_all_of_a_label(both: Both, label: str) -> None:
    assert both.compare(f"MATCH (n:{label}) RETURN n ORDER BY n.key", ordered=True) is not None


@pytest.mark.parametrize("kind", list(schema().relationships))
def test_all_of_a_type(both: Both, kind: str) -> None:
    assert both.compare(f"MATCH (a)-[r:{kind}]->(b) RETURN a.name, r, b.name ORDER BY r.key", ordered=True) is not None


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_a_named_query_gives_the_same_rows_on_both(both: Both, query: NamedQuery) -> None:
    assert both.compare(query.text, query.defaults(), ordered=True) is not None


@pytest.mark.parametrize("query", [q for q in named_queries() if "initiative" in q.defaults()], ids=lambda q: q.name)
def test_a_named_query_about_each_initiative(both: Both, query: NamedQuery) -> None:
    for (name,) in both.embedded.run("MATCH (i:Initiative) RETURN i.name"):
        assert both.compare(query.text, {**query.defaults(), "initiative": name}, ordered=True) is not None


@pytest.mark.parametrize("query", [q for q in named_queries() if "region" in q.defaults()], ids=lambda q: q.name)
def test_a_named_query_about_each_region(both: Both, query: NamedQuery) -> None:
    for (name,) in both.embedded.run("MATCH (r:Region) RETURN DISTINCT r.name LIMIT 40"):
        assert both.compare(query.text, {**query.defaults(), "region": name}, ordered=True) is not None
