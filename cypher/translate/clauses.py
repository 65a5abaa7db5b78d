"""Translates MATCH, UNWIND and CALL { }, and gathers a query from its clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cypher.errors import UnsupportedCypherError
from cypher.syntax.tree.clauses import CallSubquery, Match, Projection, Query, Unwind
from cypher.syntax.tree.expressions import Variable
from cypher.syntax.tree.patterns import RelationshipPattern
from cypher.translate import grouping, matching, projections
from cypher.translate.dispatch import translate
from cypher.translate.parts import refuse_patterns, variables
from cypher.translate.patterns import condition, translate_patterns
from cypher.translate.scope import Binding, Scope, hoisting
from cypher.translate.shortest import in_order
from cypher.translate.splitting import HIDDEN
from cypher.translate.types import Type, nullable, union


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer: its name in the query, its name in the engine, its type."""

    name: str
    code: str
    type: Type


def match(clause: Match, scope: Scope, inside: bool = False) -> tuple[str, Scope]:
    """A MATCH, and what is bound after it; ``inside`` of EXISTS or COUNT the engine takes no names of paths."""
    found = translate_patterns(clause.patterns, scope, paths=not inside)
    conditions = list(found.conditions)
    if clause.where is not None:
        _refuse_over_shortest(clause, scope)
        refuse_patterns(clause.where, scope, is_boolean=True)
        conditions.append(condition(clause.where, found.scope))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    word = "OPTIONAL MATCH" if clause.optional else "MATCH"
    after = _after_optional(scope, found.scope) if clause.optional else found.scope
    return f"{word} {', '.join(found.texts)}{where}", after


def _refuse_over_shortest(clause: Match, scope: Scope) -> None:
    """Neo4j looks for the shortest path that meets the condition; the engine drops the shortest one that does not."""
    names = set()
    for pattern in clause.patterns:
        if pattern.shortest:
            names |= {pattern.variable} | {e.variable for e in pattern.elements if isinstance(e, RelationshipPattern)}
    if clause.where is not None and names & set(variables(clause.where)):
        raise scope.context.unsupported(
            clause.where,
            "shortestPath under a WHERE over that path (put WITH between MATCH and WHERE to filter afterwards)",
        )


def _matched(clause: Match, scope: Scope) -> tuple[str, Scope]:
    """A MATCH in as many clauses as the engine wants it in."""
    before, texts = scope.names, []
    shortest = any(pattern.shortest for pattern in clause.patterns)
    labels = scope.context.schema.every_node_has
    for part in in_order(clause, scope) if shortest else matching.in_order(clause, scope.names, labels):
        if isinstance(part, CallSubquery):
            text, scope = _call(part, scope)
        elif isinstance(part, Projection):
            with hoisting(scope, scope) as hoisted:
                text, scope = projections.with_clause(part, scope)
            texts.extend(hoisted)
        elif isinstance(part, Match):
            text, scope = _match_clause(part, scope)
        texts.append(text)
    names = {name: binding for name, binding in scope.names.items() if name in before or not name.endswith(HIDDEN)}
    return " ".join(texts), replace(scope, names=names)


def _match_clause(clause: Match, scope: Scope) -> tuple[str, Scope]:
    """A MATCH; where its condition holds a subquery that the engine has in no expression, that runs between both."""
    try:
        with hoisting(scope, None):
            return match(clause, scope)
    except UnsupportedCypherError:
        _refuse_over_shortest(clause, scope)
        if clause.optional or clause.where is None:
            raise
        text, after = match(replace(clause, where=None), scope)
        with hoisting(scope, after) as hoisted:
            where = condition(clause.where, after)
        if not hoisted:
            raise
    names = ", ".join(binding.name for binding in after.names.values()) or f"1 AS {scope.context.fresh()}"
    return f"{text} {' '.join(hoisted)} WITH {names} WHERE {where}", after


def _after_optional(before: Scope, after: Scope) -> Scope:
    names: dict[str, Binding] = {}
    for name, binding in after.names.items():
        known = before.names.get(name)
        names[name] = known if known is not None else Binding(binding.name, nullable(binding.type))
    return replace(after, names=names)


def _unwind(clause: Unwind, scope: Scope) -> tuple[str, Scope]:
    refuse_patterns(clause.source, scope)
    source = translate(clause.source, scope)
    kind = source.type
    if not kind.kinds:
        element = Type(frozenset())
    else:
        parts = [kind.elements] if "list" in kind.kinds else []
        rest = kind.kinds - {"list"}
        if rest:
            parts.append(replace(kind, kinds=rest, element=None))
        element = union(*parts)
    if clause.variable in scope.names:
        raise scope.context.syntax_error(clause.source, f"the name `{clause.variable}` is bound already")
    after = scope.bind(clause.variable, element)
    return f"UNWIND {source.text} AS {after.names[clause.variable].name}", after


def _call(clause: CallSubquery, scope: Scope) -> tuple[str, Scope]:
    branches = list(clause.query.branches)
    imported: dict[str, Binding] = {}
    if clause.imports is not None:
        asked = tuple(scope.names) if clause.imports == ("*",) else clause.imports
        imported = {name: scope.resolve(name, clause.position) for name in asked}
        inners = [replace(scope, names=imported) for _ in branches]
    else:
        inners = []
        for i, branch in enumerate(branches):
            listed = _imports(branch, scope)
            found = {name: scope.resolve(name, clause.position) for name in listed}
            imported.update(found)
            inners.append(replace(scope, names=found))
            branches[i] = branch[1:] if listed else branch
    text, columns = _union(replace(clause.query, branches=tuple(branches)), inners, {})
    names = dict(scope.names)
    for column in columns:
        if column.name in names:
            raise scope.context.syntax_error(
                clause.position, f"the name `{column.name}` is bound already outside of CALL"
            )
        names[column.name] = Binding(column.code, column.type)
    handed = ", ".join(binding.name for binding in imported.values())
    return f"CALL ({handed}) {{ {text} }}", replace(scope, names=names)


def _imports(branch: tuple[Any, ...], scope: Scope) -> tuple[str, ...]:
    first = branch[0]
    if not isinstance(first, Projection) or first.kind != "WITH":
        return ()
    if first.star and not first.items:
        return tuple(scope.names)
    plain = all(isinstance(item.expression, Variable) and item.expression.name == item.name for item in first.items)
    outer = all(item.name in scope.names for item in first.items)
    if not plain or not outer:
        return ()
    if first.distinct or first.order or first.skip or first.limit or first.where:
        raise scope.context.syntax_error(first.position, "the WITH that imports into CALL { } takes names only")
    return tuple(item.name for item in first.items)


def query_text(query: Query, scope: Scope) -> tuple[str, list[Column]]:
    """A whole query: its text for the engine and its columns."""
    return _union(query, [scope] * len(query.branches), {})


def _union(query: Query, scopes: list[Scope], codes: dict[str, str]) -> tuple[str, list[Column]]:
    texts: list[str] = []
    columns: list[Column] = []
    for branch, scope in zip(query.branches, scopes, strict=True):
        text, found = _single(branch, scope, codes)
        texts.append(text)
        if not columns:
            columns = found
            codes = {column.name: column.code for column in found}
            continue
        if {column.name for column in found} != {column.name for column in columns}:
            raise scope.context.syntax_error(
                query.position, "the branches of a UNION must return columns of the same names"
            )
        types = {column.name: column.type for column in found}
        columns = [replace(column, type=union(column.type, types[column.name])) for column in columns]
    return (" UNION ALL " if query.all else " UNION ").join(texts), columns


def _single(branch: tuple[Any, ...], scope: Scope, codes: Mapping[str, str]) -> tuple[str, list[Column]]:
    texts: list[str] = []
    for clause in branch:
        if isinstance(clause, Match):
            text, scope = _matched(clause, scope)
        elif isinstance(clause, CallSubquery):
            text, scope = _call(clause, scope)
        else:
            if isinstance(clause, Projection):
                first, clause = grouping.aggregated_first(clause, scope)
                if first is not None:
                    with hoisting(scope, scope) as hoisted:
                        text, scope = projections.with_clause(first, scope)
                    texts.extend([*hoisted, text])
            with hoisting(scope, scope) as hoisted:
                if isinstance(clause, Unwind):
                    text, scope = _unwind(clause, scope)
                elif clause.kind == "WITH":
                    text, scope = projections.with_clause(clause, scope)
                else:
                    text, columns = projections.return_clause(clause, scope, codes)
            texts.extend(hoisted)
            if isinstance(clause, Projection) and clause.kind == "RETURN":
                return " ".join([*texts, text]), [Column(*column) for column in columns]
        texts.append(text)
    raise scope.context.syntax_error(len(scope.context.query), "the query must end with RETURN")
