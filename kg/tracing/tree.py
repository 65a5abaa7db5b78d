"""From whom each region has a reform: what sentences prove, and, apart from it, what the years make likely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import networkx as nx
import numpy as np

from kg.tracing.rates import Rates, fit_rates
from kg.tracing.relations import BELOW, NONE, PROVINCE, RELATIONS, SIBLING, SUPERIOR, Adopter

LIKELY = 0.5
"""The least probability at which an origin that only the years speak for is chosen."""
MOST = 0.65
"""The greatest probability that is told: it stands for all above. Rates estimated over one reform claim too much there,
in planted worlds 0.69 where 0.61 to 0.65 are right (scripts/bench_tracing.py), and no reform keeps to such rates."""
PROVEN = 10
"""Proven links that a share of directions needs."""
_ROOT = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that says where a region has it from.

    Attributes:
        destination: its code or key, as that of its ``Adopter``.
        origin: that of the other region.
        kind: what the sentence says: learned, cited, sent.
        statement: key of the statement.
    """

    destination: str
    origin: str
    kind: str
    statement: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A region from which another may have it.

    Attributes:
        destination: its code.
        origin: code of the other region.
        relation: what the origin is to it, of ``RELATIONS``; None for nothing of these.
        lag: years between the two first years; None where one is not known.
        kinds: what sentences say of it; empty without evidence.
        evidence: keys of their statements.
        probability: by years and rates alone, ``MOST`` for all above it; None where the destination's year is not known
            from both sides.
        chosen: whether it stands in the tree.
        proven: whether there is evidence.
    """

    destination: str
    origin: str
    relation: str | None
    lag: int | None
    kinds: tuple[str, ...]
    evidence: tuple[str, ...]
    probability: float | None
    chosen: bool
    proven: bool


@dataclass(frozen=True, slots=True)
class Directions:
    """Proven links by direction; the shares are None with fewer than ``PROVEN``.

    Attributes:
        proven: how many there are.
        top_down: share from a superior.
        bottom_up: share from a region below.
        sideways: share from a sibling or, of a province, from another one.
    """

    proven: int
    top_down: float | None
    bottom_up: float | None
    sideways: float | None


def find_origins(regions: Sequence[Adopter], evidence: Iterable[Evidence], *, least: float = 0.05) -> list[Candidate]:
    """The candidates of each adopter, by code and probability: the proven ones, and those of an earlier year or date.

    The proven stand in the tree first; where they lead in a circle (two regions that name each other), the maximum
    arborescence (Edmonds 1967) over years and evidence decides. Else the likeliest origin stands there, if its
    probability is ``LIKELY``. The rates know nothing of the evidence.

    Args:
        regions: the adopters, and the regions that are known to be without.
        evidence: what sentences say.
        least: candidates without evidence below this probability are left out.

    Raises:
        ValueError: when nobody adopts.
    """
    proofs: dict[tuple[str, str], list[Evidence]] = {}
    for proof in evidence:
        if proof.destination != proof.origin:
            proofs.setdefault((proof.destination, proof.origin), []).append(proof)
    found = list(_candidates(regions, fit_rates(regions), proofs, least))
    chosen = _tree(found)
    marked = [replace(one, chosen=(one.destination, one.origin) in chosen) for one in found]
    return sorted(marked, key=lambda one: (one.destination, not one.proven, -(one.probability or 0), one.origin))


def _candidates(
    regions: Sequence[Adopter], rates: Rates, proofs: dict[tuple[str, str], list[Evidence]], least: float
) -> Iterator[Candidate]:
    places = {region.code: place for place, region in enumerate(regions)}
    for place, region in enumerate(regions):
        likely = np.flatnonzero(rates.origins[place] >= least)
        earlier = [other for other in likely.tolist() if _is_earlier(regions[other], region)]
        named = [places[origin] for destination, origin in proofs if destination == region.code and origin in places]
        for other in {*earlier, *named} if region.hi is not None else named:
            relation, chance = int(rates.related[place, other]), float(rates.origins[place, other])
            told = proofs.get((region.code, regions[other].code), [])
            yield Candidate(
                region.code,
                regions[other].code,
                None if relation == NONE else RELATIONS[relation],
                _lag(region, regions[other]),
                tuple(sorted({proof.kind for proof in told})),
                tuple(sorted(proof.statement for proof in told)),
                None if np.isnan(chance) else min(chance, MOST),
                chosen=False,
                proven=bool(told),
            )


def _lag(destination: Adopter, origin: Adopter) -> int | None:
    return None if destination.hi is None or origin.hi is None else destination.hi - origin.hi


def _is_earlier(origin: Adopter, destination: Adopter) -> bool:
    """Whether it is known to have adopted first: in a year before, or by a date."""
    if origin.hi is None or destination.hi is None:
        return False
    if origin.hi != destination.hi:
        return origin.hi < destination.hi
    return bool(origin.date and destination.date) and origin.span[1] <= destination.span[0]


def _tree(candidates: Iterable[Candidate]) -> set[tuple[str, str]]:
    """The pairs of destination and origin that stand in the tree."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for one in candidates:
        if one.proven or (one.probability or 0) >= LIKELY:
            graph.add_edge(_ROOT, one.destination, weight=0.0)
            graph.add_edge(_ROOT, one.origin, weight=0.0)
            graph.add_edge(one.origin, one.destination, weight=_weight(one))
    if not graph:
        return set()
    tree = nx.maximum_spanning_arborescence(graph)
    return {(destination, origin) for origin, destination in tree.edges if origin != _ROOT}


def _weight(one: Candidate) -> float:
    """Evidence weighs more than any years; of proven origins the earlier, then the likelier, then the oftener told."""
    if not one.proven:
        return one.probability or 0.0
    earlier = 0 if one.lag is None or one.lag < 0 else 1 if one.lag == 0 else 2
    return 10.0 + 2 * earlier + (one.probability or 0.0) + 0.01 * min(len(one.evidence), 50)


def directions(candidates: Iterable[Candidate]) -> Directions:
    """The shares of directions among the proven links."""
    found = [one.relation for one in candidates if one.proven]
    if len(found) < PROVEN:
        return Directions(len(found), None, None, None)
    counts = (found.count(SUPERIOR), found.count(BELOW), found.count(SIBLING) + found.count(PROVINCE))
    return Directions(len(found), *(count / len(found) for count in counts))
