"""What a document is: the fields of its head, with where each was read, and what words of place and time mean in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ontology.regions import Region
from ontology.rules import Rule


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """Where a field of the document comes from: ``text``, ``metadata`` or ``path``; a span only for ``text``."""

    source: str
    rule: Rule
    start: int | None = None
    end: int | None = None


Fact = tuple[str | int, FieldEvidence | None]  # a field's value and where it is from; no place for the kind "other"


@dataclass(frozen=True, slots=True)
class Head:
    """The document itself; every value may be None. Evidence is by field name.

    ``area`` is the area in ``region`` whose document it is, ``passed`` the day on which a regulation was first passed.
    """

    title: str | None = None
    number: str | None = None
    issuer: str | None = None
    region: str | None = None
    area: str | None = None
    recipient: str | None = None
    year: int | None = None
    date: str | None = None
    passed: str | None = None
    kind: str | None = None
    url: str | None = None
    evidence: Mapping[str, FieldEvidence] = field(default_factory=dict)

    def with_fields(self, **found: Fact | None) -> Head:
        """This head with the fields that were found; one for which nothing was found stays as it is."""
        values: dict[str, Any] = {name: fact[0] for name, fact in found.items() if fact}
        evidence = {name: fact[1] for name, fact in found.items() if fact and fact[1]}
        return replace(self, evidence={**self.evidence, **evidence}, **values)


@dataclass(frozen=True, slots=True)
class Context:
    """What context words are resolved by: the document's own region, its chain by level, its years and its agency.

    Attributes:
        region: the document's own region (100000 for a national document), None when unknown.
        year: the year it reports on.
        levels: ``province``, ``prefecture``, ``county`` → the region of that level in the document's own chain.
        this_year: the year in which it speaks (今年).
        agency: full name of the agency that speaks (我局), None when unknown.
    """

    region: Region | None = None
    year: int | None = None
    levels: Mapping[str, Region] = field(default_factory=dict)
    this_year: int | None = None
    agency: str | None = None
