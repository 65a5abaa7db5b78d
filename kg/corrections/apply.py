"""Verdicts on statements, applied to the record that the extractors gave; nothing is read from the text again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kg.corrections.corrections import CLAIMS, DOCUMENT, LAYERS, TEXT_DIGITS, Corrections, Statement
from kg.corrections.fields import FIELDS, REQUIRED
from kg.corrections.outcome import Outcome, of_statement
from kg.disk.parts import SourceDocument
from ontology.initiatives import initiative_table
from ontology.rules import Rule

ACCEPTED = Rule.CORRECTION_ACCEPT
"""The rule of a statement that only the analyst makes."""
CHANGED = Rule.CORRECTION_CHANGE
"""The rule of a statement that the analyst changed."""

Entry = dict[str, Any]


class Corrector:
    """Applies the verdicts of ``corrections`` to documents, and notes what became of each."""

    def __init__(self, corrections: Corrections) -> None:
        """Nothing is applied yet."""
        self.corrections = corrections
        self._outcomes: dict[Statement, Outcome] = {}

    def apply(self, document: SourceDocument) -> SourceDocument:
        """``document`` with its record corrected; the same object where no verdict is about its text."""
        text = document.record["text_sha256"]
        verdicts = self.corrections.by_text.get(text[:TEXT_DIGITS], ()) if text else ()
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

    def _corrected(self, record: Entry, text: str, verdict: Statement) -> Entry:
        if verdict.kind == DOCUMENT:
            layer, entries = DOCUMENT, record[DOCUMENT]
            made, found, message = _head(entries, verdict)
        else:
            layer = LAYERS[verdict.kind]
            correct = _claims if verdict.kind in CLAIMS else _mentions
            made, found, message = correct(record[layer], verdict, text)
        self._note(verdict, found, message)
        return record if message else record | {layer: made}

    def _note(self, verdict: Statement, found: Entry | None, message: str) -> None:
        earlier = self._outcomes.get(verdict)
        if earlier is None or (not earlier.applied and not message):
            self._outcomes[verdict] = of_statement(verdict, found, message)


Corrected = tuple[Any, Entry | None, str]
"""What takes the place of a list, the statement that was meant, and why nothing was done (empty: it was)."""


def _claims(entries: list[Entry], verdict: Statement, text: str) -> Corrected:
    meant = [e for e in entries if (e["start"], e["end"]) == (verdict.start, verdict.end) and _has(e, verdict.stated)]
    if verdict.verdict == "accept":
        return (entries, meant[0], "") if meant else _added(entries, verdict, text, _claim)
    if not meant:
        return entries, None, _nothing(verdict)
    if verdict.verdict == "reject":
        return [e for e in entries if e not in meant], meant[0], ""
    changed = [{**e, **verdict.changed, "rule": CHANGED} if e in meant else e for e in entries]
    return changed, meant[0], ""


def _claim(entries: list[Entry], verdict: Statement, text: str) -> list[Entry]:
    assert verdict.start is not None and verdict.end is not None
    place = {"evidence": text[verdict.start : verdict.end], "start": verdict.start, "end": verdict.end}
    added = {name: verdict.stated.get(name) for name in FIELDS[verdict.kind]} | place | {"rule": ACCEPTED}
    return sorted([*entries, added], key=lambda e: (e["start"], e["end"]))


def _mentions(entries: list[Entry], verdict: Statement, text: str) -> Corrected:
    meant = [e for e in entries if _mention(e, verdict) and _has(e, verdict.stated)]
    if verdict.verdict == "accept":
        return (entries, meant[0], "") if meant else _added(entries, verdict, text, _named)
    if not meant:
        return entries, None, _nothing(verdict)
    left = [_without(e, verdict) if e in meant else e for e in entries]
    left = [e for e in left if e["mentions"]]
    if verdict.verdict == "change":
        for entry in meant:
            fields = {name: entry.get(name) for name in FIELDS[verdict.kind]} | dict(verdict.changed)
            left = _with_mention(left, verdict, fields, text, CHANGED)
    return left, meant[0], ""


def _named(entries: list[Entry], verdict: Statement, text: str) -> list[Entry]:
    fields = {name: verdict.stated.get(name) for name in FIELDS[verdict.kind]}
    return _with_mention(entries, verdict, fields, text, ACCEPTED)


def _with_mention(entries: list[Entry], verdict: Statement, fields: Entry, text: str, rule: str) -> list[Entry]:
    assert verdict.start is not None and verdict.end is not None
    place = {"start": verdict.start, "end": verdict.end, "surface": text[verdict.start : verdict.end], "rule": rule}
    if verdict.kind == "initiative":
        fields = fields | {"new": fields["name"] not in initiative_table().by_name}
    for index, entry in enumerate(entries):
        if _has(entry, fields):
            mentions = sorted([*entry["mentions"], place], key=lambda m: (m["start"], m["end"]))
            return [*entries[:index], entry | {"mentions": mentions}, *entries[index + 1 :]]
    return sorted([*entries, fields | {"mentions": [place]}], key=lambda e: int(e["mentions"][0]["start"]))


def _mention(entry: Entry, verdict: Statement) -> bool:
    return any((m["start"], m["end"]) == (verdict.start, verdict.end) for m in entry["mentions"])


def _without(entry: Entry, verdict: Statement) -> Entry:
    place = (verdict.start, verdict.end)
    return entry | {"mentions": [m for m in entry["mentions"] if (m["start"], m["end"]) != place]}


def _head(head: Entry, verdict: Statement) -> Corrected:
    """The document's own fields: a rejected one is empty, an accepted or changed one has the analyst's value."""
    values = dict(verdict.changed) if verdict.verdict == "change" else dict(verdict.stated)
    if verdict.verdict != "accept" and not _has(head, verdict.stated):
        return head, None, f"the document does not say {_shown(verdict.stated)}"
    if verdict.verdict == "reject":
        values = dict.fromkeys(values)
    fresh = {name: value for name, value in values.items() if head[name] != value}
    evidence = {name: found for name, found in head["evidence"].items() if name not in fresh}
    rule = ACCEPTED if verdict.verdict == "accept" else CHANGED
    evidence |= {name: {"from": "text", "rule": rule} for name, value in fresh.items() if value is not None}
    return head | fresh | {"evidence": evidence}, head, ""


def _added(
    entries: list[Entry], verdict: Statement, text: str, add: Callable[[list[Entry], Statement, str], list[Entry]]
) -> Corrected:
    missing = [name for name in REQUIRED[verdict.kind] if verdict.stated.get(name) is None]
    if missing:
        return entries, None, f"{_nothing(verdict)}, and is: does not say its {', '.join(missing)}, so it is not added"
    if verdict.end is None or verdict.end > len(text):
        return entries, None, f"it ends at {verdict.end}, and the text at {len(text)}"
    return add(entries, verdict, text), None, ""


def _has(entry: Mapping[str, Any], fields: Mapping[str, Any]) -> bool:
    return all(entry.get(name) == value for name, value in fields.items())


def _nothing(verdict: Statement) -> str:
    stated = f" with {_shown(verdict.stated)}" if verdict.stated else ""
    return f"no {verdict.kind}{stated} is stated there"


def _shown(fields: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in fields.items())
