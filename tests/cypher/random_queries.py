"""Random reads over the ontology's schema, the same for the same seed: patterns, predicates, WITH, aggregates, UNION."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from tests.cypher.random_choices import Chooser
from tests.cypher.random_patterns import Patterns
from tests.cypher.random_terms import COMPARISONS, Scope, Terms

_WITHOUT_ORDER = re.compile(r"[nrpl]\d+|endNode\(\w+\)|collect\(.*\)|\{.*\}|n\d+ \{.*\}|properties\(.*\)")


class Queries(Chooser):
    """Makes queries, one after another."""

    def __init__(self, rng: random.Random, joined: Sequence[tuple[str, str, str]]) -> None:
        """``joined`` says which labels a graph joins by which types, so that patterns are likely to be in it."""
        super().__init__(rng)
        self.terms = Terms(rng)
        self.patterns = Patterns(rng, self.terms, joined)

    def query(self) -> tuple[str, bool]:
        """A query, and whether it fixes the order of its rows."""
        self.patterns.count = 0
        shapes = (
            self._plain, self._plain, self._grouped, self._grouped, self._piped, self._cut, self._unwound, self._union,
            self._called, self._called_cut, self._joined,
        )  # fmt: skip
        return self.one(shapes)()

    def _plain(self) -> tuple[str, bool]:
        scope = Scope()
        text = self.patterns.matches(scope)
        items = [self.terms.expression(scope) for _ in range(self.rng.randint(1, 3))]
        distinct = "DISTINCT " if self.chance(0.3) else ""
        return self._ordered(f"{text} RETURN {distinct}{_named(items)}", items)

    def _grouped(self) -> tuple[str, bool]:
        scope = Scope()
        text = self.patterns.matches(scope)
        keys = [self.terms.expression(scope) for _ in range(self.rng.randint(0, 2))]
        items = keys + [self.terms.aggregate(scope) for _ in range(self.rng.randint(1, 2))]
        return self._ordered(f"{text} RETURN {_named(items)}", items)

    def _piped(self) -> tuple[str, bool]:
        scope = Scope()
        text = self.patterns.matches(scope)
        kept = self.one(scope.of("node"))
        value = self.one([self.terms.number, self.terms.text])
        inner = Scope({kept: "node", "n0": "integer"})
        aggregate = self.one(["count(*)", f"count({value(scope)})", f"count(DISTINCT {value(scope)})"])
        text += f" WITH {kept}, {aggregate} AS n0"
        if self.chance(0.5):
            text += f" WHERE n0 {self.one(COMPARISONS)} {self.rng.randint(0, 3)}"
        if self.chance(0.4):
            text += " " + self.patterns.match(inner, optional=self.chance(0.5))
        if self.chance(0.3):
            text += " UNWIND [1, 2, null] AS u"
            inner.kinds["u"] = "integer"
        items = [self.terms.expression(inner) for _ in range(self.rng.randint(1, 3))]
        return self._ordered(f"{text} RETURN {_named(items)}", items)

    def _cut(self) -> tuple[str, bool]:
        """A first part that is ordered and cut, and a second one that goes on from it."""
        scope = Scope()
        text = self.patterns.matches(scope)
        kept = self.one(scope.of("node"))
        text += (
            f" WITH DISTINCT {kept} ORDER BY {kept}.key SKIP {self.rng.randint(0, 1)} LIMIT {self.rng.randint(1, 4)}"
        )
        inner = Scope({kept: "node"})
        if self.chance(0.6):
            text += " " + self.patterns.match(inner, optional=self.chance(0.5))
        items = [self.terms.expression(inner) for _ in range(self.rng.randint(1, 2))]
        return self._ordered(f"{text} RETURN {_named(items)}", items)

    def _unwound(self) -> tuple[str, bool]:
        """A list gathered in an order, and taken apart again."""
        scope = Scope()
        text = self.patterns.matches(scope)
        kept = self.one(scope.of("node"))
        text += f" WITH {kept}, {self.terms.text(scope)} AS t ORDER BY t, {kept}.key WITH t, collect({kept}) AS l"
        part = self.one(["l", "l[..2]", "l[1..]", "tail(l)", "[x IN l WHERE x.year > 2015]", "reverse(l)"])
        inner = Scope({"n0": "node"})
        items = ["t", "size(l)", self.terms.expression(inner)]
        return self._ordered(f"{text} UNWIND {part} AS n0 RETURN {_named(items)}", items)

    def _union(self) -> tuple[str, bool]:
        parts = []
        for _ in range(2):
            scope = Scope()
            text = self.patterns.matches(scope)
            parts.append(f"{text} RETURN {self.terms.text(scope)} AS c0, {self.terms.number(scope)} AS c1")
        return self.one([" UNION ", " UNION ALL "]).join(parts), False

    def _called(self) -> tuple[str, bool]:
        scope = Scope()
        text = self.patterns.matches(scope)
        outer = self.one(scope.of("node"))
        inner = Scope({outer: "node"})
        body = f"WITH {outer} {self.patterns.match(inner)} RETURN {self.one(['count(*)', self.terms.aggregate(inner)])} AS found"
        items = [self.terms.text(scope), "found"]
        return self._ordered(f"{text} CALL {{ {body} }} RETURN {_named(items)}", items)

    def _called_cut(self) -> tuple[str, bool]:
        """For each outer row its first few; the outer rows, of which many have none, in an order."""
        scope = Scope()
        outer, kind = self.patterns.all_of_a_label(scope)
        if self.chance(0.3):
            outer += " " + self.patterns.match(scope, optional=self.chance(0.5))
        name = scope.of("node")[0]
        inner = Scope({name: "node"})
        body = f"MATCH {self.patterns.step(inner, name, kind)}"
        if self.chance(0.4):
            body += f" WHERE {self.terms.predicate(inner, 1)}"
        items = [self.terms.text(inner), self.terms.number(inner)][: self.rng.randint(1, 2)]
        order = ", ".join(f"f{i}{self.one(['', ' DESC'])}" for i in range(len(items)))
        body += f" RETURN {', '.join(f'{item} AS f{i}' for i, item in enumerate(items))} ORDER BY {order} LIMIT {self.one([1, 1, 2])}"
        call = self.one([f"CALL ({name}) {{ {body} }}", f"CALL {{ WITH {name} {body} }}"])
        text = f"{outer} WITH DISTINCT {name} {self.one(['', f'ORDER BY {name}.key '])}{call}"
        return self._ordered(
            f"{text} RETURN {_named([f'{name}.key', *(f'f{i}' for i in range(len(items)))])}", [name + ".key", *items]
        )

    def _joined(self) -> tuple[str, bool]:
        """Two patterns that an equal property joins, in one MATCH or in two."""
        scope = Scope()
        first = self.patterns.pattern(scope)
        left = self.terms.property_of(self.one(scope.of("node", "relationship")), scope)
        inner = Scope()
        second = self.patterns.pattern(inner)
        name = self.one(inner.of("node"))
        scope.kinds |= inner.kinds
        equal = self.one([f"{name}.name = {left}", f"{left} = {name}.name", f"{name}.key = {left}"])
        more = f" AND {self.terms.predicate(scope, 0)}" if self.chance(0.4) else ""
        text = f"MATCH {first}" + self.one([", ", " MATCH ", " OPTIONAL MATCH "]) + f"{second} WHERE {equal}{more}"
        items = [self.terms.expression(scope) for _ in range(self.rng.randint(1, 2))]
        return self._ordered(f"{text} RETURN {_named(items)}", items)

    def _ordered(self, text: str, items: Sequence[str]) -> tuple[str, bool]:
        """Rows in an order over all columns, so that a cut leaves nothing open; or in none.

        Nodes, relationships, paths and gathered lists have no order of their own; one of maps is refused.
        """
        if self.chance(0.5) or any(map(_WITHOUT_ORDER.fullmatch, items)):
            return text, False
        names = [f"c{i}{self.one(['', ' DESC'])}" for i in range(len(items))]
        self.rng.shuffle(names)
        text += f" ORDER BY {', '.join(names)}"
        if self.chance(0.4):
            text += f" SKIP {self.rng.randint(0, 3)}"
        if self.chance(0.4):
            text += f" LIMIT {self.rng.randint(0, 6) or 1}"  # for no row Neo4j computes nothing, and finds no error
        return text, True


def _named(items: Sequence[str]) -> str:
    return ", ".join(f"{item} AS c{i}" for i, item in enumerate(items))
