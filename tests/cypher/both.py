"""One graph on the embedded engine and on a real Neo4j, and the same query asked of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cypher.elements import Node, Relationship
from cypher.engine import EmbeddedEngine
from cypher.errors import CypherError, QueryTimeoutError, UnsupportedCypherError
from cypher.results import Result
from kg.errors import Neo4jError
from kg.stores.neo4j_access import Connection
from kg.stores.neo4j_store import Neo4jStore
from tests.cypher.alike import difference, in_any_order
from tests.neo4j_server import COMPARED, clean

Elements = tuple[list[Node], list[Relationship]]


class AnyGraph(Neo4jStore):
    """A Neo4j store that also takes graphs outside of the ontology."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.graph_node = {}
        self._reading = {}


class Both:
    """The two stores, holding the same graph."""

    def __init__(self, connection: Connection, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> None:
        nodes, relationships = list(nodes), list(relationships)
        self.embedded = EmbeddedEngine.from_elements(nodes, relationships)
        self.neo4j = AnyGraph(connection)
        create(connection, nodes, relationships)
        version = connection.read("CALL dbms.components() YIELD versions RETURN versions[0]")[0][0]
        self.newer = int(version.split(".")[0]) >= 2026
        """Whether the server is a Neo4j 2026, not the 5.26 that the embedded engine follows."""

    def compare(
        self, query: str, parameters: Mapping[str, Any] | None = None, ordered: bool = False, loose: bool = False
    ) -> Result | None:
        """Ask both; the rows of the embedded engine, or None where it refuses the query by name.

        ``ordered`` says whether the query fixes the order of its rows, ``loose`` that it leaves that of lists open.

        Raises:
            AssertionError: the rows differ, or only one of the two answers.
        """
        try:
            ours: Result | CypherError = self.embedded.run(query, parameters)
        except UnsupportedCypherError:
            COMPARED["refused by the embedded engine"] += 1
            return None
        except CypherError as error:
            ours = error
        try:
            theirs: Result | CypherError = self.neo4j.query(query, parameters)
        except CypherError as error:
            theirs = error
        except Neo4jError as error:
            if "MemoryPoolOutOfMemory" not in str(error):
                raise
            theirs = QueryTimeoutError(str(error))  # as with time: the machine's limit
        if isinstance(ours, Result) and isinstance(theirs, Result):
            found = difference(ours, theirs, ordered, loose or in_any_order(query))
            assert found is None, f"{query}\nembedded against Neo4j: {found}"
            COMPARED["compared"] += 1
            return ours
        if isinstance(ours, QueryTimeoutError) or isinstance(theirs, QueryTimeoutError):
            COMPARED["not ended in time by one of them"] += 1  # a product of all with all: no answer of either
            return None
        one_answers = isinstance(ours, Result) or isinstance(theirs, Result)
        assert not one_answers, f"{query}\nembedded: {ours}\nNeo4j: {theirs}"
        COMPARED["refused by both"] += 1
        return None


def create(connection: Connection, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> None:
    """Make the database hold this graph, whatever its labels and types, and nothing else."""
    clean(connection)
    by_labels: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for node in nodes:
        by_labels.setdefault(node.labels, []).append(dict(node.properties))
    by_type: dict[str, list[dict[str, Any]]] = {}
    for edge in relationships:
        row = {"start": edge.start, "end": edge.end, "properties": dict(edge.properties)}
        by_type.setdefault(edge.type, []).append(row)
    with connection.session(write=True) as session, session.begin_transaction() as transaction:
        for labels, rows in by_labels.items():
            listed = "".join(f":`{label}`" for label in labels)
            transaction.run(f"UNWIND $rows AS row CREATE (n{listed}) SET n = row", rows=rows).consume()
        for kind, rows in by_type.items():
            transaction.run(
                "UNWIND $rows AS row MATCH (a {key: row.start}) MATCH (b {key: row.end}) "
                f"CREATE (a)-[r:`{kind}`]->(b) SET r = row.properties",
                rows=rows,
            ).consume()
        transaction.commit()
