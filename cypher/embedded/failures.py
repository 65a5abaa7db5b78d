"""The engine's errors and warnings as errors of ours."""

from __future__ import annotations

import re
from typing import NoReturn

import kglite

from cypher.errors import CypherError, CypherTypeError, QueryTimeoutError, UnsupportedCypherError
from cypher.translate.spelling import PREFIX

_REFUSAL = re.compile(r"\[<<([TU]):(.*?)>>")
# What the engine remarks and Neo4j answers in the same way: an unknown name gives null or no row. The translation makes
# its own, better remarks on these.
_HARMLESS = re.compile(
    r"references unknown (node label|relationship type)|which no .* has|filters out nothing|values are never equal"
    r"|Result truncated by row_limit"
)
_ARROW = "this pattern matches no edges"  # harmless as well, and worth saying: a relationship that runs the other way


def raise_for(error: Exception, timeout: float | None) -> NoReturn:
    """Raises what an exception of the engine means to a reader.

    Raises:
        QueryTimeoutError: the time limit was reached.
        CypherTypeError: a value was of a kind that the operation does not take.
        UnsupportedCypherError: the engine cannot do what the query asks.
        CypherError: anything else that went wrong while the query ran.
    """
    if isinstance(error, kglite.CypherTimeoutError):
        raise QueryTimeoutError(
            f"the query did not end within {timeout:g} s; narrow its patterns or give it more time"
        ) from error
    text = _cleaned(str(error))
    found = _REFUSAL.search(text)
    if found:
        kind = CypherTypeError if found[1] == "T" else UnsupportedCypherError
        raise kind(found[2]) from error
    if isinstance(error, kglite.CypherSyntaxError | kglite.SchemaError):
        raise UnsupportedCypherError(f"the embedded engine cannot answer this query: {_first_line(text)}") from error
    raise CypherError(f"the query failed: {_first_line(text)}") from error


def check_warnings(warnings: list[str]) -> list[str]:
    """Makes an error of every warning that can mean other rows than Neo4j's.

    Returns:
        Those worth a note to the reader.

    Raises:
        UnsupportedCypherError: there is such a warning.
    """
    notes = []
    for warning in warnings:
        if _ARROW in warning:
            notes.append(_cleaned(warning))
        elif not _HARMLESS.search(warning):
            raise UnsupportedCypherError(
                f"the embedded engine cannot answer this query as Neo4j does: {_cleaned(warning)}"
            )
    return notes


def _cleaned(text: str) -> str:
    return text.replace(PREFIX, "").removeprefix("Cypher execution error: ").removeprefix("Cypher syntax error: ")


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else "no reason given"
