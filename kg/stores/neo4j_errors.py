"""What can go wrong with a Neo4j server, each as one sentence that says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as driver

from cypher.errors import (
    CypherError,
    CypherSyntaxError,
    CypherTypeError,
    ParameterError,
    QueryTimeoutError,
    WriteRefusedError,
)
from kg.errors import Neo4jError

_PLACE = re.compile(r" \(line \d+, column \d+ \(offset: (?P<offset>\d+)\)\)")
_REASON = re.compile(r"\(reason (?P<reason>.+?)\)?$", re.MULTILINE)
_STATEMENT = "Neo.ClientError.Statement."
_ENDED = ("TransactionTimedOut", "TransactionTerminated", "LockClientStopped")
_NO_SUCH_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"


@contextmanager
def server_errors(uri: str, database: str | None = None) -> Iterator[None]:
    """Makes one sentence of what the driver says about the server at ``uri``.

    Raises:
        Neo4jError: wrong address, server down, wrong password, no such database, or a failure within the server.
    """
    try:
        yield
    except driver.AuthError as error:
        if error.code == "Neo.ClientError.Security.AuthenticationRateLimit":
            raise Neo4jError(f"{uri} takes no more passwords after several wrong ones; wait a minute") from error
        raise Neo4jError(
            f"{uri} does not accept this user and password; set NEO4J_USERNAME and NEO4J_PASSWORD"
        ) from error
    except driver.ServiceUnavailable as error:
        raise Neo4jError(
            f"no Neo4j answers at {uri}; see whether the server runs and the address is right ({_reason(error)})"
        ) from error
    except driver.ConfigurationError as error:
        raise Neo4jError(
            f"{uri} is no address of a Neo4j; write bolt://HOST:7687 or neo4j://HOST:7687 ({_first_line(error)})"
        ) from error
    except driver.Neo4jError as error:
        if error.code == _NO_SUCH_DATABASE:
            raise Neo4jError(f"{uri} has no database {database}; set NEO4J_DATABASE to one that it has") from error
        raise Neo4jError(f"{uri} refused: {_first_line(error)} ({error.code})") from error
    except driver.DriverError as error:
        raise Neo4jError(f"the connection to {uri} failed: {_first_line(error)}; try again") from error


@contextmanager
def query_errors(query: str, before: int = 0, timeout: float | None = None) -> Iterator[None]:
    """Makes errors of ours of what the server says about a query.

    Args:
        query: as the user wrote it.
        before: how many characters stood before it when it was sent.
        timeout: the seconds that it had.

    Raises:
        CypherError: one of its subclasses, the same as the embedded engine raises.
    """
    try:
        yield
    except (driver.ClientError, driver.TransientError, driver.DatabaseError) as error:
        found = _of_query(error, query, before, timeout)
        if found is None:
            raise
        raise found from error
    except (OverflowError, TypeError, ValueError) as error:
        raise ParameterError(f"a parameter holds what Neo4j cannot: {error}") from error


def _of_query(error: driver.Neo4jError, query: str, before: int, timeout: float | None) -> CypherError | None:
    """What a server's error says about the query, or None where it speaks of something else."""
    code, text = error.code or "", str(error.message or error)
    place = _PLACE.search(text)
    problem = _PLACE.sub("", text).splitlines()[0] if text else "no reason given"
    if any(word in code for word in _ENDED):
        return QueryTimeoutError(_late(timeout))
    if code == f"{_STATEMENT}AccessMode":
        return WriteRefusedError("this query may only read, and the server says that it would write")
    if code == f"{_STATEMENT}ParameterMissing":
        return ParameterError(f"{problem}; give it with -p name=value")
    if code in (f"{_STATEMENT}TypeError", f"{_STATEMENT}ArgumentError") or problem.startswith("Type mismatch"):
        return CypherTypeError(problem)
    if code == f"{_STATEMENT}SyntaxError":
        return CypherSyntaxError(problem, query, max(0, int(place["offset"]) - before) if place else 0)
    if code.startswith((_STATEMENT, "Neo.DatabaseError.Statement.")):
        return CypherError(f"the query failed: {problem}")
    return None


def _late(timeout: float | None) -> str:
    limit = "the server's own limit" if timeout is None else f"{timeout:g} s"
    return f"the query did not end within {limit}; narrow its patterns or give it more time"


def _reason(error: BaseException) -> str:
    found = _REASON.search(str(error))
    return found["reason"] if found else _first_line(error)


def _first_line(error: BaseException) -> str:
    text = str(getattr(error, "message", None) or error).strip()
    return text.splitlines()[0] if text else "no reason given"
