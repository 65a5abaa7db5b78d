"""The sentences of documents that may be compared: whose they are, when they were said, and what they come down to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from extractors.record import Record
from extractors.text.folding import fold
from extractors.text.headings import heading
from extractors.text.sentences import SENTENCE_END, spans
from extractors.text.soft_breaks import soft_breaks
from kg.disk.parts import read_part

SHORTEST = 25
"""Characters of a sentence, without marks, below which it is too short to tell anything."""
COMMON = 10
"""Places from which on a sentence is a phrase that everybody has."""
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Origin:
    """A document as far as its sentences are compared.

    Attributes:
        document: its key.
        name: its title, or what stands for one.
        region: key of its region.
        region_name: its name.
        code: its code.
        place: key of what the region became, if that is one and the same place; else of the region.
        said: its date as far as it is known, as ISO: day, month or year.
    """

    document: str
    name: str
    region: str
    region_name: str
    code: str
    place: str
    said: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document.

    Attributes:
        origin: its document.
        start: first character in the document's text.
        text: the sentence.
        words: what it comes down to: no marks, no blanks, no number of an article or a list before it.
    """

    origin: Origin
    start: int
    text: str
    words: str

    @cached_property
    def shingles(self) -> frozenset[str]:
        """All runs of three characters of ``words``."""
        return frozenset(self.words[at : at + 3] for at in range(len(self.words) - 2))


@dataclass(slots=True)
class Counts:
    """The documents and how many of their sentences were looked at, and how many of these were too short."""

    seen: set[str] = field(default_factory=set)
    sentences: int = 0
    short: int = 0


def sentences_of(
    part: Path, origins: Mapping[str, Origin], initiative: str | None, counts: Counts
) -> Iterator[Sentence]:
    """The sentences of the documents of ``part`` that are long enough; of each document the first of equal ones.

    Args:
        part: a part of a graph directory, with the texts of its documents.
        origins: by hash of the text.
        initiative: only sentences that name this one.
        counts: is added to.
    """
    for document in read_part(part):
        origin = origins.get(document.record.text_sha256 or "")
        if origin is None or origin.document in counts.seen:
            continue
        counts.seen.add(origin.document)
        named = _mentions(document.record, initiative) if initiative else None
        told: set[str] = set()
        for start, end in spans(SENTENCE_END, document.text, soft_breaks(document.text)):
            if named is not None and not any(start <= at < end for at in named):
                continue
            counts.sentences += 1
            text = document.text[start:end]
            words = bare(text)
            if len(words) < SHORTEST:
                counts.short += 1
            elif words not in told:
                told.add(words)
                yield Sentence(origin, start, text, words)


def bare(sentence: str) -> str:
    """What a sentence comes down to.

    >>> bare("第四条　本市推行“一网通办”，行政审批 事项一律进驻大厅。")
    '本市推行一网通办行政审批事项一律进驻大厅'
    """
    found = heading(sentence)
    return _NO_WORD.sub("", fold(sentence[found[1] :] if found else sentence))


def _mentions(record: Record, initiative: str) -> Collection[int]:
    return [m.start for entry in record.initiatives if entry.name == initiative for m in entry.mentions]
