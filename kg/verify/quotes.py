"""Checks against the sources: every text still has its hash, every quote is what stands in its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cypher.elements import Relationship
from extractors.record import LAYERS
from kg.disk.parts import SourceDocument
from kg.keys import ONTOLOGY, document_key
from kg.verify.finding import Finding

Spans = Mapping[str, list[tuple[str, int | None, int | None, str | None]]]
"""By source: key of the relationship, start, end, quote."""


def spans_by_source(edges: Iterable[Relationship]) -> dict[str, list[tuple[str, Any, Any, Any]]]:
    """What the relationships of each document quote; those of the ontology quote nothing."""
    found: dict[str, list[tuple[str, Any, Any, Any]]] = {}
    for edge in edges:
        source = edge.properties.get("source", "")
        if source != ONTOLOGY:
            quoted = (edge.key, edge.properties.get("start"), edge.properties.get("end"), edge.properties.get("quote"))
            found.setdefault(source, []).append(quoted)
    return found


def check_texts(documents: Iterable[SourceDocument], spans: Spans, checked: dict[str, int]) -> Iterator[Finding]:
    """Texts, records and quotes; ``checked`` counts the quotes compared under ``quotes``."""
    read: set[str] = set()
    for document in documents:
        expected = document.record.text_sha256
        if expected is None:
            continue
        if hashlib.sha256(document.text.encode("utf-8")).hexdigest() != expected:
            yield Finding("text", document.record.file, "its text no longer has the hash in its record")
            continue
        key = document_key(expected)
        yield from _record_spans(document)
        if key in read:
            continue
        read.add(key)
        for relationship, start, end, quote in spans.get(key, ()):
            checked["quotes"] = checked.get("quotes", 0) + (quote is not None)
            yield from _quote(document.text, relationship, start, end, quote)
    for source in sorted(set(spans) - read):
        yield Finding("source", source, f"{len(spans[source])} statements name this document, whose text is not there")


def _quote(text: str, key: str, start: int | None, end: int | None, quote: str | None) -> Iterator[Finding]:
    if quote is None and start is None and end is None:
        return
    if quote is None or start is None or end is None or not 0 <= start < end <= len(text):
        yield Finding("quote", key, f"its span {start} to {end} is not in its text")
    elif text[start:end] != quote:
        yield Finding("quote", key, f"its text has {text[start:end]!r} where it quotes {quote!r}")


def _record_spans(document: SourceDocument) -> Iterator[Finding]:
    record, text = document.record, document.text
    for layer in LAYERS:
        for span in (span for entry in record.layer(layer) for span in entry.spans):
            if text[span.start : span.end] != span.surface:
                yield Finding("record", record.file, f"{layer}: {span.surface!r} is not at {span.start}")
