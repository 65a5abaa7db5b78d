"""Groups of nodes on a page: drawn as one each, with what they hold packed into the page's own file."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher.elements import Node, Relationship
from kg.views.appearance import palette
from kg.views.grouping import Group
from kg.views.nodes import degrees, listed_properties, node_facts, node_name, node_size
from kg.views.packing import packed
from kg.views.statements import Documents, Link, fold, own_year

GROUP = "Group"
"""The label of what stands for several nodes."""
_TELLING = ("regions", "local", "initiatives", "type")
_SPELLED = ("Region", "Initiative")
"""Of folded nodes only these are found by their pinyin, too: it takes long to tell."""
_QUOTED = ("quote", "marks")


@dataclass(frozen=True, slots=True)
class Pack:
    """What a group holds, to stand in a page.

    Attributes:
        data: deflated JSON in base64; empty where there was no room for it.
        bare: whether it holds no sentences, for want of room.
    """

    data: str
    bare: bool = False


class Folding:
    """The nodes and relationships of a page, told apart by whether they are drawn at first."""

    def __init__(self, nodes: Sequence[Node], relationships: Iterable[Relationship], groups: Sequence[Group]) -> None:
        """Fold ``groups`` of ``nodes``; the relationships may be in any order."""
        self.groups = groups
        self.home = {key: place for place, one in enumerate(groups) for key in one.members}
        self._nodes = {node.key: node for node in nodes}
        free = [node for node in nodes if node.key not in self.home]
        self.drawn = sorted([*free, *map(_group_node, groups)], key=lambda node: node.key)
        self.between: list[Relationship] = []
        self._inner: dict[int, list[Relationship]] = defaultdict(list)
        self.outside = 0
        rank = {place: (_TELLING.index(one.kind), place) for place, one in enumerate(groups)}
        for edge in relationships:
            homes = {self.home[end] for end in (edge.start, edge.end) if end in self.home}
            if not homes:
                self.between.append(edge)
            elif edge.start in self._nodes and edge.end in self._nodes:
                self._inner[min(homes, key=rank.__getitem__)].append(edge)
            else:
                self.outside += 1
        self._order = sorted(rank, key=rank.__getitem__)

    def lifted(self, places: Mapping[str, int]) -> list[Link]:
        """The relationships of members as those of their groups, with how many there are a year in place of sentences.

        Args:
            places: the index of each drawn node by its key.
        """
        years: dict[tuple[int, int, str], Counter[int | None]] = defaultdict(Counter)
        members: dict[tuple[int, int, str], set[str]] = defaultdict(set)
        for edges in self._inner.values():
            for edge in edges:
                start, end = places[self._shown(edge.start)], places[self._shown(edge.end)]
                if start != end:
                    years[start, end, edge.type][own_year(edge.properties)] += 1
                    members[start, end, edge.type].update(key for key in (edge.start, edge.end) if key in self.home)
        return [
            Link(*ends, [_counted(year, n) for year, n in sorted(found.items(), key=_dated)], len(members[ends]))
            for ends, found in sorted(years.items())
        ]

    def _shown(self, key: str) -> str:
        return self.groups[self.home[key]].key if key in self.home else key

    def near(self) -> list[list[int]]:
        """By group the others whose packs tell of relationships with its members."""
        found: list[set[int]] = [set() for _ in self.groups]
        for place, edges in self._inner.items():
            for edge in edges:
                for end in (edge.start, edge.end):
                    if self.home.get(end, place) != place:
                        found[self.home[end]].add(place)
        return [sorted(each) for each in found]

    def packs(self, known: Mapping[str, Node], room: int) -> list[Pack]:
        """What the groups hold, in at most ``room`` bytes: the more telling first, without sentences if need be.

        Args:
            known: the documents behind the statements, by key.
            room: bytes.
        """
        found = [Pack("")] * len(self.groups)
        for place in self._order:
            held = self._held(place, known)
            for bare in (False, True):
                text = _as_text(_without_sentences(held) if bare else held)
                if len(text) <= room:
                    found[place] = Pack(text, bare)
                    room -= len(text)
                    break
        return found

    def _held(self, place: int, known: Mapping[str, Node]) -> dict[str, Any]:
        """The members of a group with all that is stated of them, unless a group before it has that."""
        edges = self._inner[place]
        members = self.groups[place].members
        others = sorted({end for edge in edges for end in (edge.start, edge.end)} - set(members))
        keys = [*members, *others]
        sources = Documents(known)
        links, _ = fold(edges, {key: at for at, key in enumerate(keys)}, sources)
        near = degrees(len(keys), [(link.start, link.end) for link in links])
        nodes = [self._nodes[key] for key in members]
        return {
            "nodes": [_member(node, degree) for node, degree in zip(nodes, near, strict=False)],
            "others": others,
            "links": [link.as_data() for link in links],
            "documents": sources.listed,
        }


def _member(node: Node, degree: int) -> dict[str, Any]:
    size = node_size(node, palette().node(node.label), degree)
    facts = node_facts(node, spelled=node.label in _SPELLED)
    return facts | {"label": node_name(node), "size": size, "properties": listed_properties(node)}


def _group_node(one: Group) -> Node:
    return Node(one.key, GROUP, {"key": one.key, "name": one.part or one.label, "members": len(one.members)})


def _counted(year: int | None, n: int) -> dict[str, Any]:
    return {"n": n} if year is None else {"year": year, "n": n}


def _dated(entry: tuple[int | None, int]) -> int:
    return 9999 if entry[0] is None else entry[0]


def _without_sentences(held: dict[str, Any]) -> dict[str, Any]:
    links = [
        [*link[:-1], [{name: value for name, value in told.items() if name not in _QUOTED} for told in link[-1]]]
        for link in held["links"]
    ]
    return held | {"links": links}


def _as_text(held: dict[str, Any]) -> str:
    return packed(json.dumps(held, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def described(groups: Iterable[Group], near: Sequence[Collection[int]]) -> Iterator[dict[str, Any]]:
    """What a page says of each group before it is unfolded; ``near`` are the packs to read with it."""
    for one, others in zip(groups, near, strict=True):
        yield {
            "key": one.key,
            "kind": one.kind,
            "label": one.label,
            "part": one.part,
            "turn": one.turn,
            "n": len(one.members),
            "near": list(others),
        }
