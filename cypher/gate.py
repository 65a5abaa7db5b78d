"""The read-only gate: says by a query's tokens whether it reads, and refuses by name what would do anything else.

Neo4j has the last word on its own server (a READ session, ``EXPLAIN`` first); this gate comes before it and is the same
for both stores. It would rather refuse a reading query that uses a writing word as a bare name (put it in backticks)
than let a writing one through.
"""

from __future__ import annotations

import unicodedata

from cypher.errors import WriteRefusedError
from cypher.procedures import PROCEDURES, SHOWN
from cypher.tokens import Token, tokenize

# Clauses that write or load, wherever they stand.
_WRITING = frozenset({
    "CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT", "LOAD", "TRANSACTIONS",
})  # fmt: skip
# Commands, which begin a statement; as names elsewhere they are harmless (`r.start AS start`).
_COMMANDS = frozenset({
    "ALTER", "DEALLOCATE", "DENY", "DROP", "DRYRUN", "ENABLE", "GRANT", "REALLOCATE", "RENAME", "REVOKE", "SHOW",
    "START", "STOP", "TERMINATE", "USE",
})  # fmt: skip
# Namespaces of functions that only compute; others, apoc above all, can hold functions that run or write.
_PURE = frozenset({"date", "datetime", "localdatetime", "time", "localtime", "duration", "point"})


def require_read_only(query: str) -> None:
    """Lets a reading query pass.

    Raises:
        WriteRefusedError: it would write, load, administer, call a procedure, or is more than one statement.
        CypherSyntaxError: it has no tokens that Cypher knows.
    """
    tokens = tokenize(query)
    _check_command(tokens)
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else tokens[-1]
        after = tokens[min(at + 1, len(tokens) - 1)]
        if token.kind == "word":
            _check_word(token, before, after, tokens[at - 2] if at > 1 else tokens[-1])
        if token.kind in ("word", "name"):
            _check_call(tokens, at, before)
        if token.is_sign(";") and after.kind != "end":
            raise WriteRefusedError("only one statement may be run at a time, and another one follows the `;`")


def _folded(token: Token) -> str:
    """A word as the reader of a keyword would take it: letters of full width or of other shapes made plain."""
    return unicodedata.normalize("NFKC", token.text).upper()


def _check_command(tokens: list[Token]) -> None:
    """Refuses a command at the head of the statement, behind EXPLAIN, PROFILE and the options after CYPHER."""
    for at, token in enumerate(tokens):
        option = token.is_word("EXPLAIN", "PROFILE", "CYPHER") or token.kind in ("int", "float") or token.is_sign("=")
        if option or (tokens[at + 1 : at + 2] and tokens[at + 1].is_sign("=")) or (at and tokens[at - 1].is_sign("=")):
            continue
        if token.is_word("SHOW") and tokens[at + 1].text.upper() in SHOWN:
            return
        if token.kind == "word" and _folded(token) in _COMMANDS:
            raise WriteRefusedError(f"this query may only read, and {_folded(token)} is a command of the database")
        return


def _check_word(token: Token, before: Token, after: Token, earlier: Token) -> None:
    word = _folded(token)
    if word not in _WRITING:
        return
    property_or_label = before.is_sign(":", "|", "&", "!") or (
        before.is_sign(".") and earlier.kind not in ("int", "float")
    )
    map_key = after.is_sign(":") and before.is_sign("{", ",")
    if property_or_label or map_key:
        return
    raise WriteRefusedError(
        f"this query may only read, and {word} would do more (put a name that is spelled so into backticks)"
    )


def _check_call(tokens: list[Token], at: int, before: Token) -> None:
    if before.is_sign("."):
        return
    parts = [tokens[at].text]
    end = at + 1
    while tokens[end].is_sign(".") and tokens[end + 1].kind in ("word", "name"):
        parts.append(tokens[end + 1].text)
        end += 2
    if before.is_word("CALL") and ".".join(parts).lower() in PROCEDURES:
        return
    if before.is_word("CALL"):
        raise WriteRefusedError(
            f"this query may only read, and the procedure {'.'.join(parts)} may do more; CALL {{ … }} is allowed"
        )
    is_function = len(parts) > 1 and tokens[end].is_sign("(")
    if is_function and parts[0].lower() not in _PURE:
        raise WriteRefusedError(f"this query may only read, and the function {'.'.join(parts)}() may do more")
