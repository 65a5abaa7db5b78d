"""Verdicts on statements, applied to the record that the extractors gave; nothing is read from the text again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from extractors.record import LAYER_OF, LAYERS, DocumentHead, Entry, HeadEvidence, NameEntry, Record, TextSpan
from extractors.record.record import InitiativeEntry
from kg.corrections.corrections import DOCUMENT, TEXT_DIGITS, Corrections, Statement
from kg.corrections.fields import FIELDS, REQUIRED
from kg.corrections.outcome import Outcome, of_statement
from kg.disk.parts import SourceDocument
from ontology.initiatives import initiative_table
from ontology.rules import Rule

ACCEPTED = Rule.CORRECTION_ACCEPT
"""The rule of a statement that only the analyst makes."""
CHANGED = Rule.CORRECTION_CHANGE
"""The rule of a statement that the analyst changed."""

Entries = tuple[Entry, ...]


class Corrector:
    """Applies the verdicts of ``corrections`` to documents, and notes what became of each."""

    def __init__(self, corrections: Corrections) -> None:
        """Nothing is applied yet."""
        self.corrections = corrections
        self._outcomes: dict[Statement, Outcome] = {}

    def apply(self, document: SourceDocument) -> SourceDocument:
        """``document`` with its record corrected; the same object where no verdict is about its text."""
        text = document.record.text_sha256 or ""
        verdicts = self.corrections.by_text.get(text[:TEXT_DIGITS], ())
        record = document.record
        for verdict in verdicts:
            if text.startswith(verdict.text):
                record = self._corrected(record, document.text, verdict)
        return document if record is document.record else SourceDocument(document.input, record, document.text)

    def outcomes(self) -> list[Outcome]:
        """What became of each verdict, in the order of the file."""
        missing = "no document has this text"
        return [
            self._outcomes.get(verdict) or of_statement(verdict, None, missing)
            for verdict in self.corrections.statements
        ]

    def _corrected(self, record: Record, text: str, verdict: Statement) -> Record:
        made: DocumentHead | Entries
        found: DocumentHead | Entry | None
        if verdict.kind == DOCUMENT:
            part = DOCUMENT
            made, found, message = _head(record.document, verdict)
        else:
            part = LAYER_OF[verdict.kind]
            made, found, message = _entries(record.layer(part), verdict, text)
        self._note(verdict, found, message)
        changed: dict[str, Any] = {part: made}
        return record if message else replace(record, **changed)

    def _note(self, verdict: Statement, found: DocumentHead | Entry | None, message: str) -> None:
        earlier = self._outcomes.get(verdict)
        if earlier is None or (not earlier.applied and not message):
            self._outcomes[verdict] = of_statement(verdict, found, message)


def _entries(entries: Entries, verdict: Statement, text: str) -> tuple[Entries, Entry | None, str]:
    """A layer after ``verdict``, the entry that was meant, and why nothing was done (empty: it was)."""
    meant = [entry for entry in entries if _is_meant(entry, verdict)]
    if verdict.verdict == "accept" and not meant:
        return _added(entries, verdict, text)
    if not meant:
        return entries, None, _nothing(verdict)
    if verdict.verdict == "accept":
        return entries, meant[0], ""
    left = tuple(rest for entry in entries for rest in (_rest(entry, verdict) if entry in meant else (entry,)))
    if verdict.verdict == "change":
        for entry in meant:
            left = _with(left, entry.told() | dict(verdict.changed), verdict, text, CHANGED)
    return left, meant[0], ""


def _is_meant(entry: Entry, verdict: Statement) -> bool:
    there = any((span.start, span.end) == (verdict.start, verdict.end) for span in entry.spans)
    return there and _has(entry, verdict.stated)


def _rest(entry: Entry, verdict: Statement) -> Entries:
    """What is left of ``entry`` without the passage of ``verdict``: the other mentions, and of a claim nothing."""
    if not isinstance(entry, NameEntry):
        return ()
    left = tuple(m for m in entry.mentions if (m.start, m.end) != (verdict.start, verdict.end))
    return (replace(entry, mentions=left),) if left else ()


def _added(entries: Entries, verdict: Statement, text: str) -> tuple[Entries, None, str]:
    missing = [name for name in REQUIRED[verdict.kind] if verdict.stated.get(name) is None]
    if missing:
        return entries, None, f"{_nothing(verdict)}, and is: does not say its {', '.join(missing)}, so it is not added"
    if verdict.end is None or verdict.end > len(text):
        return entries, None, f"it ends at {verdict.end}, and the text at {len(text)}"
    told = {name: verdict.stated.get(name) for name in FIELDS[verdict.kind]}
    return _with(entries, told, verdict, text, ACCEPTED), None, ""


def _with(entries: Entries, told: dict[str, Any], verdict: Statement, text: str, rule: Rule) -> Entries:
    """``entries`` with one that is ``told``; where a name is there, with one more mention of it."""
    assert verdict.start is not None and verdict.end is not None
    span = TextSpan(verdict.start, verdict.end, text[verdict.start : verdict.end], rule)
    shape = LAYERS[LAYER_OF[verdict.kind]]
    derived = {"new": told["name"] not in initiative_table().by_name} if shape is InitiativeEntry else {}
    added = shape.at(span, told | derived)
    for index, entry in enumerate(entries):
        if isinstance(entry, NameEntry) and entry.told() == told:
            mentions = tuple(sorted([*entry.mentions, span], key=lambda m: (m.start, m.end)))
            return (*entries[:index], replace(entry, mentions=mentions), *entries[index + 1 :])
    return tuple(sorted([*entries, added], key=lambda entry: (entry.spans[0].start, entry.spans[0].end)))


def _head(head: DocumentHead, verdict: Statement) -> tuple[DocumentHead, DocumentHead | None, str]:
    """The document's own fields: a rejected one is empty, an accepted or changed one has the analyst's value."""
    values = dict(verdict.changed) if verdict.verdict == "change" else dict(verdict.stated)
    if verdict.verdict != "accept" and not _has(head, verdict.stated):
        return head, None, f"the document does not say {_shown(verdict.stated)}"
    if verdict.verdict == "reject":
        values = dict.fromkeys(values)
    fresh = {name: value for name, value in values.items() if getattr(head, name) != value}
    evidence = {name: found for name, found in head.evidence.items() if name not in fresh}
    rule = ACCEPTED if verdict.verdict == "accept" else CHANGED
    evidence |= {name: HeadEvidence("text", rule) for name, value in fresh.items() if value is not None}
    return replace(head, **fresh, evidence=evidence), head, ""


def _has(stated: DocumentHead | Entry, fields: Mapping[str, Any]) -> bool:
    return all(getattr(stated, name) == value for name, value in fields.items())


def _nothing(verdict: Statement) -> str:
    stated = f" with {_shown(verdict.stated)}" if verdict.stated else ""
    return f"no {verdict.kind}{stated} is stated there"


def _shown(fields: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in fields.items())
