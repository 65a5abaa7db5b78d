"""Translates aggregating functions."""

from __future__ import annotations

from cypher.syntax.tree.expressions import Call, Literal
from cypher.syntax.tree.part import walk
from cypher.translate.code import Code, require
from cypher.translate.comparisons import mixes_times
from cypher.translate.dispatch import translate
from cypher.translate.scope import Scope
from cypher.translate.signatures import AGGREGATES, PERCENTILES
from cypher.translate.types import INTEGER, NULL, NUMBERS, Type, list_of, not_null, nullable, of_kinds


def aggregate(expression: Call, name: str, scope: Scope) -> Code:
    """The call of an aggregating function; ``name`` is its name in small letters."""
    if not scope.aggregates:
        raise scope.context.syntax_error(
            expression, f"{expression.name}() can stand only in WITH or RETURN, and not in another one"
        )
    if expression.star:
        return Code("count(*)", not_null(INTEGER))
    wanted, given = 2 if name in PERCENTILES else 1, len(expression.arguments)
    if given != wanted:
        problem = f"{expression.name}() takes {wanted} argument{'s'[: wanted - 1]}, not {given}"
        raise scope.context.syntax_error(expression, problem)
    at = expression.arguments[0]
    for part in walk(at):
        if isinstance(part, Call) and part.name.lower() == "rand":
            problem = f"rand() cannot stand in {expression.name}(); compute it in a WITH before"
            raise scope.context.syntax_error(part, problem)
    code = translate(at, scope.inner())
    if name in ("sum", "avg") and code.type.is_only("duration"):
        raise scope.context.unsupported(expression, f"{expression.name}() of durations (take that of their .days)")
    if name in ("min", "max") and (mixes_times(code.type) or code.type.is_only("duration")):
        raise scope.context.unsupported(expression, "an order of durations or of times of different kinds")
    if AGGREGATES[name]:
        code = require(code, at, scope, *AGGREGATES[name])
    text = _distinct_argument(expression, name, code, scope) if expression.distinct else code.text
    argument = f"DISTINCT {text}" if expression.distinct else text
    return Code(_call(expression, name, argument, text, code.type, scope), _result(name, code.type))


def _call(expression: Call, name: str, argument: str, text: str, kind: Type, scope: Scope) -> str:
    if name in ("stdev", "stdevp"):
        count = f"count({argument})"  # the engine has only that of a sample
        scale = "" if name == "stdev" else f" * sqrt(({count} - 1.0) / {count})"
        # Of one value the engine says null, and of equal ones what it rounded their mean by; Neo4j says 0.0 of both.
        return f"coalesce(stDev({argument}){scale} * sign(max({text}) - min({text})), min({text}) * 0.0)"
    if name not in PERCENTILES:
        return f"{expression.name}({argument})"
    share = expression.arguments[1]
    code = require(translate(share, scope.inner()), share, scope, "integer", "float")
    if isinstance(share, Literal) and not 0 <= share.value <= 1:
        raise scope.context.syntax_error(share, f"{expression.name}() takes a share from 0.0 to 1.0, not {share.value}")
    call = f"percentile_{name[-4:]}({argument}, {code.text})"
    if kind.is_only("float") or not kind.kinds:
        return call
    if not kind.is_only("integer"):  # the engine makes a float of either
        raise scope.context.unsupported(expression, f"{expression.name}() of both 1 and 1.0 (write toFloat(…))")
    return f"toInteger({call})" if name == "percentiledisc" else call


def _result(name: str, kind: Type) -> Type:
    if name == "count":
        return not_null(INTEGER)
    if name == "collect":
        return list_of(not_null(kind) if kind.kinds else NULL)
    if name in ("avg", "stdev", "stdevp") or (name == "percentilecont" and not kind.may_be("integer")):
        return of_kinds("float")
    if name == "percentilecont":
        return Type(NUMBERS, clash=True)  # see grouping.with_exact_percentiles
    if name == "sum":
        return Type(kind.kinds or frozenset({"integer"}), False)
    return nullable(kind)


def _distinct_argument(expression: Call, name: str, code: Code, scope: Scope) -> str:
    if not code.type.mixed:
        return code.text
    if name == "count" and code.type.is_only("integer", "float"):
        return f"toFloat({code.text})"
    if name in ("min", "max"):
        return code.text
    raise scope.context.unsupported(expression, "DISTINCT over values that may be both 1 and 1.0 (write toFloat(…))")
