"""An expression in the engine's words, and the guards that are put around one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cypher.syntax.tree.expressions import Expression
from cypher.translate.context import Context
from cypher.translate.scope import Scope
from cypher.translate.types import Type

# How the engine's valueType() begins for each kind.
_VALUE_TYPES = {
    "boolean": "BOOLEAN", "integer": "INTEGER", "float": "FLOAT", "string": "STRING", "list": "LIST", "map": "MAP",
    "node": "NODE", "relationship": "RELATIONSHIP", "path": "PATH", "date": "DATE", "datetime": "ZONED DATETIME",
    "localdatetime": "LOCAL DATETIME", "time": "ZONED TIME", "localtime": "LOCAL TIME", "duration": "DURATION",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Code:
    """An expression in the engine's words, with its type."""

    text: str
    type: Type


def is_kind(text: str, *kinds: str) -> str:
    """A Boolean in the engine's words: whether a value that is not null is of one of these kinds."""
    tests = []
    for kind in kinds:
        name = _VALUE_TYPES[kind]
        test = f"valueType({text}) STARTS WITH '{name}'"
        tests.append(f"({test} AND NOT valueType({text}) STARTS WITH 'DATETIME')" if kind == "date" else test)
    return "(" + " OR ".join(tests) + ")"


def let(value: Code, context: Context, body: Callable[[str], str]) -> str:
    """An expression that uses a value several times and evaluates it once."""
    if len(value.text) <= 24 and "(" not in value.text:
        return body(value.text)
    name = context.fresh("t")
    return f"[{name} IN [{value.text}] | {body(name)}][0]"


def require(code: Code, at: Expression, scope: Scope, *kinds: str) -> Code:
    """A value that must be of these kinds or null, as on Neo4j.

    What can never be one is refused here; what may or may not is checked while the query runs.

    Raises:
        CypherTypeError: it can be none of these kinds.
    """
    known = code.type
    if known.kinds <= set(kinds):
        return code
    wanted = " or ".join(kind.capitalize() for kind in kinds)
    if not known.may_be(*kinds):
        raise scope.context.type_error(at, f"Type mismatch: expected {wanted} but was {known.describe()}")
    fail = refusal(f"T:{scope.context.place(at)}: Type mismatch: expected {wanted}", scope.context)
    text = let(
        code,
        scope.context,
        lambda x: f"(CASE WHEN {x} IS NULL THEN null WHEN {is_kind(x, *kinds)} THEN {x} ELSE {fail} END)",
    )
    narrowed = Type(known.kinds & set(kinds), known.nullable, known.element, known.fields, known.stored)
    return Code(text, narrowed)


def null_if_any(operands: tuple[Code, ...], text: str) -> str:
    """An expression that is null as soon as an operand is."""
    tests = [f"{code.text} IS NULL" for code in operands if code.type.nullable]
    return f"(CASE WHEN {' OR '.join(tests)} THEN null ELSE {text} END)" if tests else text


def refusal(message: str, context: Context) -> str:
    """An expression that fails when it is evaluated, with a message that the engine hands back.

    The engine has no way to raise; a regular expression that cannot be compiled is quoted in its error.
    """
    name = context.fresh("e")
    context.extra[name] = f"[<<{message}>>"
    return f"('' =~ ${name})"
