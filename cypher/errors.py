"""What can be wrong with a query: each kind one class, each message one sentence that says what to do."""

from __future__ import annotations

from ontology.errors import ReformkgError


class CypherError(ReformkgError):
    """Root of what is said about a query; raised itself where a query fails while it runs."""


class CypherSyntaxError(CypherError):
    """A text that is no Cypher.

    Attributes:
        line: line of the place, from 1.
        column: column of the place, from 1.
    """

    def __init__(self, problem: str, query: str = "", position: int = 0) -> None:
        before = query[:position]
        self.line = before.count("\n") + 1
        self.column = position - (before.rfind("\n") + 1) + 1
        where = f"line {self.line}, column {self.column}: " if query else ""
        super().__init__(f"{where}{problem}")


class CypherTypeError(CypherError):
    """An operation on values that it does not take, which Neo4j refuses as well (``1 AND true``)."""


class WriteRefusedError(CypherError):
    """A query that would write, load or call something, where only reading is allowed."""


class UnsupportedCypherError(CypherError):
    """Cypher that Neo4j takes and the embedded engine does not, refused by its name."""


class ParameterError(CypherError):
    """A parameter that is missing, unknown or of another type than the query takes."""


class QueryTimeoutError(CypherError):
    """A query that did not end within its time limit."""


class EngineError(CypherError):
    """The graph could not be loaded into the engine, or the engine is not the version that was tested."""
