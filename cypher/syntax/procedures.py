"""Reads what says what a database holds: ``CALL db.labels() YIELD label``, ``SHOW INDEXES`` and their kin."""

from __future__ import annotations

from cypher.errors import CypherSyntaxError
from cypher.procedures import PROCEDURES, SHOWN
from cypher.syntax.cursor import Cursor
from cypher.syntax.tree.clauses import Clause, Item, Projection, Unwind
from cypher.syntax.tree.expressions import Parameter, Property, Variable

ROW = "row "  # a name that no query can hold


def read_procedure(cursor: Cursor) -> list[Clause]:
    """The clauses that stand for a procedure at the head of a query, its rows a parameter; none where there is none."""
    start = cursor.token.start
    name = _name(cursor)
    if name is None:
        return []
    columns = PROCEDURES[name].columns
    chosen = [(column, column) for column in columns]
    where = None
    if cursor.take_word("YIELD"):
        if not cursor.take_sign("*"):
            chosen = [_yielded(cursor, columns)]
            while cursor.take_sign(","):
                chosen.append(_yielded(cursor, columns))
        where = cursor.expression() if cursor.take_word("WHERE") else None
    end = cursor.last_end
    row = Variable(ROW, start=start, end=end)
    items = tuple(Item(Property(row, column, start=start, end=end), own, True) for column, own in chosen)
    rows = Unwind(Parameter(name, start=start, end=end), ROW)
    return [rows, Projection("WITH", False, False, items, (), None, None, where, start)]


def all_columns(clauses: list[Clause]) -> Projection:
    """The RETURN that a procedure which stands alone has not."""
    given = clauses[-1]
    assert isinstance(given, Projection)
    items = tuple(Item(Variable(item.name, start=given.position), item.name, True) for item in given.items)
    return Projection("RETURN", False, False, items, (), None, None, None, given.position)


def _name(cursor: Cursor) -> str | None:
    """The name of the procedure that comes next, which is passed, or None with nothing passed."""
    if cursor.token.is_word("SHOW") and cursor.peek().text.upper() in SHOWN:
        name = SHOWN[cursor.peek().text.upper()]
        cursor.at += 2
        return name
    if not cursor.token.is_word("CALL") or cursor.peek().kind not in ("word", "name"):
        return None
    at, parts = 1, [cursor.peek().text]
    while cursor.peek(at + 1).is_sign(".") and cursor.peek(at + 2).kind in ("word", "name"):
        at += 2
        parts.append(cursor.peek(at).text)
    name = ".".join(parts).lower()
    if name not in PROCEDURES:
        return None
    cursor.at += at + 1
    if cursor.take_sign("("):
        cursor.expect_sign(")")
    return name


def _yielded(cursor: Cursor, columns: tuple[str, ...]) -> tuple[str, str]:
    token = cursor.token
    name = cursor.name("a column")
    if name not in columns:
        problem = f"the procedure has no column `{name}`; it has {', '.join(columns)}"
        raise CypherSyntaxError(problem, cursor.query, token.start)
    return name, cursor.name("a name") if cursor.take_word("AS") else name
