"""Translates function calls, plain and aggregating."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches

from cypher.syntax.tree.expressions import Call, Literal, Variable
from cypher.syntax.tree.patterns import PatternPredicate
from cypher.translate import times
from cypher.translate.aggregates import aggregate
from cypher.translate.arithmetic import NAN, float_as_text
from cypher.translate.code import Code, is_kind, let, refusal, require
from cypher.translate.dispatch import translate
from cypher.translate.scope import Scope
from cypher.translate.signatures import AGGREGATES, EXACT, MORE_ARGUMENTS, REFUSED, SIGNATURES
from cypher.translate.spelling import PREFIX, UNLABELLED
from cypher.translate.types import NULL, TEMPORAL, Type


@translate.register
def _call(expression: Call, scope: Scope) -> Code:
    name = expression.name.lower()
    if name in REFUSED:
        raise scope.context.unsupported(expression, REFUSED[name])
    if name in ("id", "elementid"):
        raise scope.context.unsupported(expression, _instead_of_id(expression, scope))
    if name in AGGREGATES:
        return aggregate(expression, name, scope)
    if name == "exists":
        return _exists(expression, scope)
    signature = SIGNATURES.get(name)
    if signature is None:
        near = get_close_matches(name, [*SIGNATURES, *AGGREGATES], 1, 0.7)
        hint = f"; did you mean {near[0]}()?" if near else ""
        raise scope.context.syntax_error(expression, f"Unknown function '{expression.name}'{hint}")
    count = len(expression.arguments)
    if expression.distinct:
        raise scope.context.syntax_error(expression, f"DISTINCT has no meaning in {expression.name}()")
    if signature.high < count <= MORE_ARGUMENTS.get(name, 0):
        raise scope.context.unsupported(expression, f"{expression.name}() with {count} arguments")
    if not signature.low <= count <= signature.high:
        wanted = f"{signature.low}" if signature.low == signature.high else f"{signature.low} to {signature.high}"
        raise scope.context.syntax_error(expression, f"{expression.name}() takes {wanted} arguments, not {count}")
    if (name in TEMPORAL or name == "timestamp") and not count:
        return times.moment(name, scope.context)
    times.refuse_epoch(expression, scope)
    return _checked(expression, name, scope)


def _instead_of_id(expression: Call, scope: Scope) -> str:
    of = expression.arguments[0] if len(expression.arguments) == 1 else None
    written = f"{of.name}.key" if isinstance(of, Variable) else "its property `key`"
    return f"{expression.name}(): it differs from store to store; write {written}, which is the same on each"


def _checked(expression: Call, name: str, scope: Scope) -> Code:
    signature = SIGNATURES[name]
    codes = [translate(argument, scope) for argument in expression.arguments]
    if ":" in signature.text:
        return _or_null(signature.text, codes[0], signature.gives([]))
    if name in _SWALLOWS and not codes[0].type.kinds <= set(signature.takes[0]):
        return _guarded(expression, name, codes[0], scope)
    if name in _BETWEEN and any(code.type.is_only(*TEMPORAL - {"date"}) for code in codes):
        raise scope.context.unsupported(expression, f"{expression.name}() over times of day (take date(…) of both)")
    for i, (code, at) in enumerate(zip(codes, expression.arguments, strict=True)):
        kinds = signature.takes[min(i, len(signature.takes) - 1)]
        if kinds:
            codes[i] = require(code, at, scope, *kinds)
    return _called(expression, name, codes, scope)


def _guarded(expression: Call, name: str, code: Code, scope: Scope) -> Code:
    """A function that gives null for an argument that fails, so that what refuses a value has to stand around it."""
    kinds = SIGNATURES[name].takes[0]
    at = expression.arguments[0]
    if code.type.kinds and not code.type.may_be(*kinds):
        require(code, at, scope, *kinds)
    narrowed = replace(code.type, kinds=code.type.kinds & set(kinds))
    wanted = " or ".join(kind.capitalize() for kind in kinds)
    fail = refusal(f"T:{scope.context.place(at)}: Type mismatch: expected {wanted}", scope.context)
    inside: list[Code] = []

    def guarded(x: str) -> str:
        inside.append(_called(expression, name, [Code(x, narrowed)], scope))
        return f"(CASE WHEN {x} IS NULL THEN null WHEN {is_kind(x, *kinds)} THEN {inside[0].text} ELSE {fail} END)"

    text = let(code, scope.context, guarded)
    return Code(text, inside[0].type)


def _called(expression: Call, name: str, codes: list[Code], scope: Scope) -> Code:
    signature = SIGNATURES[name]
    result = signature.gives([code.type for code in codes])
    if any(not code.type.kinds for code in codes) and name not in ("coalesce", "nullif"):
        return Code("null", NULL)
    if name == "properties" and not codes[0].type.is_only("map"):
        result = Type(frozenset({"map"}), codes[0].type.nullable, stored=True)
    special = _SPECIAL.get(name)
    if special is not None:
        return Code(special(codes, expression, scope), result)
    arguments = [code.text for code in codes]
    text = signature.text.format(*arguments) if signature.text else f"{expression.name}({', '.join(arguments)})"
    return Code(text, result)


def _or_null(template: str, code: Code, result: Type) -> Code:
    name, _, kinds = template.partition(":")
    if not code.type.may_be(*kinds.split(",")):
        return Code("null", NULL)
    x = code.text
    if code.type.is_only(*kinds.split(",")):
        return Code(f"{name}({x})", result)
    return Code(f"(CASE WHEN {is_kind(x, *kinds.split(','))} THEN {name}({x}) ELSE null END)", result)


def _exists(expression: Call, scope: Scope) -> Code:
    argument = expression.arguments[0] if len(expression.arguments) == 1 else None
    if not isinstance(argument, PatternPredicate):
        raise scope.context.syntax_error(expression, "exists() takes a pattern; for a property write `IS NOT NULL`")
    return translate(argument, scope)


def _labels(codes: list[Code], expression: Call, scope: Scope) -> str:
    text = f"labels({codes[0].text})"
    if not scope.context.schema.unlabelled:
        return text
    name = scope.context.fresh("t")
    return f"[{name} IN {text} WHERE {name} <> '{UNLABELLED}']"


def _keys(codes: list[Code], expression: Call, scope: Scope) -> str:
    of = codes[0]
    if of.type.is_only("map") and not of.type.stored:
        return f"keys({of.text})"
    name = scope.context.fresh("t")
    listed = f"[{name} IN keys({of.text}) WHERE {name} STARTS WITH '{PREFIX}' | substring({name}, {len(PREFIX)})]"
    if of.type.is_only("node", "relationship") or of.type.stored:
        return listed
    return f"(CASE WHEN {is_kind(of.text, 'map')} THEN keys({of.text}) ELSE {listed} END)"


def _properties(codes: list[Code], expression: Call, scope: Scope) -> str:
    return codes[0].text if codes[0].type.is_only("map") else f"properties({codes[0].text})"


def _is_empty(codes: list[Code], expression: Call, scope: Scope) -> str:
    of = codes[0]
    if of.type.is_only("map"):
        return f"(size(keys({of.text})) = 0)"
    if of.type.is_only("list", "string"):
        return f"(size({of.text}) = 0)"
    return f"(CASE WHEN {is_kind(of.text, 'map')} THEN size(keys({of.text})) = 0 ELSE size({of.text}) = 0 END)"


def _null_if(codes: list[Code], expression: Call, scope: Scope) -> str:
    one, other = codes[0].text, codes[1].text
    return f"(CASE WHEN {one} = {other} THEN null ELSE {one} END)"


def _round(codes: list[Code], expression: Call, scope: Scope) -> str:
    # Java rounds a half up, the engine away from zero.
    if len(codes) == 2:
        return f"round({codes[0].text}, {codes[1].text})"
    return let(
        codes[0],
        scope.context,
        lambda x: f"(CASE WHEN {x} < 0 AND {x} + 0.5 = ceil({x}) THEN ceil({x}) + 0.0 ELSE toFloat(round({x})) END)",
    )


def _to_string(codes: list[Code], expression: Call, scope: Scope) -> str:
    if codes[0].type.may_be("time", "localtime", "datetime") and not codes[0].type.is_unknown:
        raise scope.context.unsupported(expression, "the text of times and datetimes (that of their date is there)")
    return f"toString({float_as_text(codes[0], expression.arguments[0], scope).text})"


def _to_boolean(codes: list[Code], expression: Call, scope: Scope) -> str:
    of = codes[0]
    if not of.type.may_be("integer"):
        return f"toBoolean({of.text})"
    if of.type.is_only("integer"):
        return f"({of.text} <> 0)"
    return f"(CASE WHEN {is_kind(of.text, 'integer')} THEN {of.text} <> 0 ELSE toBoolean({of.text}) END)"


def _to_integer(codes: list[Code], expression: Call, scope: Scope) -> str:
    """A float beyond 64 bits becomes the nearest integer and NaN zero; the engine says null."""
    of = codes[0]
    if not of.type.may_be("float") or (
        isinstance(expression.arguments[0], Literal) and abs(expression.arguments[0].value) < 1e18
    ):
        return f"toInteger({of.text})"
    return let(
        of,
        scope.context,
        lambda x: (
            f"(CASE WHEN NOT {is_kind(x, 'float')} THEN toInteger({x}) WHEN {x} >= 9223372036854775807.0 "
            f"THEN 9223372036854775807 WHEN {x} <= -9223372036854775808.0 THEN (-9223372036854775808) "
            f"WHEN {x} <> {x} THEN 0 ELSE toInteger({x}) END)"
        ),
    )


def _exact(codes: list[Code], expression: Call, scope: Scope) -> str:
    found, count, share = codes
    if not found.type.may_be("integer"):
        return found.text
    place = f"({share.text} * ({count.text} - 1))"
    return f"(CASE WHEN {place} = floor({place}) THEN toInteger({found.text}) ELSE {found.text} END)"


def _not_negative(codes: list[Code], expression: Call, scope: Scope) -> str:
    texts = [codes[0].text]
    for code, argument in zip(codes[1:], expression.arguments[1:], strict=True):
        if isinstance(argument, Literal) and argument.value >= 0:
            texts.append(code.text)
            continue
        place = scope.context.place(argument)
        fail = refusal(f"T:{place}: {expression.name}() takes no negative numbers", scope.context)
        guard = let(code, scope.context, lambda x, fail=fail: f"(CASE WHEN {x} < 0 THEN {fail} ELSE {x} END)")  # type: ignore[misc]
        texts.append(guard)
    return f"{expression.name}({', '.join(texts)})"


def _within(codes: list[Code], expression: Call, scope: Scope) -> str:
    """Functions that give NaN or -Infinity outside of their domain, where the engine says null."""
    name = expression.name.lower()
    domain = {"asin": "abs({0}) > 1", "acos": "abs({0}) > 1"}.get(name, "{0} < 0")
    zero = "WHEN {0} = 0 THEN toFloat('-Infinity') " if name.startswith("log") else ""
    return let(
        codes[0],
        scope.context,
        lambda x: f"(CASE WHEN {domain.format(x)} THEN {NAN} {zero.format(x)}ELSE {name}({x}) END)",
    )


_BETWEEN = frozenset({"duration.between", "duration.inmonths", "duration.indays"})
_SWALLOWS = frozenset({"type", "labels", "startnode", "endnode", "properties", "keys"})
_SPECIAL = {
    "labels": _labels,
    "keys": _keys,
    "properties": _properties,
    "isempty": _is_empty,
    "nullif": _null_if,
    "round": _round,
    "tostring": _to_string,
    "toboolean": _to_boolean,
    "tointeger": _to_integer,
    "substring": _not_negative,
    "left": _not_negative,
    "right": _not_negative,
    "sqrt": _within,
    "log": _within,
    "log10": _within,
    "asin": _within,
    "acos": _within,
    EXACT: _exact,
    "duration.between": times.between,
    "duration.inmonths": times.in_months,
}
