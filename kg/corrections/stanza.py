"""The entries of a corrections file for the statements behind a node or relationship, ready to be edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from cypher.elements import Node, Relationship
from extractors.record import Entry, NameEntry, StatementEntry
from extractors.record.record import (
    AdoptionEntry,
    AgencyEntry,
    ClaimEntry,
    EventEntry,
    InitiativeEntry,
    MeasurementEntry,
    PolicyEntry,
    RegionEntry,
)
from extractors.text.titles import title_key
from kg.corrections.corrections import DOCUMENT
from kg.disk.parts import SourceDocument
from kg.errors import GraphError
from kg.keys import document_key
from kg.model import KnowledgeGraph
from kg.resolve.agencies import split_agencies
from kg.sentences import Sentences
from ontology.schema import ADOPTIONS

_HEAD = {
    "COVERS": "region",
    "OF_AREA": "region",
    "REPORTS_ON": "year",
    "ISSUED_BY": "issuer",
    "ADDRESSED_TO": "recipient",
}
"""The field of a document's head that a relationship comes from."""
_CITATIONS = {"CITES", "IMPLEMENTS", "FORWARDS", "AMENDS", "REPEALS"}
Stanza = dict[str, Any]


def stanzas(graph: KnowledgeGraph, documents: Iterable[SourceDocument], key: str) -> list[Stanza]:
    """An entry of ``statements`` for every statement behind ``key``, each of which changes nothing as it stands.

    Args:
        graph: the graph.
        documents: its records with their texts.
        key: a node or relationship of it.

    Raises:
        GraphError: when nothing has that key, or no statement of a document stands behind it.
    """
    found = graph.resolve_key(key)
    if found is None:
        raise GraphError(f"nothing in this graph has the key {key}; a node's key is in its property key")
    edge = graph.relationship(found)
    edges = [edge] if edge else list(graph.touching(found))
    by_source: dict[str, list[Relationship]] = {}
    for each in edges:
        by_source.setdefault(each.properties["source"], []).append(each)
    entries: dict[tuple[Any, ...], Stanza] = {}
    for document in documents:
        text = document.record.text_sha256
        for each in by_source.get(document_key(text), ()) if text else ():
            for stanza in _of(graph, document, each):
                place = (text, stanza.get("start", -1), stanza.get("end", -1), stanza["kind"], str(stanza["is"]))
                entries.setdefault(place, stanza)
    if not entries:
        raise GraphError(f"no statement that the extractors read in a document stands behind {key}")
    return [entries[place] for place in sorted(entries)]


def as_yaml(entries: list[Stanza]) -> str:
    """``entries`` as the section ``statements`` of a corrections file."""
    lines = ["statements:"]
    for entry in entries:
        quote = entry.get("quote")
        lines += [f"# {' '.join(quote.split())}"] if quote else []
        stanza = {name: value for name, value in entry.items() if name != "quote"}
        dumped = yaml.safe_dump([stanza], allow_unicode=True, sort_keys=False, default_flow_style=None, width=1000)
        lines.append(dumped.rstrip("\n"))
    return "\n".join(lines) + "\n"


def _of(graph: KnowledgeGraph, document: SourceDocument, edge: Relationship) -> Iterator[Stanza]:
    start, end = graph.node(edge.start), graph.node(edge.end)
    assert start is not None and end is not None
    if edge.type in _HEAD and start.label in {"Document", "Policy"} and _is_of_head(document, edge, end):
        yield _head(document, _HEAD[edge.type])
    elif edge.type in {*ADOPTIONS, "CARRIES_OUT"}:
        wanted = {"initiative": end.properties["name"]}
        wanted |= {"region": start.properties["code"]} if start.label == "Region" else {}
        yield from _claims(document, AdoptionEntry, edge, wanted)
    elif edge.type == "LEARNED_FROM":
        yield from _claims(document, ClaimEntry, edge, {"kind": "learned", "other": end.properties["code"]})
    elif edge.type == "CLAIMED_FIRST":
        yield from _claims(document, ClaimEntry, edge, {"kind": "first", "initiative": end.properties["name"]})
    elif start.label == "Event" and start.properties["kind"] == "passed":
        yield _head(document, "passed")
    elif start.label == "Event":
        wanted = {"kind": start.properties["kind"], "subject": start.properties["name"]}
        yield from _claims(document, EventEntry, edge, wanted)
    elif start.label == "Measurement":
        yield from _claims(document, MeasurementEntry, edge, {"indicator": start.properties["indicator"]})
    elif edge.type in _CITATIONS or edge.type in {"MENTIONS", "CONCERNS"}:
        yield from _mentions(document, end)
    else:  # a layer whose entries become relationships as they are: its rule tells them from others of that sentence
        for claim in _claims_at(document, StatementEntry, edge):
            if claim.rule == edge.properties["rule"]:
                yield _claim(document, claim)


def _is_of_head(document: SourceDocument, edge: Relationship, end: Node) -> bool:
    value = getattr(document.record.document, _HEAD[edge.type])
    if edge.type in {"ISSUED_BY", "ADDRESSED_TO"}:
        return end.properties["name"] in split_agencies(value)
    return value is not None


def _head(document: SourceDocument, field: str) -> Stanza:
    value = getattr(document.record.document, field)
    return _stanza(document, DOCUMENT, {}, {"is": {field: value}})


def _claims(
    document: SourceDocument, shape: type[StatementEntry], edge: Relationship, wanted: dict[str, Any]
) -> Iterator[Stanza]:
    there = _claims_at(document, shape, edge)
    named = [entry for entry in there if all(getattr(entry, name) == value for name, value in wanted.items())]
    for entry in named or there:  # none is named so where a correction says that two names are one
        yield _claim(document, entry)


def _claims_at(document: SourceDocument, shape: type[StatementEntry], edge: Relationship) -> list[StatementEntry]:
    """The claims of one layer, or of all, in the sentence that ``edge`` quotes."""
    place = (edge.properties.get("start"), edge.properties.get("end"))
    claims = (entry for entry in document.record.entries() if isinstance(entry, shape))
    return [entry for entry in claims if (entry.start, entry.end) == place]


def _claim(document: SourceDocument, entry: StatementEntry) -> Stanza:
    where = {"start": entry.start, "end": entry.end}
    return _stanza(document, entry.noun, where, {"is": _stated(entry), "quote": entry.evidence})


def _mentions(document: SourceDocument, end: Node) -> Iterator[Stanza]:
    sentences = Sentences(document.text)
    for entry in document.record.entries():
        if not isinstance(entry, NameEntry) or not _means(entry, end):
            continue
        for mention in entry.mentions:
            where = {"start": mention.start, "end": mention.end}
            first, last = sentences.around(mention.start, mention.end)
            yield _stanza(document, entry.noun, where, {"is": _stated(entry), "quote": document.text[first:last]})


def _means(entry: NameEntry, node: Node) -> bool:
    name = node.properties["name"]
    match entry:
        case RegionEntry() if node.label == "Region":
            return bool(entry.code == node.properties["code"] and entry.name == name)
        case PolicyEntry() if node.label == "Policy" and entry.number:
            return bool(entry.number == node.properties.get("number"))
        case PolicyEntry() if node.label == "Policy":
            title = node.properties.get("title")
            return bool(title and entry.title and title_key(entry.title) in title_key(title))
        case AgencyEntry() if node.label == "Agency":
            return bool(entry.name == name)
        case InitiativeEntry() if node.label == "Initiative":
            return bool(entry.name == name)
    return False


def _stated(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in entry.told().items() if value is not None}


def _stanza(document: SourceDocument, kind: str, where: dict[str, int], more: dict[str, Any]) -> Stanza:
    return {"verdict": "accept", "kind": kind, "text": document.record.text_sha256, **where, **more}
