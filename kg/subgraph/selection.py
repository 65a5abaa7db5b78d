"""The options by which a subgraph is chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """The options; several words of one option widen the choice, several options narrow it.

    Attributes:
        regions: names or codes; all that belongs to them counts.
        initiatives: canonical names.
        agencies: full names.
        policies: numbers, titles or keys.
        years: first and last year of the statements.
        as_of: what could be known at the end of that year.
        hops: how far around the chosen nodes.
        cypher: a query whose nodes, relationships and keys are taken.
        min_confidence: how sure adoptions, events and figures must be; None for all.
        with_areas: what is a functional area's is its region's.
    """

    regions: tuple[str, ...] = ()
    initiatives: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    as_of: int | None = None
    hops: int = 1
    cypher: str | None = None
    min_confidence: float | None = None
    with_areas: bool = False

    @property
    def names_something(self) -> bool:
        """Whether anything narrows the choice to certain nodes."""
        return bool(self.regions or self.initiatives or self.agencies or self.policies or self.cypher)
