from __future__ import annotations

import pytest

from cypher.engine import EmbeddedEngine
from cypher.errors import CypherError, CypherSyntaxError, WriteRefusedError
from cypher.gate import require_read_only

WRITES = (
    "CREATE (n)",
    "MATCH (n) CREATE (n)-[:R]->()",
    "MERGE (n:Person {name: 'Ann'})",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) SET n:Label",
    "MATCH (n) WITH n AS as SET as.x = 1",
    "MATCH (as) WITH as SET as.x = 1",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MATCH (n) REMOVE n.name",
    "INSERT (:Person)",
    "FOREACH (x IN [1] | CREATE ())",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "MATCH (n) CALL { WITH n SET n.x = 1 } RETURN n",
    "CALL (n) { CREATE (:X) } IN TRANSACTIONS",
    "UNWIND [1] AS x CALL { WITH x RETURN x AS y } IN TRANSACTIONS OF 10 ROWS RETURN y",
    "CALL db.createLabel('X')",
    "CALL apoc.create.node(['X'], {})",
    "CALL `apoc`.`cypher`.`doIt`('CREATE (n)', {}) YIELD value RETURN value",
    "RETURN apoc.create.uuid()",
    "RETURN `apoc`.cypher.runFirstColumnSingle('RETURN 1', {})",
    "CREATE INDEX FOR (n:Person) ON (n.name)",
    "CREATE CONSTRAINT FOR (n:Person) REQUIRE n.key IS UNIQUE",
    "DROP CONSTRAINT c",
    "DROP DATABASE neo4j",
    "ALTER USER x SET PASSWORD 'y'",
    "GRANT ROLE admin TO x",
    "SHOW USERS",
    "TERMINATE TRANSACTIONS 'x'",
    "USE other MATCH (n) RETURN n",
    "START DATABASE x",
    "cReAtE (n)",
    "/* read */ CREATE /* only */ (n)",
    "MATCH (n) // RETURN n\nDELETE n",
    "MATCH (n) RETURN n; MATCH (n) DELETE n",
    "EXPLAIN CREATE (n)",
    "PROFILE MATCH (n) DELETE n",
    "CYPHER runtime=slotted CREATE (n)",
    "CYPHER 5 planner=cost DROP INDEX i",
    "ＣＲＥＡＴＥ (n)",
    "MATCH (n) ＳET n.x = 1",
    "MATCH (n) ſet n.x = 1",
    "RETURN 1. SET",
)

TRICKS = (
    "\\u0043REATE (n)",
    "MATCH (n) // \\u000A DELETE n",
    "RETURN 'a\\u0027 CREATE (n) //'",
    "MATCH (n) /* \\u002A/ DELETE n */ RETURN n",
    "MATCH (`a\\u0060) DELETE n //`) RETURN 1",
)

READS = (
    "MATCH (n) RETURN n.set AS `set`, n.create",
    "MATCH (n:Set)-[r:CREATE|DELETE]->(m:`MERGE`) RETURN n",
    "RETURN 'CREATE (n)' AS text, \"DELETE\" AS other",
    "RETURN {set: 1, delete: 2} AS m",
    "MATCH (`create`) RETURN `create`",
    "MATCH (n) RETURN n.start AS start, n.end AS end ORDER BY start",
    "MATCH (n) // CREATE (n)\nRETURN n",
    "/* DELETE */ MATCH (n) RETURN n;",
    "MATCH (n) WHERE n.name CONTAINS 'SET' RETURN n",
    "CALL { MATCH (n) RETURN count(n) AS c } RETURN c",
    "RETURN date.truncate('month', date('2020-05-07')) AS d",
    "EXPLAIN MATCH (n) RETURN n",
    "MATCH (n) RETURN n.created AS created, n.dataset AS dataset",
    "RETURN $set AS x",
)


@pytest.mark.parametrize("query", WRITES)
def test_every_way_to_write_is_refused(query: str, engine: EmbeddedEngine) -> None:
    with pytest.raises(WriteRefusedError, match=r"may only read|only one statement"):
        require_read_only(query)
    with pytest.raises(CypherError):
        engine.run(query)


@pytest.mark.parametrize("query", TRICKS)
def test_escapes_that_neo4j_would_read_otherwise_are_refused(query: str, engine: EmbeddedEngine) -> None:
    with pytest.raises(CypherSyntaxError, match="escape"):
        require_read_only(query)
    with pytest.raises(CypherError):
        engine.run(query)


@pytest.mark.parametrize("query", READS)
def test_names_and_strings_are_no_clauses(query: str) -> None:
    require_read_only(query)


def test_a_procedure_is_refused_by_name() -> None:
    with pytest.raises(WriteRefusedError, match=r"db\.clearQueryCaches"):
        require_read_only("CALL db.clearQueryCaches() YIELD value RETURN value")


def test_the_error_says_what_was_refused() -> None:
    with pytest.raises(WriteRefusedError, match="DELETE would do more"):
        require_read_only("MATCH (n) DELETE n")


def test_nothing_is_written(engine: EmbeddedEngine) -> None:
    before = engine.run("MATCH (n) RETURN count(*) AS c").rows
    for query in (*WRITES, *TRICKS):
        with pytest.raises(CypherError):
            engine.run(query)
    assert engine.run("MATCH (n) RETURN count(*) AS c").rows == before
