"""Plain text: decoded, cleaned, otherwise left as it is; furniture is marked, not taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extractors.readers.cleaning import clean
from extractors.readers.decoding import decode
from extractors.readers.furniture import mark
from extractors.source import SourceText


def read_plain(data: bytes) -> SourceText:
    """The document in a text file of any usual encoding; raises ReadError where no encoding fits."""
    return as_source(clean(decode(data)))


def as_source(text: str, told: Mapping[str, str] | None = None) -> SourceText:
    """A cleaned text with its furniture marked; what the format itself ``told`` goes before what the lines say."""
    spans, found = mark(text)
    return SourceText(text, dict(sorted({**found, **(told or {})}.items())), spans)


def silenced(source: SourceText, spans: Iterable[tuple[int, int]]) -> SourceText:
    """``source`` with ``spans`` of its text, which are disjoint, marked as furniture."""
    silent = list(spans)
    kept = [span for span in source.furniture if all(span[1] <= low or high <= span[0] for low, high in silent)]
    return replace(source, furniture=tuple(sorted([*kept, *silent])))


def joined(lines: Iterable[tuple[str, bool]], *, unread: tuple[str, ...] = ()) -> SourceText:
    """The document of ``lines``, each with whether it is furniture; ``unread`` as in ``SourceText``."""
    silent = []
    printed = [(clean(line), furniture) for line, furniture in lines]
    place = 0
    for line, furniture in printed:
        if furniture:
            silent.append((place, place + len(line)))
        place += len(line) + 1
    text = "\n".join(line for line, _ in printed)
    return replace(silenced(as_source(text), silent), unread=unread)
