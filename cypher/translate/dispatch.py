"""The translation of any expression, dispatched by its kind; the modules around register theirs."""

from __future__ import annotations

from functools import singledispatch

from cypher.syntax.tree.expressions import Expression
from cypher.translate.code import Code
from cypher.translate.scope import Scope


@singledispatch
def translate(expression: Expression, scope: Scope) -> Code:
    """An expression in the engine's words.

    Raises:
        CypherSyntaxError: it names what is not bound.
        CypherTypeError: its operands cannot be what the operation takes.
        UnsupportedCypherError: the engine has nothing to say it with.
    """
    raise TypeError(type(expression).__name__)
