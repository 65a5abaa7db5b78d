"""Random reads over the ontology's schema, the same for the same seed: patterns, predicates, WITH, aggregates, UNION."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from ontology.schema import schema
from tests.cypher.random_graphs import DATES, LABELS, NAMES, NUMBERS, YEARS

COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")
KINDS = tuple(schema().relationships)
_WITHOUT_ORDER = re.compile(r"[nrp]\d+|endNode\(\w+\)|collect\(.*\)|\{.*\}|n\d+ \{.*\}|properties\(.*\)")


@dataclass
class Scope:
    """The variables at one place of a query: ``kinds`` says node, relationship, path, integer, float, string or strings."""

    kinds: dict[str, str] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[str]:
        return [name for name, kind in self.kinds.items() if kind in kinds]


class Queries:
    """Makes queries, one after another."""

    def __init__(self, rng: random.Random, joined: Sequence[tuple[str, str, str]]) -> None:
        """``joined`` says which labels a graph joins by which types, so that patterns are likely to be in it."""
        self.rng = rng
        self.joined = joined
        self.count = 0
        self.depth = 0

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self.depth += 1
        yield
        self.depth -= 1

    def query(self) -> tuple[str, bool]:
        """A query, and whether it fixes the order of its rows."""
        self.count = 0
        shapes = (
            self._plain, self._plain, self._grouped, self._grouped, self._piped, self._cut, self._unwound, self._union,
            self._called,
        )  # fmt: skip
        return self._one(shapes)()

    def _plain(self) -> tuple[str, bool]:
        scope = Scope()
        text = self._matches(scope)
        items = [self._expression(scope) for _ in range(self.rng.randint(1, 3))]
        distinct = "DISTINCT " if self._chance(0.3) else ""
        return self._ordered(f"{text} RETURN {distinct}{_named(items)}", items)

    def _grouped(self) -> tuple[str, bool]:
        scope = Scope()
        text = self._matches(scope)
        keys = [self._expression(scope) for _ in range(self.rng.randint(0, 2))]
        items = keys + [self._aggregate(scope) for _ in range(self.rng.randint(1, 2))]
        return self._ordered(f"{text} RETURN {_named(items)}", items)

    def _piped(self) -> tuple[str, bool]:
        scope = Scope()
        text = self._matches(scope)
        kept = self._one(scope.of("node"))
        value = self._one([self._number, self._text])
        inner = Scope({kept: "node", "n0": "integer"})
        aggregate = self._one(["count(*)", f"count({value(scope)})", f"count(DISTINCT {value(scope)})"])
        text += f" WITH {kept}, {aggregate} AS n0"
        if self._chance(0.5):
            text += f" WHERE n0 {self._one(COMPARISONS)} {self.rng.randint(0, 3)}"
        if self._chance(0.4):
            text += " " + self._match(inner, optional=self._chance(0.5))
        if self._chance(0.3):
            text += " UNWIND [1, 2, null] AS u"
            inner.kinds["u"] = "integer"
        items = [self._expression(inner) for _ in range(self.rng.randint(1, 3))]
        return self._ordered(f"{text} RETURN {_named(items)}", items)

    def _cut(self) -> tuple[str, bool]:
        """A first part that is ordered and cut, and a second one that goes on from it."""
        scope = Scope()
        text = self._matches(scope)
        kept = self._one(scope.of("node"))
        text += f" WITH DISTINCT {kept} ORDER BY {kept}.key SKIP {self.rng.randint(0, 1)} LIMIT {self.rng.randint(1, 4)}"
        inner = Scope({kept: "node"})
        if self._chance(0.6):
            text += " " + self._match(inner, optional=self._chance(0.5))
        items = [self._expression(inner) for _ in range(self.rng.randint(1, 2))]
        return self._ordered(f"{text} RETURN {_named(items)}", items)

    def _unwound(self) -> tuple[str, bool]:
        """A list gathered in an order, and taken apart again."""
        scope = Scope()
        text = self._matches(scope)
        kept = self._one(scope.of("node"))
        text += f" WITH {kept}, {self._text(scope)} AS t ORDER BY t, {kept}.key WITH t, collect({kept}) AS l"
        part = self._one(["l", "l[..2]", "l[1..]", "tail(l)", "[x IN l WHERE x.year > 2015]", "reverse(l)"])
        inner = Scope({"n0": "node"})
        items = ["t", "size(l)", self._expression(inner)]
        return self._ordered(f"{text} UNWIND {part} AS n0 RETURN {_named(items)}", items)

    def _union(self) -> tuple[str, bool]:
        parts = []
        for _ in range(2):
            scope = Scope()
            text = self._matches(scope)
            parts.append(f"{text} RETURN {self._text(scope)} AS c0, {self._number(scope)} AS c1")
        return self._one([" UNION ", " UNION ALL "]).join(parts), False

    def _called(self) -> tuple[str, bool]:
        scope = Scope()
        text = self._matches(scope)
        outer = self._one(scope.of("node"))
        inner = Scope({outer: "node"})
        body = f"WITH {outer} {self._match(inner)} RETURN {self._one(['count(*)', self._aggregate(inner)])} AS found"
        items = [self._text(scope), "found"]
        return self._ordered(f"{text} CALL {{ {body} }} RETURN {_named(items)}", items)

    def _ordered(self, text: str, items: Sequence[str]) -> tuple[str, bool]:
        """Rows in an order over all columns, so that a cut leaves nothing open; or in none.

        Nodes, relationships, paths and gathered lists have no order of their own; one of maps is refused.
        """
        if self._chance(0.5) or any(map(_WITHOUT_ORDER.fullmatch, items)):
            return text, False
        names = [f"c{i}{self._one(['', ' DESC'])}" for i in range(len(items))]
        self.rng.shuffle(names)
        text += f" ORDER BY {', '.join(names)}"
        if self._chance(0.4):
            text += f" SKIP {self.rng.randint(0, 3)}"
        if self._chance(0.4):
            text += f" LIMIT {self.rng.randint(0, 6)}"
        return text, True

    def _matches(self, scope: Scope) -> str:
        text = self._match(scope)
        if self._chance(0.35):
            text += " " + self._match(scope, optional=self._chance(0.6))
        return text

    def _match(self, scope: Scope, optional: bool = False) -> str:
        text = ("OPTIONAL " if optional else "") + "MATCH " + self._pattern(scope)
        if self._chance(0.35):
            text += " WHERE " + self._predicate(scope, 2)
        return text

    def _pattern(self, scope: Scope) -> str:
        if self.joined and self._chance(0.7):
            text = self._likely(scope)
        else:
            text = self._node(scope)
            for _ in range(self._one([0, 1, 1, 2])):
                text += self._relationship(scope) + self._node(scope)
        if "-" in text and self._chance(0.15):
            name = self._new(scope, "path")
            text = f"{name} = {text}"
        return text

    def _likely(self, scope: Scope) -> str:
        """One step that the graph has, and perhaps another one after it."""
        start, kind, end = self._one(self.joined)
        first, last = (f"({self._new(scope, 'node')}{self._one(['', f':{label}'])})" for label in (start, end))
        name = self._one(["", self._new(scope, "relationship")])
        if not name:
            scope.kinds.popitem()
        step = f"[{name}{self._one([f':{kind}', ''])}]"
        text = self._one([f"{first}-{step}->{last}", f"{last}<-{step}-{first}", f"{first}-{step}-{last}"])
        return text + (self._relationship(scope) + self._node(scope) if self._chance(0.3) else "")

    def _node(self, scope: Scope) -> str:
        known = scope.of("node")
        if known and self._chance(0.25):
            return f"({self._one(known)})"
        name = self._new(scope, "node")
        label = self._one(["", f":{self._one(LABELS)}", f":{self._one(LABELS)}", f":{self._one(LABELS)}|{self._one(LABELS)}"])
        return f"({name}{label}{self._map() if self._chance(0.1) else ''})"

    def _relationship(self, scope: Scope) -> str:
        kinds = self._one(["", f":{self._one(KINDS)}", f":{self._one(KINDS)}|{self._one(KINDS)}", f":{'|'.join(KINDS[:9])}"])
        if self._chance(0.15):
            inner = f"{kinds}*{self._one(['1..2', '0..1', '2', '1..3'])}"
        else:
            inner = f"{self._new(scope, 'relationship')}{kinds}"
        left, right = self._one([("-", "->"), ("<-", "-"), ("-", "-")])
        return f"{left}[{inner}]{right}"

    def _map(self) -> str:
        return self._one([f" {{name: {self._word()}}}", f" {{year: {self._one(YEARS)}}}"])

    def _predicate(self, scope: Scope, depth: int) -> str:
        if depth and self._chance(0.45):
            left, right = self._predicate(scope, depth - 1), self._predicate(scope, depth - 1)
            return self._one([f"({left} AND {right})", f"({left} OR {right})", f"NOT ({left})", f"({left} XOR {right})"])
        number, text = self._number(scope), self._text(scope)
        choices = [
            f"{number} {self._one(COMPARISONS)} {self._one(YEARS)}",
            f"{number} {self._one(COMPARISONS)} {self._number(scope)}",
            f"{text} {self._one(COMPARISONS)} {self._word()}",
            f"{text} {self._one(['STARTS WITH', 'ENDS WITH', 'CONTAINS'])} {self._word()}",
            f"{text} IN [{self._word()}, {self._word()}]",
            f"{number} IN [{self._one(YEARS)}, null]",
            f"{text} =~ '.*[市区县a].*'",
            f"{text} IS {self._one(['', 'NOT '])}NULL",
            f"{number} IS {self._one(['', 'NOT '])}NULL",
        ]
        nodes = scope.of("node")
        if nodes:
            name = self._one(nodes)
            choices += [
                f"{name}:{self._one(LABELS)}",
                f"EXISTS {{ ({name})-[:{self._one(KINDS)}]-() }}",
                f"COUNT {{ ({name})--() }} {self._one(COMPARISONS)} {self.rng.randint(0, 3)}",
                f"({name})-[:{self._one(KINDS)}]->()",
                f"EXISTS {{ MATCH ({name})-[x]-(y) WHERE y.name > {self._word()} }}",
                f"NOT EXISTS {{ MATCH ({name})-->(y:{self._one(LABELS)}) }}",
                f"COUNT {{ MATCH ({name})--(y) WHERE y.year > 2015 RETURN DISTINCT y.year }} > 0",
                f"{self._one(['any', 'all', 'none', 'single'])}(x IN {name}.valid WHERE x CONTAINS {self._word()})",
            ]
            if len(nodes) > 1:
                other = self._one(nodes)
                choices += [f"{name} <> {other}", f"{name}.key < {other}.key"]
        return self._one(choices)

    def _expression(self, scope: Scope) -> str:
        makers: list[Callable[[Scope], str]] = [self._text, self._number, self._text, self._number, self._flag, self._list]
        elements = scope.of("node", "relationship", "path")
        if elements and self._chance(0.15):
            return self._one(elements)
        return self._one(makers)(scope)

    def _text(self, scope: Scope) -> str:
        owners = scope.of("node", "relationship")
        owner = self._one(owners) if owners else None
        if owner is None:
            return self._word()
        names = ("name", "key", "level", "kind", "unit") if scope.kinds[owner] == "node" else ("rule", "status", "quote", "key")
        value = f"{owner}.{self._one(names)}"
        if self.depth:  # terms within terms stay short
            return value
        with self._deeper():
            return self._text_of(scope, value, owner)

    def _text_of(self, scope: Scope, value: str, owner: str) -> str:
        number = self._number(scope)
        return self._one([
            value, value, value, f"coalesce({value}, {self._word()})", f"toUpper({value})", f"{value} + {self._word()}",
            f"substring({value}, 1)", f"left({value}, 2)", f"replace({value}, '市', '-')", f"trim({value})",
            f"toString({number})", f"reverse({value})", f"split({value}, '市')[0]",
            f"CASE WHEN {self._predicate(scope, 0)} THEN {value} ELSE {self._word()} END",
            f"CASE {value} WHEN {self._word()} THEN 'x' END", f"toLower({value})", f"right({value}, 1)",
            f"toString(date({owner}.date))", f"ltrim({value})", f"{value} + {number}", f"split({value}, '')[1]",
        ])  # fmt: skip

    def _number(self, scope: Scope) -> str:
        owners = scope.of("node", "relationship")
        numbers = scope.of("integer")
        if not owners or (numbers and self._chance(0.3)):
            return self._one(numbers) if numbers else str(self._one(YEARS))
        owner = self._one(owners)
        value = f"{owner}.{self._one(['year', 'year', 'value', 'confidence', 'mentions', 'start'])}"
        if scope.kinds[owner] == "node":
            value = f"{owner}.{self._one(['year', 'year', 'value'])}"
        if self.depth:
            return value
        with self._deeper():
            return self._number_of(scope, value, owner)

    def _number_of(self, scope: Scope, value: str, owner: str) -> str:
        return self._one([
            value, value, value, f"coalesce({value}, 0)", f"{value} + 1", f"{value} * 2", f"{value} - 2016", f"-{value}",
            f"{value} % 7", f"{value} / 2", f"abs({value})", f"toInteger({value})", f"toFloat({value})", f"floor({value})",
            f"size({self._text(scope)})", f"round({value})", f"sign({value})",
            f"CASE WHEN {value} > 2016 THEN 1 ELSE 0 END", f"date({owner}.date).year", f"{value} ^ 2", f"sqrt(abs({value}))",
            f"toInteger({owner}.key)", f"size({owner}.valid)", f"ceil({value})", f"round({value} / 3.0, 2)",
        ])  # fmt: skip

    def _flag(self, scope: Scope) -> str:
        return self._predicate(scope, 1)

    def _list(self, scope: Scope) -> str:
        nodes = scope.of("node")
        if not nodes:
            return "[1, 2]"
        name = self._one(nodes)
        edges, paths = scope.of("relationship"), scope.of("path")
        choices = [
            f"labels({name})", f"{name}.valid", f"{name}.aliases", f"[x IN {name}.valid WHERE x <> {self._word()} | x + '!']",
            f"size({name}.paths)", f"head({name}.valid)", f"[{name}.name, {name}.key]", f"{{a: {name}.name, b: {name}.year}}",
            f"{name} {{.name, .year}}", f"reduce(t = '', x IN {name}.valid | t + x)", f"last({name}.aliases)",
            f"size([({name})--(y) | y.key])", f"size([({name})-[x]->(y) WHERE y.year > 2015 | x])", f"tail({name}.valid)",
            f"COLLECT {{ MATCH ({name})--(y) RETURN y.key ORDER BY y.key LIMIT 2 }}", f"{name}.valid[0]", f"{name}.valid[0..1]",
            f"COUNT {{ ({name})-->() }}", f"EXISTS {{ ({name})<--() }}", f"[x IN range(0, 3) WHERE x <> {name}.year | x * 2]",
            f"coalesce({name}.valid, [])", f"[{name}.year, null, {name}.name] IS NULL", f"{name}.year IS NULL = false",
            f"{name}.valid + ['x']", f"properties({name})", f"{name}['name']",
        ]  # fmt: skip
        if edges:
            edge = self._one(edges)
            choices += [f"type({edge})", f"startNode({edge}).name", f"endNode({edge})", f"properties({edge})"]
        if paths:
            path = self._one(paths)
            choices += [f"length({path})", f"[x IN nodes({path}) | x.name]", f"size(relationships({path}))"]
        return self._one(choices)

    def _aggregate(self, scope: Scope) -> str:
        number, text = self._number(scope), self._text(scope)
        return self._one([
            f"count(CASE WHEN {self._flag(scope)} THEN 1 END)", f"toFloat(sum({number})) / count(*)", f"max([{number}, 1])",
            f"collect(DISTINCT {number})[0] IS NULL", f"size(collect(DISTINCT {text})) > 1", f"coalesce(max({number}), 0) + 1",
            "count(*)", f"count({text})", f"count(DISTINCT {text})", f"count(DISTINCT {number})", f"min({number})",
            f"max({number})", f"sum({number})", f"avg({number})", f"min({text})", f"max({text})", f"size(collect({text}))",
            f"collect({number})", f"collect(DISTINCT {text})", f"sum({number}) + count(*)", f"stDev({number})",
        ])  # fmt: skip

    def _new(self, scope: Scope, kind: str) -> str:
        self.count += 1
        name = f"{kind[0]}{self.count}"
        scope.kinds[name] = kind
        return name

    def _word(self) -> str:
        return json.dumps(self._one([*NAMES[:9], *DATES, str(self._one(NUMBERS))]), ensure_ascii=False)

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _one(self, choices: Sequence):  # type: ignore[no-untyped-def,type-arg]
        return self.rng.choice(choices)


def _named(items: Sequence[str]) -> str:
    return ", ".join(f"{item} AS c{i}" for i, item in enumerate(items))
