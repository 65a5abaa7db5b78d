"""Checks against the sources: every text still has its hash, every quote is what stands in its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from extractors.record import LAYERS
from kg.disk.parts import SourceDocument
from kg.keys import document_key
from kg.verify.finding import Finding
from kg.verify.spans import Quoted, Spans


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
        for quoted in spans.of(key):
            checked["quotes"] = checked.get("quotes", 0) + (quoted.quote is not None)
            yield from _quote(document.text, quoted)
    for source in sorted(set(spans.statements) - read):
        told = f"{spans.statements[source]} statements name this document, whose text is not there"
        yield Finding("source", source, told)


def _quote(text: str, quoted: Quoted) -> Iterator[Finding]:
    key, start, end, quote = quoted.key, quoted.start, quoted.end, quoted.quote
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
