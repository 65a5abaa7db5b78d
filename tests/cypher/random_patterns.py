"""Random patterns and MATCH clauses, likely to be found in a graph."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.cypher.random_choices import Chooser
from tests.cypher.random_graphs import LABELS, YEARS
from tests.cypher.random_terms import KINDS, Scope, Terms


class Patterns(Chooser):
    """Makes patterns, which bind variables in a scope."""

    def __init__(self, rng: random.Random, terms: Terms, joined: Sequence[tuple[str, str, str]]) -> None:
        """``joined`` says which labels a graph joins by which types, so that patterns are likely to be in it."""
        super().__init__(rng)
        self.terms = terms
        self.joined = joined
        self.count = 0

    def matches(self, scope: Scope) -> str:
        text = self.match(scope)
        if self.chance(0.35):
            text += " " + self.match(scope, optional=self.chance(0.6))
        return text

    def match(self, scope: Scope, optional: bool = False) -> str:
        text = ("OPTIONAL " if optional else "") + "MATCH " + self.pattern(scope)
        if self.chance(0.35):
            text += " WHERE " + self.terms.predicate(scope, 2)
        return text

    def pattern(self, scope: Scope) -> str:
        if self.joined and self.chance(0.7):
            text = self._likely(scope)
        else:
            text = self._node(scope)
            for _ in range(self.one([0, 1, 1, 2])):
                text += self._relationship(scope) + self._node(scope)
        if "-" in text and self.chance(0.15):
            name = self._new(scope, "path")
            text = f"{name} = {text}"
        return text

    def all_of_a_label(self, scope: Scope) -> tuple[str, str]:
        """All nodes of a label, and the type of a relationship that some of them have."""
        label, kind, _ = self.one(self.joined) if self.joined else (self.one(LABELS), self.one(KINDS), "")
        return f"MATCH ({self._new(scope, 'node')}:{label})", kind

    def step(self, scope: Scope, start: str, kind: str) -> str:
        """One step from a known node, which some nodes have and others have not."""
        listed = self.chance(0.2)
        inner = f"{self._new(scope, 'list' if listed else 'relationship')}:{kind}{'*1..2' if listed else ''}"
        end = f"({self._new(scope, 'node')})"
        return self.one([f"({start})-[{inner}]->{end}", f"{end}<-[{inner}]-({start})", f"({start})<-[{inner}]-{end}"])

    def _likely(self, scope: Scope) -> str:
        """One step that the graph has, and perhaps another one after it."""
        start, kind, end = self.one(self.joined)
        first, last = (f"({self._new(scope, 'node')}{self.one(['', f':{label}'])})" for label in (start, end))
        if self.chance(0.12):
            step = f"[{self._new(scope, 'list')}:{kind}{self.one(['*1..2', '*2', '*0..2'])}]"
        else:
            step = f"[{self._new(scope, 'relationship') if self.chance(0.5) else ''}{self.one([f':{kind}', ''])}]"
        text = self.one([f"{first}-{step}->{last}", f"{last}<-{step}-{first}", f"{first}-{step}-{last}"])
        return text + (self._relationship(scope) + self._node(scope) if self.chance(0.3) else "")

    def _node(self, scope: Scope) -> str:
        known = scope.of("node")
        if known and self.chance(0.25):
            return f"({self.one(known)})"
        name = self._new(scope, "node")
        label = self.one(
            ["", f":{self.one(LABELS)}", f":{self.one(LABELS)}", f":{self.one(LABELS)}|{self.one(LABELS)}"]
        )
        return f"({name}{label}{self._map() if self.chance(0.1) else ''})"

    def _relationship(self, scope: Scope) -> str:
        kinds = self.one(
            ["", f":{self.one(KINDS)}", f":{self.one(KINDS)}|{self.one(KINDS)}", f":{'|'.join(KINDS[:9])}"]
        )
        if self.chance(0.15):
            name = self._new(scope, "list") if self.chance(0.6) else ""
            inner = f"{name}{kinds}*{self.one(['1..2', '0..1', '2', '1..3'])}"
        else:
            inner = f"{self._new(scope, 'relationship')}{kinds}"
        left, right = self.one([("-", "->"), ("<-", "-"), ("-", "-")])
        return f"{left}[{inner}]{right}"

    def _map(self) -> str:
        return self.one([f" {{name: {self.terms.word()}}}", f" {{year: {self.one(YEARS)}}}"])

    def _new(self, scope: Scope, kind: str) -> str:
        self.count += 1
        name = f"{kind[0]}{self.count}"
        scope.kinds[name] = kind
        return name
