"""What a database says that it holds: the same procedures and commands on both stores."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.engine import EmbeddedEngine
from cypher.errors import CypherSyntaxError, WriteRefusedError
from cypher.procedures import PROCEDURES
from kg.stores.neo4j_access import Access, Connection
from tests.cypher.both import Both
from tests.cypher.sample import sample
from tests.neo4j_server import clean

SAME = (
    "CALL db.labels()", "CALL db.labels", "CALL db.relationshipTypes() YIELD *",
    "CALL db.labels() YIELD label AS l WHERE l STARTS WITH 'P' RETURN collect(l) AS ls",
    "CALL db.labels() YIELD label MATCH (n) WHERE label IN labels(n) RETURN label, count(n) AS n",
    "CALL db.schema.nodeTypeProperties() YIELD nodeType, propertyName, propertyTypes, mandatory RETURN *",
    "CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes, mandatory RETURN *",
)  # fmt: skip
BOTH = (
    "CALL db.propertyKeys()", "CALL db.schema.visualization()", "SHOW INDEXES", "SHOW CONSTRAINTS", "SHOW INDEX",
    "SHOW CONSTRAINTS YIELD name, properties WHERE 'key' IN properties RETURN name, properties", "CALL dbms.components()",
    "CALL dbms.components() YIELD name, versions, edition UNWIND versions AS version RETURN name, version, edition",
)  # fmt: skip


@pytest.fixture(scope="module")
def both(neo4j_access: Access) -> Iterator[Both]:
    with Connection.open(neo4j_access) as connection:
        yield Both(connection, *sample())
        clean(connection)


@pytest.mark.parametrize("query", SAME)
def test_the_same_rows_on_both(both: Both, query: str) -> None:
    found = both.compare(query)
    assert found is not None and len(found) > 0


@pytest.mark.parametrize("query", BOTH)
def test_the_same_columns_on_both(both: Both, query: str) -> None:
    assert both.embedded.run(query).columns == both.neo4j.query(query).columns


@pytest.mark.parametrize("query", (*SAME, *BOTH))
def test_the_embedded_engine_answers(reforms: EmbeddedEngine, query: str) -> None:
    assert len(reforms.run(query)) > 0


def test_each_gives_the_columns_that_it_names(reforms: EmbeddedEngine) -> None:
    for procedure in PROCEDURES.values():
        assert all(tuple(row) == procedure.columns for row in procedure.rows(reforms.schema))


def test_the_schema_of_a_graph(reforms: EmbeddedEngine) -> None:
    assert ("EVOLVED_INTO",) in reforms.run("CALL db.relationshipTypes()").rows
    (row,) = reforms.run("CALL db.schema.visualization()").rows
    assert {"name": "ADOPTED", "start": "Region", "end": "Initiative"} in row[1]
    query = "CALL db.schema.nodeTypeProperties() YIELD nodeType, propertyName, propertyTypes, mandatory RETURN *"
    assert (True, ":`Region`", "valid", ["StringArray"]) in reforms.run(query).rows


@pytest.mark.parametrize(
    ("query", "error", "said"),
    [
        (
            "CALL db.labels() YIELD lable",
            CypherSyntaxError,
            "column 24: the procedure has no column `lable`; it has label",
        ),
        ("CALL db.labels() YIELD label RETRUN 1", CypherSyntaxError, "column 30: .*did you mean RETURN"),
        ("CALL db.createLabel('X')", WriteRefusedError, "db.createLabel may do more"),
        ("SHOW USERS", WriteRefusedError, "SHOW is a command of the database"),
        ("SHOW INDEXES CREATE (n)", WriteRefusedError, "CREATE would do more"),
        ("CALL dbms.components() YIELD name MERGE (n {name: name})", WriteRefusedError, "MERGE would do more"),
        ("MATCH (n) CALL db.labels() YIELD label RETURN n", WriteRefusedError, "CALL of a procedure is refused"),
    ],
)
def test_what_is_refused(reforms: EmbeddedEngine, query: str, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        reforms.run(query)
