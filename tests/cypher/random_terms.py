"""Random expressions and predicates over the variables of a query."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from ontology.schema import schema
from tests.cypher.random_choices import Chooser
from tests.cypher.random_graphs import DATES, LABELS, NAMES, NUMBERS, YEARS

COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")
TIMES = (
    "date('2018-03-05')", "date('2018-03')", "datetime('2018-03-05T00:00:00Z')", "datetime('2019-01-01T10:00:00+08:00')",
    "localdatetime('2018-03-05T00:00:00')", "localtime('10:00:00')", "time('10:00:00Z')", "time('10:00:00+08:00')",
)  # fmt: skip
KINDS = tuple(schema().relationships)


@dataclass
class Scope:
    """The variables at one place of a query: ``kinds`` says node, relationship, list (of relationships), path or integer."""

    kinds: dict[str, str] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[str]:
        return [name for name, kind in self.kinds.items() if kind in kinds]


class Terms(Chooser):
    """Makes expressions, each over what is in a scope."""

    def __init__(self, rng: random.Random) -> None:
        super().__init__(rng)
        self.depth = 0

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self.depth += 1
        yield
        self.depth -= 1

    def predicate(self, scope: Scope, depth: int) -> str:
        if depth and self.chance(0.45):
            left, right = self.predicate(scope, depth - 1), self.predicate(scope, depth - 1)
            return self.one([f"({left} AND {right})", f"({left} OR {right})", f"NOT ({left})", f"({left} XOR {right})"])
        number, text = self.number(scope), self.text(scope)
        choices = [
            f"{number} {self.one(COMPARISONS)} {self.one(YEARS)}",
            f"{number} {self.one(COMPARISONS)} {self.number(scope)}",
            f"{text} {self.one(COMPARISONS)} {self.word()}",
            f"{text} {self.one(['STARTS WITH', 'ENDS WITH', 'CONTAINS'])} {self.word()}",
            f"{text} IN [{self.word()}, {self.word()}]",
            f"{number} IN [{self.one(YEARS)}, null]",
            f"{text} =~ '.*[市区县a].*'",
            f"{text} IS {self.one(['', 'NOT '])}NULL",
            self._times(),
            f"{number} IS {self.one(['', 'NOT '])}NULL",
        ]
        lists = scope.of("list")
        if lists and self.chance(0.5):
            return self._of_list(self.one(lists))
        nodes = scope.of("node")
        if nodes:
            name = self.one(nodes)
            choices += [
                f"{name}:{self.one(LABELS)}",
                f"EXISTS {{ ({name})-[:{self.one(KINDS)}]-() }}",
                f"COUNT {{ ({name})--() }} {self.one(COMPARISONS)} {self.rng.randint(0, 3)}",
                f"({name})-[:{self.one(KINDS)}]->()",
                f"EXISTS {{ MATCH ({name})-[x]-(y) WHERE y.name > {self.word()} }}",
                f"NOT EXISTS {{ MATCH ({name})-->(y:{self.one(LABELS)}) }}",
                f"COUNT {{ MATCH ({name})--(y) WHERE y.year > 2015 RETURN DISTINCT y.year }} > 0",
                f"{self.one(['any', 'all', 'none', 'single'])}(x IN {name}.valid WHERE x CONTAINS {self.word()})",
            ]
            if len(nodes) > 1:
                other = self.one(nodes)
                choices += [f"{name} <> {other}", f"{name}.key < {other}.key"]
        return self.one(choices)

    def expression(self, scope: Scope) -> str:
        makers: list[Callable[[Scope], str]] = [self.text, self.number, self.text, self.number, self._flag, self._list]
        elements = scope.of("node", "relationship", "path")
        if elements and self.chance(0.15):
            return self.one(elements)
        return self.one(makers)(scope)

    def _times(self) -> str:
        """A comparison of times, of one kind or of two."""
        one, other = self.one(TIMES), self.one(TIMES)
        return self.one([f"{one} {self.one(COMPARISONS)} {other}", f"coalesce({one} {self.one(COMPARISONS)} {other}, true)",
                         f"{one} IN [{other}, {self.one(TIMES)}]"])  # fmt: skip

    def _of_list(self, name: str) -> str:
        """A predicate over the relationships of a path, in their order."""
        return self.one([
            f"{name}[0].key {self.one(COMPARISONS)} '{self.rng.randint(0, 20):04x}'", f"head({name}).key < last({name}).key",
            f"any(x IN {name} WHERE x.year > {self.one(YEARS)})", f"size({name}) > 1", f"startNode({name}[0]) <> endNode({name}[-1])",
        ])  # fmt: skip

    def text(self, scope: Scope) -> str:
        lists = scope.of("list")
        if lists and self.chance(0.4):
            name = self.one(lists)
            return self.one([
                f"{name}[0].key", f"last({name}).key", f"reduce(t = '', x IN {name} | t + x.key)", f"type(head({name}))",
                f"startNode({name}[0]).key", f"endNode(last({name})).key", f"[x IN {name} | x.key][1]",
            ])  # fmt: skip
        owners = scope.of("node", "relationship")
        owner = self.one(owners) if owners else None
        if owner is None:
            return self.word()
        names = ("name", "key", "level", "kind", "unit") if scope.kinds[owner] == "node" else ("rule", "status", "quote", "key")
        value = f"{owner}.{self.one(names)}"
        if self.depth:  # terms within terms stay short
            return value
        with self._deeper():
            return self._text_of(scope, value, owner)

    def _text_of(self, scope: Scope, value: str, owner: str) -> str:
        number = self.number(scope)
        return self.one([
            value, value, value, f"coalesce({value}, {self.word()})", f"toUpper({value})", f"{value} + {self.word()}",
            f"substring({value}, 1)", f"left({value}, 2)", f"replace({value}, '市', '-')", f"trim({value})",
            f"toString({number})", f"reverse({value})", f"split({value}, '市')[0]",
            f"CASE WHEN {self.predicate(scope, 0)} THEN {value} ELSE {self.word()} END",
            f"CASE {value} WHEN {self.word()} THEN 'x' END", f"toLower({value})", f"right({value}, 1)",
            f"toString(date({owner}.date))", f"ltrim({value})", f"{value} + {number}", f"split({value}, '')[1]",
        ])  # fmt: skip

    def number(self, scope: Scope) -> str:
        owners = scope.of("node", "relationship")
        numbers = scope.of("integer")
        if not owners or (numbers and self.chance(0.3)):
            return self.one(numbers) if numbers else str(self.one(YEARS))
        owner = self.one(owners)
        value = f"{owner}.{self.one(['year', 'year', 'value', 'confidence', 'mentions', 'start'])}"
        if scope.kinds[owner] == "node":
            value = f"{owner}.{self.one(['year', 'year', 'value'])}"
        if self.depth:
            return value
        with self._deeper():
            return self._number_of(scope, value, owner)

    def _number_of(self, scope: Scope, value: str, owner: str) -> str:
        zero = "0.0" if value.endswith((".value", ".confidence")) else "0"  # docs/cypher.md: 0 beside floats may differ
        return self.one([
            value, value, value, f"coalesce({value}, {zero})", f"{value} + 1", f"{value} * 2", f"{value} - 2016", f"-{value}",
            f"{value} % 7", f"{value} / 2", f"abs({value})", f"toInteger({value})", f"toFloat({value})", f"floor({value})",
            f"size({self.text(scope)})", f"round({value})", f"sign({value})",
            f"CASE WHEN {value} > 2016 THEN 1 ELSE 0 END", f"date({owner}.date).year", f"{value} ^ 2", f"sqrt(abs({value}))",
            f"toInteger({owner}.key)", f"size({owner}.valid)", f"ceil({value})", f"round({value} / 3.0, 2)",
        ])  # fmt: skip

    def property_of(self, owner: str, scope: Scope) -> str:
        """A property that likely holds what names of nodes hold."""
        return f"{owner}.{self.one(['name', 'key'] if scope.kinds[owner] == 'node' else ['quote', 'source', 'rule'])}"

    def _flag(self, scope: Scope) -> str:
        return self.predicate(scope, 1)

    def _list(self, scope: Scope) -> str:
        nodes = scope.of("node")
        if not nodes:
            return "[1, 2]"
        name = self.one(nodes)
        edges, paths = scope.of("relationship"), scope.of("path")
        choices = [
            f"labels({name})", f"{name}.valid", f"{name}.aliases", f"[x IN {name}.valid WHERE x <> {self.word()} | x + '!']",
            f"size({name}.paths)", f"head({name}.valid)", f"[{name}.name, {name}.key]", f"{{a: {name}.name, b: {name}.year}}",
            f"{name} {{.name, .year}}", f"reduce(t = '', x IN {name}.valid | t + x)", f"last({name}.aliases)",
            f"size([({name})--(y) | y.key])", f"size([({name})-[x]->(y) WHERE y.year > 2015 | x])", f"tail({name}.valid)",
            f"COLLECT {{ MATCH ({name})--(y) RETURN y.key ORDER BY y.key LIMIT 2 }}", f"{name}.valid[0]", f"{name}.valid[0..1]",
            f"COUNT {{ ({name})-->() }}", f"EXISTS {{ ({name})<--() }}", f"[x IN range(0, 3) WHERE x <> {name}.year | x * 2]",
            f"coalesce({name}.valid, [])", f"[{name}.year, null, {name}.name] IS NULL", f"{name}.year IS NULL = false",
            f"{name}.valid + ['x']", f"properties({name})", f"{name}['name']",
        ]  # fmt: skip
        if edges:
            edge = self.one(edges)
            choices += [f"type({edge})", f"startNode({edge}).name", f"endNode({edge})", f"properties({edge})"]
        if paths:
            path = self.one(paths)
            choices += [f"length({path})", f"[x IN nodes({path}) | x.name]", f"size(relationships({path}))"]
        return self.one(choices)

    def aggregate(self, scope: Scope) -> str:
        number, text = self.number(scope), self.text(scope)
        return self.one([
            f"count(CASE WHEN {self._flag(scope)} THEN 1 END)", f"toFloat(sum({number})) / count(*)", f"max([{number}, 1])",
            f"collect(DISTINCT {number})[0] IS NULL", f"size(collect(DISTINCT {text})) > 1", f"coalesce(max(toFloat({number})), 0.0) + 1",
            "count(*)", f"count({text})", f"count(DISTINCT {text})", f"count(DISTINCT {number})", f"min({number})",
            f"max({number})", f"sum({number})", f"avg({number})", f"min({text})", f"max({text})", f"size(collect({text}))",
            f"collect({number})", f"collect(DISTINCT {text})", f"sum({number}) + count(*)", f"stDev({number})",
        ])  # fmt: skip

    def word(self) -> str:
        return json.dumps(self.one([*NAMES[:9], *DATES, str(self.one(NUMBERS))]), ensure_ascii=False)
