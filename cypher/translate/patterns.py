"""Translates patterns: names, labels, lengths; what the engine's patterns lack moves into the condition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from cypher.syntax.tree.expressions import Expression, Literal, MapLiteral, Parameter, Variable
from cypher.syntax.tree.patterns import LabelExpression, NodePattern, PathPattern, RelationshipPattern
from cypher.translate.access import property_type
from cypher.translate.code import Code, require
from cypher.translate.comparisons import compare
from cypher.translate.dispatch import translate
from cypher.translate.label_tests import label_test, type_test
from cypher.translate.scope import Binding, Scope
from cypher.translate.spelling import quoted, stored
from cypher.translate.types import NODE, NULL, RELATIONSHIP, Type, list_of, not_null, of_kinds

_PATH = of_kinds("path", nullable=False)


@dataclass(slots=True)
class Patterns:
    """Patterns in the engine's words.

    Attributes:
        scope: with all that they bind.
        paths: whether a path may have a name.
        texts: the paths.
        conditions: what must hold besides.
        relationships: names of the relationships bound by these patterns.
    """

    scope: Scope
    paths: bool = True
    texts: list[str] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    relationships: set[str] = field(default_factory=set)


def translate_patterns(
    patterns: tuple[PathPattern, ...], scope: Scope, may_bind: bool = True, paths: bool = True
) -> Patterns:
    """The patterns of one clause or expression.

    Args:
        patterns: the paths.
        scope: what is bound before.
        may_bind: whether new names may be bound; not so in a pattern that stands for a Boolean.
        paths: whether the engine takes names of paths there; not so in EXISTS and COUNT.
    """
    before = scope
    result = Patterns(scope, paths)
    for pattern in patterns:
        _bind(pattern, result, may_bind, before)
    for pattern in patterns:
        result.texts.append(_path(pattern, result))
    return result


def _bind(pattern: PathPattern, result: Patterns, may_bind: bool, before: Scope) -> None:
    for element in pattern.elements:
        name = element.variable
        if name is None:
            continue
        kind = not_null(NODE) if isinstance(element, NodePattern) else _relationship_type(element)
        known = result.scope.names.get(name)
        if known is None:
            if not may_bind:
                result.scope.resolve(name, element.position)
            result.scope = result.scope.bind(name, kind)
        elif known.type.kinds and not known.type.may_be(*kind.kinds):
            problem = f"Type mismatch: `{name}` is {known.type.describe()}, not {kind.describe()}"
            raise result.scope.context.type_error(element.position, problem)
        elif isinstance(element, RelationshipPattern):
            if name in result.relationships:
                raise result.scope.context.syntax_error(
                    element.position, f"the relationship `{name}` stands twice in one pattern"
                )
            if element.variable_length:
                raise result.scope.context.unsupported(element.position, "a bound list of relationships in a pattern")
        elif known.type.nullable or not known.type.is_only("node"):
            names = {**result.scope.names, name: Binding(known.name, not_null(NODE))}
            result.scope = replace(result.scope, names=names)
        if isinstance(element, RelationshipPattern):
            result.relationships.add(name)
    if pattern.variable is not None:
        if pattern.variable in result.scope.names:
            position = pattern.elements[0].position
            raise result.scope.context.syntax_error(position, f"the name `{pattern.variable}` is bound already")
        result.scope = result.scope.bind(pattern.variable, _PATH)


def _relationship_type(element: RelationshipPattern) -> Type:
    return list_of(not_null(RELATIONSHIP)) if element.variable_length else not_null(RELATIONSHIP)


def _path(pattern: PathPattern, result: Patterns) -> str:
    parts = [
        _node(element, result) if isinstance(element, NodePattern) else _relationship(element, pattern, result)
        for element in pattern.elements
    ]
    text = "".join(parts)
    if pattern.shortest:
        relationships = [e for e in pattern.elements if isinstance(e, RelationshipPattern)]
        if len(relationships) != 1:
            raise result.scope.context.syntax_error(
                pattern.elements[0].position, f"{pattern.shortest}() takes a pattern with exactly one relationship"
            )
        text = f"{pattern.shortest}({text})"
    if pattern.variable is not None:
        return f"{result.scope.names[pattern.variable].name} = {text}"
    # Where the engine begins at the far end, a list of relationships runs the other way, unless a path is bound.
    relationships = [e for e in pattern.elements if isinstance(e, RelationshipPattern)]
    listed = result.paths and any(e.variable_length and e.variable for e in relationships)
    return f"{result.scope.context.fresh()} = {text}" if listed else text


def condition(where: Expression, scope: Scope) -> str:
    """A condition in the engine's words."""
    return require(translate(where, scope.inner()), where, scope, "boolean").text


def _labels(labels: LabelExpression | None, result: Patterns) -> tuple[str, LabelExpression | None]:
    """The labels that the engine's pattern can say, and the rest."""
    if labels is None:
        return "", None
    schema = result.scope.context.schema
    simple = [labels] if not labels.operator else list(labels.operands)
    if labels.operator in ("", "&") and all(not label.operator for label in simple):
        _note_unknown("node in the graph has the label", [label.name for label in simple], schema.labels, result.scope)
        return "".join(f":{quoted(label.name)}" for label in simple), None
    if labels.operator == "|" and all(not label.operator and label.name in schema.labels for label in simple):
        return ":" + "|".join(quoted(label.name) for label in simple), None
    return "", labels


def _entries(properties: MapLiteral | Parameter | None, scope: Scope) -> list[tuple[Expression, str, Type, Code]]:
    """The entries of a pattern's map: what stands for the value, the property, its type and the value."""
    if properties is None:
        return []
    if isinstance(properties, Parameter):
        raise scope.context.syntax_error(properties, "a parameter cannot stand for the whole map of a pattern in MATCH")
    return [
        (value, name, property_type(name, scope.context), translate(value, scope.inner()))
        for name, value in properties.items
    ]


def _conditions(element: NodePattern | RelationshipPattern, name: str, scope: Scope) -> list[str]:
    """What the map and the WHERE of a node or relationship demand.

    The engine's own maps in patterns refuse a property that a label does not have, so that all goes into the condition,
    where the engine finds its indexes as well.
    """
    found = []
    for value, key, kind, code in _entries(element.properties, scope):
        if not kind.kinds or not code.type.kinds:
            found.append("false")
        else:
            found.append(compare(value, "=", Code(f"{name}.{stored(key)}", kind), code, scope))
    if element.where is not None:
        found.append(condition(element.where, scope))
    return found


def _name(element: NodePattern | RelationshipPattern, tested: bool, scope: Scope) -> str:
    if element.variable is not None:
        return scope.names[element.variable].name
    return scope.context.fresh() if tested or element.properties is not None else ""


def _node(element: NodePattern, result: Patterns) -> str:
    scope = result.scope
    labels, test = _labels(element.labels, result)
    name = _name(element, test is not None, scope)
    if test is not None:
        result.conditions.append(label_test(name, test, scope))
    result.conditions.extend(_conditions(element, name, scope))
    return f"({name}{labels})"


def _relationship(element: RelationshipPattern, pattern: PathPattern, result: Patterns) -> str:
    scope = result.scope
    types, test = _types(element.types, scope)
    if element.variable_length:
        return _arrow(element, _variable_length(element, pattern, types, test, result))
    name = _name(element, test is not None, scope)
    if test is not None:
        result.conditions.append(type_test(name, test, scope))
    texts, element = _text_entries(element, scope)
    result.conditions.extend(_conditions(element, name, scope))
    return _arrow(element, name + _listed(types) + texts)


def _text_entries(element: RelationshipPattern, scope: Scope) -> tuple[str, RelationshipPattern]:
    """Entries of a map that are a text and ask for a known one, as the engine tests them while it walks; and the rest.

    Of a text the engine's own map is equal to a condition: no text and an unknown property match nothing.
    """
    inside, rest = [], []
    items = element.properties.items if isinstance(element.properties, MapLiteral) else ()
    for key, value in items:
        kind, code = scope.context.schema.properties.get(key, NULL), translate(value, scope.inner())
        known = isinstance(value, Literal | Parameter | Variable)
        if known and kind.is_only("string") and code.type.is_only("string"):
            inside.append(f"{stored(key)}: {code.text}")
        else:
            rest.append((key, value))
    if not inside:
        return "", element
    return f" {{{', '.join(inside)}}}", replace(element, properties=MapLiteral(tuple(rest)) if rest else None)


def _listed(types: tuple[str, ...]) -> str:
    return ":" + "|".join(map(quoted, types)) if types else ""


def _variable_length(
    element: RelationshipPattern,
    pattern: PathPattern,
    types: tuple[str, ...],
    test: LabelExpression | None,
    result: Patterns,
) -> str:
    scope = result.scope
    if test is not None:
        raise scope.context.unsupported(element.position, "`!`, `&` or `%` over types on a path of variable length")
    if element.where is not None:
        raise scope.context.unsupported(element.position, "WHERE inside a path of variable length")
    entries, impossible = [], False
    for value, key, kind, code in _entries(element.properties, scope):
        if not kind.kinds or not code.type.kinds:
            impossible = True
        elif isinstance(value, Literal | Parameter) and kind.kinds == code.type.kinds:
            entries.append(f"{stored(key)}: {code.text}")
        else:
            raise scope.context.unsupported(
                value, "this property on a path of variable length (use all(… IN … WHERE …))"
            )
    low, high = _range(element, pattern, types, scope)
    if high < low:  # nothing can match, which the engine calls an error
        result.conditions.append("false")
        high = low
    if impossible:  # only a path without relationships can match
        high = 0 if low == 0 else high
        types = types if low == 0 else ("__nothing__",)
    name = scope.names[element.variable].name if element.variable is not None else ""
    return f"{name}{_listed(types)}*{low}..{high}{' {' + ', '.join(entries) + '}' if entries else ''}"


def _range(element: RelationshipPattern, pattern: PathPattern, types: tuple[str, ...], scope: Scope) -> tuple[int, int]:
    """The bounds of a path: the engine stops an open one at 10, and none is longer than there are relationships."""
    low = 1 if element.low is None else element.low
    if element.high is not None:
        return low, element.high
    schema = scope.context.schema
    high = max(schema.bound(types), low, 1)
    return low, max(min(high, schema.nodes), low, 1) if pattern.shortest else high


def _arrow(element: RelationshipPattern, inside: str) -> str:
    body = f"-[{inside}]-" if inside else "--"
    return f"<{body}" if element.direction == "<" else f"{body}>" if element.direction == ">" else body


def _note_unknown(what: str, names: list[str], known: Mapping[str, int], scope: Scope) -> None:
    """Notes names that the graph does not have, unless another one of them stands in for it and none is near."""
    for name in names:
        near = get_close_matches(name, known, 1, 0.7)
        if name not in known and (near or not any(other in known for other in names)):
            scope.context.note(f"no {what} `{name}`" + (f"; did you mean `{near[0]}`?" if near else ""))


def _types(types: LabelExpression | None, scope: Scope) -> tuple[tuple[str, ...], LabelExpression | None]:
    if types is None:
        return (), None
    simple = [types] if not types.operator else list(types.operands)
    if types.operator in ("", "|") and all(not one.operator for one in simple):
        names = [one.name for one in simple]
        _note_unknown("relationship in the graph has the type", names, scope.context.schema.types, scope)
        return tuple(one.name for one in simple), None
    return (), types
