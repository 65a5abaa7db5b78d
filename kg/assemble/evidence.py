"""The evidence of a relationship: whose statement it is, where it stands, and by which rule it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.keys import ONTOLOGY
from kg.measured.rules import rule_confidence
from kg.sentences import sentence_around
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
    """

    source: str
    rule: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    origin: str | None = None
    years: tuple[int | None, int | None] = (None, None)

    def properties(self) -> dict[str, Any]:
        """As properties of a relationship; what is not known is left out."""
        values = {
            "source": self.source, "quote": self.quote, "start": self.start, "end": self.end, "rule": self.rule,
            "confidence": rule_confidence().get(self.rule), "from": self.origin,
        }  # fmt: skip
        return {name: value for name, value in values.items() if value is not None}


def of_ontology(rule: Rule, from_year: int | None = None, to_year: int | None = None) -> Evidence:
    """A statement that the ontology makes, for a span of years where it has one."""
    return Evidence(ONTOLOGY, rule, years=(from_year, to_year))


def of_statement(source: str, text: str, entry: Mapping[str, Any]) -> Evidence:
    """A statement (adoption, event, measurement): its evidence as the record has it."""
    start, end = entry["start"], entry["end"]
    return Evidence(source, entry["rule"], start, end, text[start:end])


def of_mention(source: str, text: str, mention: Mapping[str, Any]) -> Evidence:
    """A mention, shown in its sentence."""
    start, end = sentence_around(text, mention["start"], mention["end"])
    return Evidence(source, mention["rule"], start, end, text[start:end])


def of_field(source: str, text: str, document: Mapping[str, Any], name: str) -> Evidence:
    """A field of the document's head: its sentence where it stands in the text, else where it was taken from."""
    found = document["evidence"].get(name) or {"from": "text", "rule": f"head.{name}"}
    if found.get("start") is not None:
        return of_mention(source, text, found)
    origin = found["from"] if found["from"] != "text" else None
    return Evidence(source, found["rule"], origin=origin)
