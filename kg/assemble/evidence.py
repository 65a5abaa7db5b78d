"""The evidence of a relationship: whose statement it is, where it stands, and by which rule it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractors.record import DocumentHead, HeadEvidence, StatementEntry, TextSpan
from extractors.record.record import AdoptionEntry, MeasurementEntry
from kg.keys import ONTOLOGY
from kg.measured.rules import rule_confidence
from kg.sentences import Sentences
from ontology.rules import Rule


@dataclass(frozen=True, slots=True)
class Evidence:
    """Evidence of one statement.

    Attributes:
        source: key of the document, or ``ontology``.
        rule: name of the rule that read it.
        start: first character of the quote in the document's text; None where there is no quote.
        end: first character after it.
        quote: ``text[start:end]``.
        origin: ``metadata`` or ``path`` where the value does not come from the text.
        years: tells statements of the ontology about several spans of years apart.
        confidence: how likely it is right, where that was judged; else its rule's figure holds.
    """

    source: str
    rule: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    origin: str | None = None
    years: tuple[int | None, int | None] = (None, None)
    confidence: float | None = None

    def properties(self) -> dict[str, Any]:
        """As properties of a relationship; what is not known is left out, as is a confidence by a rule of few cases."""
        of_rule = rule_confidence().get(self.rule)
        confidence = of_rule if of_rule is None or self.confidence is None else self.confidence
        values = {
            "source": self.source, "quote": self.quote, "start": self.start, "end": self.end, "rule": self.rule,
            "confidence": confidence, "from": self.origin,
        }  # fmt: skip
        return {name: value for name, value in values.items() if value is not None}


def of_ontology(rule: Rule, from_year: int | None = None, to_year: int | None = None) -> Evidence:
    """A statement that the ontology makes, for a span of years where it has one."""
    return Evidence(ONTOLOGY, rule, years=(from_year, to_year))


def of_statement(source: str, text: str, entry: StatementEntry) -> Evidence:
    """A statement (adoption, event, measurement): its evidence as the record has it, judged where it is no event."""
    judged = entry.confidence if isinstance(entry, AdoptionEntry | MeasurementEntry) else None
    return Evidence(source, entry.rule, entry.start, entry.end, text[entry.start : entry.end], confidence=judged)


def of_mention(source: str, sentences: Sentences, mention: TextSpan) -> Evidence:
    """A mention, shown in its clause."""
    return _in_clause(source, sentences, mention.start, mention.end, mention.rule)


def of_field(source: str, sentences: Sentences, head: DocumentHead, name: str) -> Evidence:
    """A field of the document's head: its clause where it stands in the text, else where it was taken from."""
    found = head.evidence.get(name) or HeadEvidence("text", f"head.{name}")
    if found.start is not None and found.end is not None:
        return _in_clause(source, sentences, found.start, found.end, found.rule)
    return Evidence(source, found.rule, origin=found.source if found.source != "text" else None)


def is_inferred(issuer: str, number: str | None, evidence: Evidence) -> bool | None:
    """True where only the agency code of the number tells the issuer: the quote does not print its name.

    None where the quote does, and where there is no quote: metadata and paths name an issuer outright.
    """
    return True if number and evidence.quote and issuer not in evidence.quote else None


def _in_clause(source: str, sentences: Sentences, start: int, end: int, rule: str) -> Evidence:
    start, end = sentences.around(start, end)
    return Evidence(source, rule, start, end, sentences.text[start:end])
