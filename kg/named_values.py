"""What the values of a named query name in a graph: short names, codes and old forms become the graph's own names."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from cypher.elements import Node
from cypher.named import NAMING, NamedQuery, QueryParameter
from cypher.results import Result
from extractors.numbers.grammar import parse_number
from kg.errors import SelectionError
from kg.keys import ONTOLOGY
from kg.subgraph.names import named, nearest
from kg.tracing.source import find_initiative
from kg.whole import Whole

_MOST = 6  # regions of one name that a sentence lists


@dataclass(slots=True)
class Asked:
    """The parameters of a named query as the graph has them, and sentences on what they stand for."""

    parameters: dict[str, Any]
    notes: list[str] = field(default_factory=list)


def look_up(store: Whole, query: NamedQuery, given: Mapping[str, str]) -> Asked:
    """The parameters of ``query``, of which ``given`` are texts by name, each value that names something looked up.

    A region may be given by a short name (遂宁), a code or a full name, an initiative by one of its forms (放管服), a
    policy by its number in any writing or by its title.

    Raises:
        ParameterError: a name that the query does not have, a text of another type, a parameter that is missing.
        SelectionError: a value names nothing in the graph, or several things.
    """
    values = query.parameters_from(given)
    asked = Asked(dict(values))
    for parameter in query.parameters:
        if parameter.type in NAMING:
            try:
                asked.parameters[parameter.name] = _found(store, parameter, values[parameter.name], asked.notes)
            except SelectionError as error:
                if parameter.name in given:
                    raise
                default = f"that is what {query.name} asks by default, so give another: -p {parameter.name}=…"
                raise SelectionError(f"{error}; {default}") from error
    told = [_told(parameter, asked.parameters[parameter.name], given) for parameter in query.parameters]
    asked.notes[:0] = [f"asked with {', '.join(told)}"] if told else []
    return asked


def _told(parameter: QueryParameter, value: Any, given: Mapping[str, str]) -> str:
    shown = "、".join(value) if isinstance(value, list) else value
    return f"{parameter.name}={shown}" + ("" if parameter.name in given else " (default)")


def _found(store: Whole, parameter: QueryParameter, value: Any, notes: list[str]) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(_initiative(store, each, notes) for each in value))
    return _FINDERS[parameter.type](store, value, notes)


def _initiative(store: Whole, word: str, _notes: list[str]) -> str:
    if _is_called(store, "Initiative", word):
        return word
    return str(find_initiative(list(store.nodes("Initiative")), word).properties["name"])


def _region(store: Whole, word: str, notes: list[str]) -> str:
    """Its name, or its key where others share the name and one of them was meant."""
    nodes = list(store.nodes("Region"))
    keys = named(nodes, "Region", word)
    found = _spoken_of(store, [node for node in nodes if node.key in keys])
    meant = sorted({str(node.properties["name"]) for node in found})
    if len(meant) > 1:
        raise SelectionError(f"{word} names several regions: {_listed(found)}; give one of these names")
    (name,) = meant
    sharing = [node for node in nodes if node.properties["name"] == name]
    if len(sharing) > 1 and word != name and len(found) == 1:
        return found[0].key
    if len(found) > 1:
        told = f"{name} is the name of {len(found)} regions, and the rows are of all: {_listed(found)}"
        notes.append(f"{told}; a code asks for one")
    return name


def _spoken_of(store: Whole, regions: list[Node]) -> list[Node]:
    """Those of ``regions`` of which a document states something; all where there are none.

    What stands in the graph only as the predecessor of another (遂宁县 of 1984) is meant by its whole name alone.
    """
    if len(regions) < 2:
        return regions
    stated = "MATCH (r:Region)-[s]-() WHERE r.key IN $keys AND s.source <> $not RETURN DISTINCT r.key AS key"
    keys = set(store.query(stated, {"keys": [node.key for node in regions], "not": ONTOLOGY}).column("key"))
    return [node for node in regions if node.key in keys] or regions


def _listed(regions: Collection[Node]) -> str:
    listed = [f"{node.properties['full_name']} ({node.properties['code']})" for node in regions]
    return ", ".join(listed[:_MOST]) + (f" and {len(listed) - _MOST} more" if len(listed) > _MOST else "")


def _policy(store: Whole, word: str, _notes: list[str]) -> str:
    parsed = parse_number(word)
    wanted = str(parsed) if parsed else word
    nodes = list(store.nodes("Policy"))
    numbers = {str(node.properties["number"]) for node in nodes if "number" in node.properties}
    if wanted in numbers:
        return wanted
    if parsed:
        raise SelectionError(f"no policy in this graph has the number {word}{nearest(wanted, numbers)}")
    keys = named(nodes, "Policy", word)
    found = sorted({str(n.properties["number"]) for n in nodes if n.key in keys and "number" in n.properties})
    if len(found) != 1:
        told = f"is the title of several policies: {', '.join(found)}" if found else "is a policy without a number"
        raise SelectionError(f"{word} {told}; give the number of one")
    return found[0]


def _indicator(store: Whole, word: str, _notes: list[str]) -> str:
    asked = "MATCH (m:Measurement) WHERE m.indicator CONTAINS $word RETURN m.key AS key LIMIT 1"
    if not word or not _rows(store, asked, word=word):
        names = (str(node.properties["indicator"]) for node in store.nodes("Measurement"))
        raise SelectionError(f"no indicator in this graph has “{word}” in its name{nearest(word, names)}")
    return word


def _thing(store: Whole, word: str, notes: list[str]) -> str:
    if _rows(store, "MATCH (n {name: $word}) RETURN n.key AS key LIMIT 1", word=word):
        return word
    regions = list(store.nodes("Region"))
    if any(str(node.properties["name"]).startswith(word) or word in node.properties.values() for node in regions):
        return _region(store, word, notes).rpartition("/")[2]  # statements are asked for by the names of their ends
    with contextlib.suppress(SelectionError):
        return _initiative(store, word, notes)
    names = (str(node.properties["name"]) for node in (*regions, *store.nodes("Initiative", "Agency")))
    raise SelectionError(f"nothing in this graph is called {word}{nearest(word, names)}")


_FINDERS: Mapping[str, Callable[[Whole, str, list[str]], str]] = {
    "initiative": _initiative,
    "region": _region,
    "policy": _policy,
    "indicator": _indicator,
    "thing": _thing,
}


def _is_called(store: Whole, label: str, word: str) -> bool:
    return bool(_rows(store, f"MATCH (n:{label} {{name: $word}}) RETURN n.key AS key LIMIT 1", word=word))


def _rows(store: Whole, query: str, **parameters: str) -> Result:
    return store.query(query, parameters)
