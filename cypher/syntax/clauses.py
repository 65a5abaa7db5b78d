"""Reads clauses and whole queries."""

from __future__ import annotations

from functools import lru_cache

from cypher.errors import WriteRefusedError
from cypher.syntax.cursor import Cursor, Nesting
from cypher.syntax.expressions import read_expression, read_test_of
from cypher.syntax.patterns import read_pattern
from cypher.syntax.procedures import all_columns, read_procedure
from cypher.syntax.tree.clauses import CallSubquery, Clause, Item, Match, Projection, Query, Unwind
from cypher.syntax.tree.expressions import Expression, Variable

_WRITES = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "INSERT", "LOAD", "USE", "DROP", "SHOW")


@lru_cache(maxsize=256)
def parse(query: str) -> Query:
    """The tree of a reading query.

    Raises:
        CypherSyntaxError: the text is no Cypher; says where.
        UnsupportedCypherError: Cypher that the embedded engine does not have.
        WriteRefusedError: a clause that writes.
    """
    cursor = Cursor(query, Nesting(read_expression, read_subquery, read_test_of))
    if cursor.token.kind == "end":
        raise cursor.fail("a query expected")
    tree = _query(cursor)
    cursor.take_sign(";")
    if cursor.token.kind != "end":
        raise cursor.fail(
            "the end of the query expected" if cursor.tokens[cursor.at - 1].is_sign(";") else "a clause expected"
        )
    return tree


def read_subquery(cursor: Cursor, kind: str) -> Query:
    """What stands in braces after EXISTS, COUNT or COLLECT: a query, or a pattern alone."""
    if cursor.token.is_word("MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"):
        return _query(cursor, ends_open=kind != "COLLECT")
    match = _match_body(cursor, False)
    return Query(((match,),))


def _query(cursor: Cursor, ends_open: bool = False) -> Query:
    position = cursor.token.start
    branches = [_single(cursor, ends_open)]
    kinds = set()
    while cursor.take_word("UNION"):
        everything = cursor.take_word("ALL")
        if not everything:
            cursor.take_word("DISTINCT")
        kinds.add(everything)
        if len(kinds) > 1:
            raise cursor.fail("UNION and UNION ALL cannot be mixed; a further branch of the same kind expected")
        branches.append(_single(cursor, ends_open))
    return Query(tuple(branches), kinds == {True}, position=position)


def _single(cursor: Cursor, ends_open: bool) -> tuple[Clause, ...]:
    clauses: list[Clause] = read_procedure(cursor) if cursor.at == 0 else []
    if clauses and (cursor.token.kind == "end" or cursor.token.is_sign(";")):
        return (*clauses, all_columns(clauses))
    while True:
        clause = _clause(cursor)
        if clause is None:
            break
        clauses.append(clause)
        if isinstance(clause, Projection) and clause.kind == "RETURN":
            return tuple(clauses)
    token = cursor.token
    if token.is_word(*_WRITES):
        raise WriteRefusedError(f"this query may only read, but it says {token.text.upper()}")
    if ends_open and clauses:
        return tuple(clauses)
    if cursor.take_word("FINISH"):
        raise cursor.unsupported("FINISH")
    raise cursor.fail(
        "a clause such as MATCH, WITH or RETURN expected" if clauses else "MATCH, WITH, UNWIND, CALL or RETURN expected"
    )


def _clause(cursor: Cursor) -> Clause | None:
    if cursor.take_word("OPTIONAL", "MATCH"):
        return _match_body(cursor, True)
    if cursor.take_word("MATCH"):
        return _match_body(cursor, False)
    if cursor.take_word("UNWIND"):
        source = cursor.expression()
        cursor.expect_word("AS")
        return Unwind(source, cursor.name("a variable"))
    if cursor.token.is_word("WITH", "RETURN"):
        return _projection(cursor)
    if cursor.take_word("OPTIONAL", "CALL"):
        raise cursor.unsupported("OPTIONAL CALL")
    if cursor.token.is_word("CALL"):
        return _call(cursor)
    return None


def _match_body(cursor: Cursor, optional: bool) -> Match:
    if cursor.token.is_word("REPEATABLE", "DIFFERENT"):
        raise cursor.unsupported("match modes (`REPEATABLE ELEMENTS`)")
    found = [read_pattern(cursor)]
    while cursor.take_sign(","):
        found.append(read_pattern(cursor))
    if cursor.token.is_word("USING"):
        raise cursor.unsupported("planner hints (`USING INDEX`)")
    where = cursor.expression() if cursor.take_word("WHERE") else None
    return Match(optional, tuple(found), where)


def _projection(cursor: Cursor) -> Projection:
    position = cursor.token.start
    kind = cursor.advance().text.upper()
    distinct = cursor.take_word("DISTINCT")
    star, items = cursor.take_sign("*"), []
    if not star or cursor.take_sign(","):
        items.append(_item(cursor))
        while cursor.take_sign(","):
            items.append(_item(cursor))
    order = _order(cursor)
    skip = cursor.expression() if cursor.take_word("SKIP") or cursor.take_word("OFFSET") else None
    limit = cursor.expression() if cursor.take_word("LIMIT") else None
    where = cursor.expression() if kind == "WITH" and cursor.take_word("WHERE") else None
    return Projection(kind, distinct, star, tuple(items), order, skip, limit, where, position=position)


def _item(cursor: Cursor) -> Item:
    expression = cursor.expression()
    if cursor.take_word("AS"):
        return Item(expression, cursor.name("a name"), True)
    name = expression.name if isinstance(expression, Variable) else _written(cursor, expression)
    return Item(expression, name, isinstance(expression, Variable))


def _written(cursor: Cursor, expression: Expression) -> str:
    first = next(i for i, token in enumerate(cursor.tokens) if token.start >= expression.start)
    while first and cursor.tokens[first - 1].is_sign("("):  # parentheses around the whole are part of the name
        first -= 1
    return cursor.query[cursor.tokens[first].start : cursor.last_end]


def _order(cursor: Cursor) -> tuple[tuple[Expression, bool], ...]:
    if not cursor.take_word("ORDER"):
        return ()
    cursor.expect_word("BY")
    keys = [_key(cursor)]
    while cursor.take_sign(","):
        keys.append(_key(cursor))
    return tuple(keys)


def _key(cursor: Cursor) -> tuple[Expression, bool]:
    expression = cursor.expression()
    descending = cursor.take_word("DESC") or cursor.take_word("DESCENDING")
    if not descending and not cursor.take_word("ASC"):
        cursor.take_word("ASCENDING")
    return expression, descending


def _call(cursor: Cursor) -> CallSubquery:
    position = cursor.advance().start
    imports: tuple[str, ...] | None = None
    if cursor.take_sign("("):
        names = []
        if cursor.take_sign("*"):
            names.append("*")
        while not cursor.token.is_sign(")"):
            names.append(cursor.name("a variable"))
            if not cursor.take_sign(","):
                break
        cursor.expect_sign(")")
        imports = tuple(names)
    if not cursor.take_sign("{"):
        raise WriteRefusedError(
            "CALL of a procedure is refused, since a procedure may write; only CALL { … } is read here"
        )
    query = _query(cursor)
    cursor.expect_sign("}")
    if cursor.token.is_word("IN"):
        raise WriteRefusedError("CALL { … } IN TRANSACTIONS is for writing, and this query may only read")
    return CallSubquery(imports, query, position=position)
