"""Which nodes of a large subgraph stand together as one: regions of a province, its own reforms, a type of one year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cypher.elements import Node, Relationship
from kg.views.nodes import node_name, region_code
from kg.views.statements import own_year
from ontology.schema import ADOPTIONS

Kind = Literal["regions", "local", "initiatives", "type"]
MOST_MEMBERS = 600
"""A group has at most so many members, so that it can be looked at when it is unfolded."""
FEWEST_MEMBERS = 60
"""Parts of a type that have fewer stand together."""
_BELOW = ("prefecture", "county")


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that a page draws as one until they are asked for.

    Attributes:
        key: its own, under which it is drawn.
        kind: ``regions`` below a province, ``local`` initiatives of one region, other ``initiatives``, or a ``type``.
        label: the label of its members.
        part: what tells it from others of its kind: name of the province, the year; may be empty.
        turn: its number where there are several of one part, else 0.
        members: their keys, sorted.
    """

    key: str
    kind: Kind
    label: str
    part: str
    turn: int
    members: tuple[str, ...]


def group(
    nodes: Sequence[Node], relationships: Collection[Relationship], most: int, kept: Collection[str] = ()
) -> list[Group]:
    """Folds until at most ``most`` nodes are drawn, groups counted, or nothing is left to fold.

    Types other than regions and initiatives come first, then initiatives that one region alone has, then the regions
    below each province, then the initiatives that fewest regions have; of each kind the largest groups first.

    Args:
        nodes: those of the page, in any order.
        relationships: those between them; adoptions tell whose an initiative is.
        most: how many may be drawn.
        kept: keys of nodes that stay by themselves, as those that were asked for.
    """
    left = len(nodes)
    found: list[Group] = []
    sorter = _Sorter(nodes, relationships, kept)
    for kind in ("type", "local", "regions", "initiatives"):
        if left <= most:
            break
        made = [
            one for part, keys in sorted(sorter.parts(kind, left - most).items()) for one in _cut(kind, *part, keys)
        ]
        for one in sorted(made, key=lambda one: (-len(one.members), one.key)):
            if left <= most:
                break
            found.append(one)
            left -= len(one.members) - 1
    return sorted(found, key=lambda one: one.key)


class _Sorter:
    """The nodes that may be folded, and what parts them."""

    def __init__(self, nodes: Sequence[Node], relationships: Iterable[Relationship], kept: Collection[str]) -> None:
        self._free = [node for node in sorted(nodes, key=lambda node: node.key) if node.key not in kept]
        self._regions = {node.key: node for node in nodes if node.label == "Region"}
        self._provinces = {
            region_code(node)[:2]: node_name(node)
            for node in self._regions.values()
            if node.properties.get("level") == "province"
        }
        self._adopters: dict[str, set[str]] = defaultdict(set)
        for edge in relationships:
            if edge.type in ADOPTIONS:
                self._adopters[edge.end].add(edge.start)

    def parts(self, kind: Kind, too_many: int) -> dict[tuple[str, str], list[str]]:
        """The keys that a kind of groups takes, by label and part; of initiatives those with the fewest regions."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        if kind == "initiatives":
            shared = [node.key for node in self._free if node.label == "Initiative" and not self._is_local(node.key)]
            few = sorted(shared, key=lambda key: (len(self._adopters[key]), key))[: too_many + 1]
            found["Initiative", ""] = sorted(few)
            return found
        for node in self._free:
            if node.label == "Initiative":
                if kind == "local" and self._is_local(node.key):
                    (adopter,) = self._adopters[node.key]
                    found["Initiative", self._province(adopter.split("/")[1])].append(node.key)
            elif node.label == "Region":
                if kind == "regions" and node.properties.get("level") in _BELOW:
                    found["Region", self._province(region_code(node))].append(node.key)
            elif kind == "type":
                found[node.label, self._part(node)].append(node.key)
        return _without_small(found) if kind == "type" else found

    def _is_local(self, key: str) -> bool:
        return len(self._adopters[key]) == 1

    def _part(self, node: Node) -> str:
        """By what nodes of a type are parted: the province of a body, the year of what has one."""
        if node.label in ("Agency", "Area"):
            return self._province(region_code(node))
        year = own_year(node.properties)
        return "" if year is None else str(year)

    def _province(self, code: str) -> str:
        """The name of the province in which a place lies, else its code; empty of what lies in none."""
        above = code[:2]
        return "" if not above.isdigit() or above == "10" else self._provinces.get(above, f"{above}0000")


def _without_small(parts: dict[tuple[str, str], list[str]]) -> dict[tuple[str, str], list[str]]:
    """``parts`` with the smaller ones of each label joined, so that there are few groups."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (label, part), keys in parts.items():
        found[label, part if len(keys) >= FEWEST_MEMBERS else ""] += keys
    return {place: sorted(keys) for place, keys in found.items()}


def _cut(kind: Kind, label: str, part: str, keys: Sequence[str]) -> Iterator[Group]:
    """Groups of at most ``MOST_MEMBERS``; of a single node there is none."""
    several = len(keys) > MOST_MEMBERS
    for turn, at in enumerate(range(0, len(keys), MOST_MEMBERS), start=1):
        members = tuple(keys[at : at + MOST_MEMBERS])
        if len(members) > 1:
            number = turn if several else 0
            yield Group(f"group/{kind}/{label}/{part}/{number}", kind, label, part, number, members)


def counts(groups: Iterable[Group]) -> dict[str, int]:
    """How many nodes are folded, by the kind of their groups."""
    found: Counter[str] = Counter()
    for one in groups:
        found[one.kind] += len(one.members)
    return dict(sorted(found.items()))
