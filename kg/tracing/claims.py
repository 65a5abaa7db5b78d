"""What regions say of a reform's way to them: from whom they learned it, and that they were the first with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cypher.elements import Node, Relationship

if TYPE_CHECKING:
    from kg.tracing.tree import Evidence

LEARNED, FIRST = "learned", "first"
CLAIMS = (
    "claim", "code", "region", "level", "origin_code", "origin", "scope", "initiative", "year", "planned", "inferred",
    "statement", "quote",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence in which a region says from whom it learned the reform, or that it was the first with it.

    Attributes:
        kind: ``learned`` or ``first``.
        key: key of its relationship.
        region: key of the region that says so, or of which it is said.
        origin: key of the region learned from; None of a ``first``.
        initiative: key of the initiative, which is a part of the traced one where those are traced too.
        scope: level of the region within which it was the first (``country`` …); None where no level is told.
        year: what it speaks of; without a year of its own, the year of its document; None where neither is known.
        planned: it is still to learn.
        inferred: the sentence names an experience (枫桥经验), and general knowledge the place that it is of.
        quote: the sentence.
    """

    kind: str
    key: str
    region: str
    origin: str | None
    initiative: str
    scope: str | None
    year: int | None
    planned: bool
    inferred: bool
    quote: str

    @property
    def order(self) -> tuple[Any, ...]:
        """Those of one kind together, the earliest first."""
        return self.kind == FIRST, self.year or 9999, self.region, self.origin or "", self.key


def claims_of(
    learned: Iterable[Relationship],
    first: Iterable[Relationship],
    documents: Mapping[str, Node],
    heirs: Mapping[str, str],
) -> list[Claim]:
    """The claims of ``LEARNED_FROM`` and ``CLAIMED_FIRST``; by ``heirs`` a region is what it became.

    Two regions that are one place under two names have not learned from each other.
    """
    found = [_claim(LEARNED, edge, documents, heirs) for edge in learned]
    found += [_claim(FIRST, edge, documents, heirs) for edge in first]
    return sorted((claim for claim in found if claim.region != claim.origin), key=lambda claim: claim.order)


def _claim(kind: str, edge: Relationship, documents: Mapping[str, Node], heirs: Mapping[str, str]) -> Claim:
    properties, source = edge.properties, documents.get(edge.properties["source"])
    return Claim(
        kind=kind,
        key=edge.key,
        region=heirs.get(edge.start, edge.start),
        origin=heirs.get(edge.end, edge.end) if kind == LEARNED else None,
        initiative=properties["initiative"] if kind == LEARNED else edge.end,
        scope=properties.get("scope"),
        year=properties.get("year") or (source.properties.get("year") if source else None),
        planned=bool(properties.get("planned")),
        inferred=bool(properties.get("inferred")),
        quote=str(properties.get("quote", "")),
    )


def proofs(claims: Iterable[Claim]) -> Iterator[Evidence]:
    """Who learned the reform from whom, as proven links: each a sentence that names the reform and the other place.

    What is ``inferred`` is none: that a region learns 枫桥经验 is said, that it has it from 诸暨 is not. A region that
    is still to learn tells from whom, too. The regions go by their keys.
    """
    from kg.tracing.tree import Evidence  # noqa: PLC0415 - a trace that asks for no origins needs no numpy

    for claim in claims:
        if claim.kind == LEARNED and claim.origin and not claim.inferred:
            yield Evidence(claim.region, claim.origin, LEARNED, claim.key)


def claim_rows(claims: Iterable[Claim], regions: Mapping[str, Node]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``CLAIMS``: the claims as they are made; nothing here ranks them."""
    for claim in claims:
        place = regions[claim.region].properties
        origin = regions[claim.origin].properties if claim.origin else {}
        learned = claim.kind == LEARNED
        yield (
            claim.kind, place["code"], place["name"], place["level"], origin.get("code"), origin.get("name"),
            claim.scope, claim.initiative.partition("/")[2], claim.year, claim.planned if learned else None,
            claim.inferred if learned else None, claim.key, claim.quote,
        )  # fmt: skip
