"""A place in the tokens of a query, and the small steps that every part of the parser takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

from cypher.errors import CypherError, CypherSyntaxError, UnsupportedCypherError
from cypher.syntax.tree.clauses import Query
from cypher.syntax.tree.expressions import Expression
from cypher.tokens import Token, tokenize

_HINTS = (
    "MATCH", "OPTIONAL", "WHERE", "RETURN", "WITH", "UNWIND", "ORDER", "LIMIT", "SKIP", "UNION", "CALL", "AS", "BY",
    "AND", "OR", "NOT", "XOR", "IN", "CONTAINS", "STARTS", "ENDS", "CASE", "WHEN", "THEN", "ELSE", "END", "DISTINCT",
    "DESC", "ASC",
)  # fmt: skip


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Nesting:
    """The readers of what stands in parts of its own parts: an expression in a list, a query in an expression.

    A reader of parts asks the cursor for these. Were it to import them, the modules of the grammar would import
    each other in a circle, as the rules of the grammar name each other.
    """

    expression: Callable[[Cursor], Expression]
    subquery: Callable[[Cursor, str], Query]
    test_of: Callable[[Cursor, Expression], Expression | None]


class Cursor:
    """Reads the tokens of one query from left to right."""

    def __init__(self, query: str, nesting: Nesting) -> None:
        self.query = query
        self._nesting = nesting
        self.tokens = tokenize(query)
        self.at = 0
        self.bars: int | None = None  # how many `|` a label expression may still take; None for any number

    @property
    def token(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.at]

    @property
    def last_end(self) -> int:
        """Where the token before this one ended."""
        return self.tokens[self.at - 1].end if self.at else 0

    def peek(self, ahead: int = 1) -> Token:
        """A token further on; the end token past the end."""
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def advance(self) -> Token:
        """The next token, which is passed."""
        token = self.token
        if token.kind != "end":
            self.at += 1
        return token

    def take_word(self, *words: str) -> bool:
        """Passes these keywords if they all come next, in this order."""
        if all(self.peek(i).is_word(word) for i, word in enumerate(words)):
            self.at += len(words)
            return True
        return False

    def take_sign(self, sign: str) -> bool:
        """Passes this sign if it comes next."""
        if self.token.is_sign(sign):
            self.at += 1
            return True
        return False

    def take_dash(self) -> bool:
        """Passes a minus or, as Neo4j does in patterns, another dash."""
        if self.token.kind == "dash":
            self.at += 1
            return True
        return self.take_sign("-")

    def expect_word(self, word: str) -> None:
        """Passes a keyword that must come next."""
        if not self.take_word(word):
            raise self.fail(f"{word} expected")

    def expect_sign(self, sign: str) -> None:
        """Passes a sign that must come next."""
        if not self.take_sign(sign):
            raise self.fail(f"`{sign}` expected")

    def name(self, what: str) -> str:
        """A name, in backticks or not, that must come next."""
        if self.token.kind not in ("word", "name"):
            raise self.fail(f"{what} expected")
        return self.advance().text

    def expression(self) -> Expression:
        """The expression that comes next."""
        return self._nesting.expression(self)

    def subquery(self, kind: str) -> Query:
        """The query that comes next, in the braces of EXISTS, COUNT or COLLECT."""
        return self._nesting.subquery(self, kind)

    def test_of(self, subject: Expression) -> Expression | None:
        """The test of ``subject`` that comes next without it, ``< 1`` or ``IS NULL``, or None where none comes."""
        return self._nesting.test_of(self, subject)

    def attempt(self, read: Callable[[Cursor], _T]) -> _T | None:
        """What ``read`` gives, or None with nothing passed where it cannot read on."""
        at = self.at
        try:
            return read(self)
        except CypherError:
            self.at = at
            return None

    def fail(self, problem: str) -> CypherSyntaxError:
        """That the next token cannot stand here, to raise."""
        token = self.token
        if token.kind == "end":
            return CypherSyntaxError(f"{problem}, but the query ends here", self.query, token.start)
        found = self.query[token.start : token.end][:40]
        hint = "; a minus is written `-`" if token.kind == "dash" else ""
        if token.kind == "word":
            near = get_close_matches(token.text.upper(), _HINTS, 1, 0.75)
            hint = f"; did you mean {near[0]}?" if near and near[0] != token.text.upper() else ""
        return CypherSyntaxError(f"{problem}, not `{found}`{hint}", self.query, token.start)

    def unsupported(self, what: str) -> UnsupportedCypherError:
        """That the embedded engine does not have what comes next, to raise."""
        place = CypherSyntaxError("", self.query, self.token.start)
        return UnsupportedCypherError(
            f"line {place.line}, column {place.column}: the embedded engine does not have {what}"
        )
