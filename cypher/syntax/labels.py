"""Reads label and type expressions: ``:A``, ``:A:B``, ``:A|B``, ``:A&!B``, ``:%``."""

from __future__ import annotations

from cypher.syntax.cursor import Cursor
from cypher.syntax.tree.patterns import LabelExpression


def read_labels(cursor: Cursor) -> LabelExpression | None:
    """The labels after a colon, or None where no colon comes."""
    if not cursor.take_sign(":"):
        return None
    first = _either(cursor)
    more = [first]
    while cursor.token.is_sign(":"):
        cursor.advance()
        more.append(_either(cursor))
    return first if len(more) == 1 else LabelExpression("&", operands=tuple(more), position=first.position)


def _either(cursor: Cursor) -> LabelExpression:
    operands = [_both(cursor)]
    while cursor.bars != 0 and cursor.take_sign("|"):
        if cursor.bars is not None:
            cursor.bars -= 1
        cursor.take_sign(":")  # the older `:A|:B`
        operands.append(_both(cursor))
    return operands[0] if len(operands) == 1 else LabelExpression("|", operands=tuple(operands))


def _both(cursor: Cursor) -> LabelExpression:
    operands = [_single(cursor)]
    while cursor.take_sign("&"):
        operands.append(_single(cursor))
    return operands[0] if len(operands) == 1 else LabelExpression("&", operands=tuple(operands))


def _single(cursor: Cursor) -> LabelExpression:
    position = cursor.token.start
    if cursor.take_sign("!"):
        return LabelExpression("!", operands=(_single(cursor),), position=position)
    if cursor.take_sign("%"):
        return LabelExpression("%", position=position)
    if cursor.take_sign("("):
        inner = _either(cursor)
        cursor.expect_sign(")")
        return inner
    if cursor.token.is_sign("$") or cursor.token.kind == "param":
        raise cursor.unsupported("labels given by a parameter (write the label itself)")
    return LabelExpression("", cursor.name("a label or type"), position=position)
