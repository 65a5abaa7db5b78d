"""What stands behind a node or a relationship: the sentences, the rules, how its names were joined, who disagrees."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cypher.elements import Node, Relationship
from extractors.numbers.grammar import parse_number
from kg.corrections import Outcome
from kg.disk import GraphDirectory
from kg.errors import GraphError, SelectionError
from kg.forms import forms_of
from kg.keys import ONTOLOGY
from kg.model import KnowledgeGraph
from kg.stores.base import Store
from kg.stores.parquet import AnyGraph
from kg.subgraph.names import meant, nearest
from kg.tracing.source import find_initiative
from kg.trust import cases_of, reasons_for
from ontology.rule_book import RuleEntry, rule_book
from ontology.rules import Rule

COLUMNS = ("type", "from", "to", "document", "date", "place", "rule", "confidence", "quote")
_FORMS = 8
_LONGEST_EXAMPLE = 60
_WHERE_KEYS_ARE = "; a node's key is in its property key"


@dataclass(slots=True)
class Explanation:
    """Resolver steps as sentences, one row under ``COLUMNS`` for each statement, and what the rows' rules read."""

    steps: list[str] = field(default_factory=list)
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)


def explain(store: Store, key: str, lang: str = "en") -> Explanation:
    """What stands behind ``key``, which may be an alias of a policy or a word that means one node only.

    Args:
        store: an open graph.
        key: a key, a name (坪山 as well), a code, a document number in any writing, a title, a form of a reform.
        lang: ``en`` or ``zh``, the language in which rules are explained.

    Raises:
        GraphError: when nothing in the graph has that key or is called so, or several nodes are.
    """
    lookup = store.lookup
    found = lookup.resolve_key(key) or _key_of_word(lookup, key)
    graph = _behind(lookup, found)
    explanation = Explanation()
    node = graph.node(found)
    if node:
        explanation.steps += _node_steps(node, key)
        explanation.rows += [_row(graph, edge) for edge in _by_type(graph, node)]
    else:
        edge = graph.relationship(found)
        assert edge is not None
        explanation.steps.append(f"{edge.type} from {edge.start} to {edge.end}")
        explanation.rows.append(_row(graph, edge))
        explanation.steps += reasons_for(store.directory, edge, lang) if store.directory else ()
    if store.directory:
        explanation.steps += _forms(store.directory, graph, node)
        explanation.steps += _conflicts(store.directory, found)
        explanation.steps += _corrections(store.directory, node, graph.relationship(found))
    rules = dict.fromkeys(row[COLUMNS.index("rule")] for row in explanation.rows)
    for rule in (rule for rule in Rule if rule in rules):
        explanation.rules += _rule(rule, rule_book()[rule], lang)
    return explanation


def _behind(lookup: AnyGraph, key: str) -> KnowledgeGraph:
    """The node or relationship ``key`` with what is told of it: what it touches, and the documents that say so."""
    edge = lookup.relationship(key)
    edges = [edge] if edge else list(lookup.touching(key))
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    return KnowledgeGraph(lookup.nodes_of({key, *ends, *(edge.properties["source"] for edge in edges)}), edges)


def _key_of_word(graph: AnyGraph, word: str) -> str:
    """The key of what a name, a code, a document number in any writing, a title or a form of a reform means."""
    found = [node.key for node in graph.nodes() if node.properties["name"] == word] or sorted(_meant(graph, word))
    if not found:
        near = nearest(word, (str(node.properties["name"]) for node in graph.nodes()))
        raise GraphError(f"nothing in this graph has the key or name {word}{near or _WHERE_KEYS_ARE}")
    if len(found) > 1:
        more = f" and {len(found) - _FORMS} more" if len(found) > _FORMS else ""
        raise GraphError(f"{word} is the name of {', '.join(found[:_FORMS])}{more}; give one of these keys")
    return found[0]


def _meant(graph: AnyGraph, word: str) -> set[str]:
    number = parse_number(word)
    asked = {"Region": word, "Area": word, "Policy": str(number or word), "Document": word}
    found: set[str] = set()
    for label, called in asked.items():
        found |= meant(list(graph.nodes(label)), label, called)
    with contextlib.suppress(SelectionError):
        found.add(find_initiative(list(graph.nodes("Initiative")), word).key)
    return found


def _node_steps(node: Node, asked: str) -> Iterator[str]:
    properties = node.properties
    yield f"{node.label} {properties['name']} ({node.key})"
    if asked not in {node.key, properties["name"]}:
        yield f"{asked} is another {'key' if '/' in asked else 'name'} of it"
    for alias in properties.get("aliases", ()):
        if alias != asked:
            yield f"also cited as {alias}"
    if node.label == "Region":
        yield f"the name held in {', '.join(properties['valid'])}"
    if node.label == "Document" and len(properties["paths"]) > 1:
        yield f"{len(properties['paths'])} files are this document: {', '.join(properties['paths'])}"
        if properties.get("copies"):
            yield f"of these in another text that says the same: {', '.join(properties['copies'])}"
    if properties.get("discovered"):
        yield "not in the ontology: found by the form of its name"


def _forms(directory: GraphDirectory, graph: KnowledgeGraph, node: Node | None) -> Iterator[str]:
    if node is None:
        return
    sources = {edge.properties["source"] for edge in graph.touching(node.key)}
    forms = forms_of(node, directory.documents_of(sources))
    for surface, rule, count in forms[:_FORMS]:
        yield f"read from {surface} by {rule}, {count} times"
    if len(forms) > _FORMS:
        yield f"and from {len(forms) - _FORMS} other forms"


def _by_type(graph: KnowledgeGraph, node: Node) -> list[Relationship]:
    def order(edge: Relationship) -> tuple[Any, ...]:
        return edge.type, edge.properties.get("year", 0), edge.properties["source"], edge.properties.get("start", 0)

    return sorted(graph.touching(node.key), key=order)


def _row(graph: KnowledgeGraph, edge: Relationship) -> tuple[Any, ...]:
    start, end = graph.node(edge.start), graph.node(edge.end)
    assert start is not None and end is not None
    *where, quote = sentence_of(edge, graph)
    ends = (start.properties["name"], end.properties["name"])
    return edge.type, *ends, *where, edge.properties["rule"], edge.properties.get("confidence"), quote


def sentence_of(edge: Relationship, graph: KnowledgeGraph) -> tuple[Any, ...]:
    """The document that states ``edge`` (name, date), the place (a span, or what its head was read from), the quote."""
    properties = edge.properties
    document = graph.node(properties["source"])
    if document:
        named, date = document.properties["name"], document.properties.get("date")
    else:
        named, date = (ONTOLOGY, None) if properties["source"] == ONTOLOGY else (properties["source"], None)
    place = f"{properties['start']}–{properties['end']}" if "start" in properties else properties.get("from")
    return named, date, place, properties.get("quote")


def _rule(rule: Rule, entry: RuleEntry, lang: str) -> Iterator[str]:
    """What it reads, a sentence that it reads with a near one that it does not, and how often it was right."""
    yield f"{rule}：{entry.zh}" if lang == "zh" else f"{rule}: {entry.about}"
    if entry.must and entry.must_not:
        must, near = _on_one_line(entry.must), _on_one_line(entry.must_not)
        yield f"  例如 {must} 而不是 {near}" if lang == "zh" else f"  as in {must} and not in {near}"
    yield from cases_of(rule, lang)


def _on_one_line(document: str) -> str:
    line = document.strip().replace("\n", " ⏎ ")
    return line if len(line) <= _LONGEST_EXAMPLE else line[:_LONGEST_EXAMPLE] + "…"


def _conflicts(directory: GraphDirectory, key: str) -> Iterator[str]:
    for conflict in directory.conflicts():
        if conflict.subject == key or key in conflict.statements:
            yield f"conflict, {conflict.kind} of {conflict.subject}: {' against '.join(conflict.values)}"


def _corrections(directory: GraphDirectory, node: Node | None, edge: Relationship | None) -> Iterator[str]:
    for outcome in directory.outcomes():
        if node:
            about = any(outcome.concerns(key) for key in (node.key, *node.properties.get("aliases", ())))
        else:
            about = edge is not None and _is_about(outcome, edge)
        if about:
            yield outcome.sentence()


def _is_about(outcome: Outcome, edge: Relationship) -> bool:
    if edge.properties["rule"] == Rule.CORRECTION_PARENT:
        return outcome.verdict == "parent" and outcome.concerns(edge.start)
    if not outcome.concerns(edge.properties["source"]):
        return False
    start, end = edge.properties.get("start"), edge.properties.get("end")
    if outcome.start is None or outcome.end is None or start is None or end is None:
        return outcome.start is None and start is None
    return bool(start <= outcome.start and outcome.end <= end)
