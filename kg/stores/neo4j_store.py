"""The Neo4j store: a pushed graph on a server, read and queried as the embedded one is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Any

from neo4j import ManagedTransaction, Query, ResultSummary
from neo4j import Result as Answer

from cypher.elements import Node, Relationship
from cypher.errors import CypherSyntaxError, ParameterError, WriteRefusedError
from cypher.gate import require_read_only
from cypher.results import Result
from cypher.tokens import tokenize
from kg import keys
from kg.errors import Neo4jError
from kg.model import KnowledgeGraph
from kg.stores import neo4j_statements as statements
from kg.stores.base import Store
from kg.stores.neo4j_access import Access, Connection, limited, repeated
from kg.stores.neo4j_errors import query_errors, server_errors
from kg.stores.neo4j_plan import plan_rows
from kg.stores.neo4j_values import to_value, unknown_ends
from ontology.schema import schema

_EXPLAIN = "EXPLAIN "
_READS = ("r", "s")
"""Types of queries that read: rows, or with SHOW, which is all that the gate lets through, the schema."""
_UNTOLD = 1
"""The schema version of a graph that does not tell it."""
_ATTEMPTS = 3
_GRACE = 10.0
"""Seconds beyond a query's own limit in which the server should have ended it."""


class Neo4jStore(Store):
    """A graph of ours in a Neo4j database, whole: one with a half-done push or a foreign graph is refused."""

    def __init__(self, connection: Connection) -> None:
        """Use ``connection``, and close it in the end.

        Raises:
            Neo4jError: its database holds no whole graph of ours.
        """
        self.connection = connection
        self._reading: dict[str, frozenset[str]] = {}
        self.graph_node = read_graph_node(connection)

    @classmethod
    def open(cls, access: Access) -> Neo4jStore:
        """The store of the database that ``access`` names.

        Raises:
            Neo4jError: it cannot be reached, or holds no whole graph of ours.
        """
        connection = Connection.open(access)
        try:
            return cls(connection)
        except BaseException:
            connection.close()
            raise

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""
        found = [
            Node(properties["key"], each, dict(sorted(properties.items())))
            for each in labels or schema().labels
            for (properties,) in self.connection.read(statements.read_nodes(each))
        ]
        self._unchanged()
        return iter(sorted(found, key=lambda node: node.key))

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""
        parameters: dict[str, Any] = {} if to is None else {"to": sorted(to)}
        found = [
            Relationship(properties["key"], each, start, end, dict(sorted(properties.items())))
            for each in kinds or schema().relationships
            for start, end, properties in self.connection.read(
                statements.read_relationships(each, to is not None), **parameters
            )
        ]
        self._unchanged()
        return iter(sorted(found, key=lambda relationship: relationship.key))

    def query(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = 30.0,
        limit: int | None = None,
    ) -> Result:
        """The rows of a reading Cypher query; the server says first whether it reads, and then may only read.

        Raises:
            CypherError: for a query that is wrong, that would write, or that takes too long.
            Neo4jError: the server fails.
        """
        names = self._reading.get(query)
        if names is None:
            require_read_only(query)
            _refuse_prefix(query)
            names = _parameters_of(query)
            self._reads(query, _used(names, parameters or {}), timeout)
            self._reading[query] = names
        return self._run(query, _used(names, parameters or {}), timeout, limit)

    def explain(self, query: str, parameters: Mapping[str, Any] | None = None) -> Result:
        """The server's plan of a query, one step a row; the query is not run."""
        require_read_only(query)
        return plan_rows(self._reads(query, _used(_parameters_of(query), parameters or {})).plan or {})

    def write(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = 30.0,
        limit: int | None = None,
    ) -> Result:
        """The rows of a query that may also write; what it wrote stands in the notes.

        Raises:
            CypherError: for a query that is wrong or takes too long.
            Neo4jError: the server fails.
        """
        return self._run(query, _used(_parameters_of(query), parameters or {}), timeout, limit, write=True)

    def close(self) -> None:
        """Let go of the connections."""
        self.connection.close()

    @cached_property
    def graph(self) -> KnowledgeGraph:
        """The whole graph in memory, read once."""
        return KnowledgeGraph(self.nodes(), self.relationships())

    def _reads(self, query: str, parameters: Mapping[str, Any], timeout: float | None = None) -> ResultSummary:
        """The server's summary of a query that is not run.

        Raises:
            WriteRefusedError: the query would do more than read.
        """

        def explain() -> ResultSummary:
            with self.connection.session() as session:
                return session.run(_EXPLAIN + query, dict(parameters)).consume()

        with self._errors(), query_errors(query, len(_EXPLAIN)):
            summary = self.connection.within(_GRACE if timeout is None else timeout + _GRACE, explain)
        if summary.query_type not in _READS:
            raise WriteRefusedError("this query may only read, and the server says that it would do more")
        return summary

    def _run(
        self, query: str, parameters: Mapping[str, Any], timeout: float | None, limit: int | None, write: bool = False
    ) -> Result:
        def answered(run: Callable[..., Answer]) -> tuple[list[str], list[list[Any]], bool, dict[str, str], Any]:
            answer = run(query)
            columns = list(answer.keys())
            rows = [list(record.values()) for record in islice(answer, limit)]
            more = limit is not None and answer.peek() is not None
            summary = answer.consume()
            ids = sorted(unknown_ends(value for row in rows for value in row))
            known = run(statements.KEYS_BY_ID, ids=ids).values() if ids else []
            return columns, rows, more, {number: key for number, key in known if key}, summary

        def written(transaction: ManagedTransaction) -> tuple[list[str], list[list[Any]], bool, dict[str, str], Any]:
            return answered(lambda text, **more: transaction.run(text, {**parameters, **more}))

        def work() -> tuple[list[str], list[list[Any]], bool, dict[str, str], Any]:
            with self.connection.session(write, remarks=True) as session:
                if write:
                    return session.execute_write(limited(written, timeout))
                # A transaction of one statement asks the server once where a managed one asks three times.
                return answered(lambda text, **more: session.run(Query(text, timeout=timeout), {**parameters, **more}))

        with self._errors(), query_errors(query, 0, timeout):
            attempts = 1 if write else _ATTEMPTS
            columns, rows, more, known, summary = self.connection.within(
                timeout and timeout + _GRACE, lambda: repeated(work, attempts)
            )
        values = tuple(tuple(to_value(value, known) for value in row) for row in rows)
        return Result(tuple(columns), values, (*_written(summary), *_remarks(summary)), more)

    def _errors(self) -> Any:
        return server_errors(self.connection.uri, self.connection.database)

    def _unchanged(self) -> None:
        if read_graph_node(self.connection) != self.graph_node:
            raise Neo4jError(f"the graph at {self.connection.uri} was pushed anew while it was read; read it again")


def read_graph_node(connection: Connection) -> dict[str, Any]:
    """The properties of the ``Graph`` node.

    Raises:
        Neo4jError: there is none: the database is empty, holds a foreign graph, or a push that did not end; or it is
            of another schema version.
    """
    found = connection.read(statements.GRAPH_NODE)
    where = f"the database {connection.database} at {connection.uri}"
    if len(found) == 1 and found[0][0].get("key") == keys.GRAPH:
        graph, ours = dict(found[0][0]), schema().version
        version = graph.get("schema", _UNTOLD)
        if version != ours:
            raise Neo4jError(
                f"{where} holds a graph of schema version {version}, this program reads version {ours}; build it again "
                "and push it"
            )
        return graph
    if not connection.read(statements.ANY_NODE):
        raise Neo4jError(f"{where} is empty; load a graph with: reformkg push GRAPH --neo4j {connection.uri}")
    refuse_foreign(connection)
    raise Neo4jError(f"{where} holds a push that did not end; run the same push again, it goes on from there")


def refuse_foreign(connection: Connection) -> None:
    """Refuse a database in which there is anything that no graph of ours has.

    Raises:
        Neo4jError: names what is foreign.
    """
    where = f"the database {connection.database} at {connection.uri}"
    advice = "name an empty database with NEO4J_DATABASE"
    for labels, key in connection.read(statements.foreign_node()):
        named = f"a node labelled {':'.join(labels)}" if labels else "a node without label"
        raise Neo4jError(f"{where} holds a foreign graph ({named}, {f'key {key}' if key else 'no key'}); {advice}")
    for (kind,) in connection.read(
        statements.foreign_relationship(), types=[*schema().relationships, *schema().retired]
    ):
        raise Neo4jError(f"{where} holds a foreign graph (a relationship of type {kind}); {advice}")


def _refuse_prefix(query: str) -> None:
    """Refuse EXPLAIN and PROFILE before a query, which the embedded engine does not take and which give other rows."""
    first = tokenize(query)[0]
    if first.is_word("EXPLAIN", "PROFILE"):
        problem = f"{first.text.upper()} belongs to no query here; --explain shows a plan, and :explain in the shell"
        raise CypherSyntaxError(problem, query, first.start)


def _parameters_of(query: str) -> frozenset[str]:
    """The names of the parameters that a query takes."""
    return frozenset(token.text for token in tokenize(query) if token.kind == "param")


def _used(names: frozenset[str], parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """``parameters``, of which the query must use each: as on the embedded engine, a misspelt one is an error."""
    unused = sorted(set(parameters) - names)
    if unused:
        raise ParameterError(f"the query has no parameter {', '.join('$' + name for name in unused)}")
    return parameters


def _remarks(summary: ResultSummary) -> Iterator[str]:
    """What the server remarks on names that nothing in the graph has; what it says on speed is left out."""
    for status in summary.gql_status_objects:
        if status.is_notification and status.raw_classification == "UNRECOGNIZED":
            yield status.status_description.removeprefix("warn: ")


def _written(summary: ResultSummary) -> Iterator[str]:
    counters = summary.counters
    if counters.contains_updates or counters.contains_system_updates:
        changes = {name: n for name, n in vars(counters).items() if type(n) is int and n}
        yield "; ".join(f"{name.replace('_', ' ')}: {count}" for name, count in sorted(changes.items()))
