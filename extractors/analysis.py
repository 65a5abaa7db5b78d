"""What the pipeline knows of one document: its layers, each written once by one step (``components.STEPS``).

In spaCy a layer is ``doc._.<layer>``; mentions also stand in ``doc.spans[layer]`` with the canonical id in ``kb_id_``.
Offsets are indices into ``text``, and a token is a character.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from extractors.claim import Claim
from extractors.judges.judge import Judge, shipped_judges
from extractors.source import SourceText
from extractors.text.edges import Line, bottom_lines, top_lines
from extractors.text.folding import Folded, fold_with_offsets
from extractors.text.place_names import PlaceHit, find_places, find_short_counties
from extractors.text.stages import Timeline
from extractors.text.structure import Structure, analyse_structure
from extractors.text.tables import Cell, tables_of
from ontology.regions import Region
from ontology.rules import Rule


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text: ``text[start:end]`` is the surface; ``rule`` is what found it."""

    start: int
    end: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or year in the text; ``iso`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ``to_iso`` ends a range."""

    start: int
    end: int
    iso: str
    rule: Rule
    to_iso: str | None = None

    @property
    def year(self) -> int:
        """The (first) year it names."""
        return int(self.iso[:4])


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


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A region named or clearly meant."""

    mention: Mention
    region: Region


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """A public body by its full name (市司法局 of 峨眉山市 is 峨眉山市司法局), with its region's code and its kind."""

    mention: Mention
    name: str
    region: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Policy:
    """A document cited, with all its mentions; ``relation`` is the strongest of cites < implements < the rest."""

    number: str | None
    title: str | None
    issuer: str | None
    year: int | None
    relation: str
    mentions: Sequence[Mention] = ()


@dataclass(frozen=True, slots=True)
class InitiativeMention:
    """An initiative by its canonical name; ``new`` when it is not in the ontology."""

    mention: Mention
    name: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class Adoption:
    """A sentence that states that a region plans, pilots, carries out or has completed an initiative.

    ``confidence`` is how likely it is right (0 to 1), ``features`` what speaks for or against it, ``laid_down`` true of
    what a policy orders for its region: nobody says it done. ``region`` is None where nothing tells whose deed it is.
    """

    region: str | None
    initiative: str
    status: str
    year: int | None
    start: int
    end: int
    rule: Rule
    date: str | None = None
    agency: str | None = None
    policy: str | None = None
    laid_down: bool | None = None
    confidence: float | None = None
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening: a body set up or abolished, a pilot approved or started, a launch, a deciding meeting.

    ``scope`` is the level of who gave a distinction (``country``, ``province`` …), which may be told without an agency.
    """

    kind: str
    subject: str
    region: str | None
    date: str
    start: int
    end: int
    rule: Rule
    decided_by: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """A figure that measures a reform's work; 万 and 亿 are multiplied out of ``value`` and left out of ``unit``.

    ``target`` is true of what is still to be reached, ``change`` of what says by how much something grew or fell.
    ``confidence`` is how likely it is one (0 to 1), ``features`` what speaks for or against it; neither in tables.
    """

    indicator: str
    value: int | float
    unit: str | None
    region: str | None
    year: int | None
    start: int
    end: int
    rule: Rule
    initiative: str | None = None
    target: bool | None = None
    change: bool | None = None
    confidence: float | None = None
    features: tuple[str, ...] | None = None


@dataclass
class Analysis:
    """All layers of one document, in the order in which the steps of the pipeline write them.

    Attributes:
        judges: by task, what judges the cases that the rules find; given with the text, not written by a step.
        absolute_dates: the dates that the text prints with their year.
        own_head: what the document's lines, its page and its path say of it: all but issuer and recipient.
        own_context: the context that follows from ``own_head``.
        dates: absolute and relative dates.
        regions: the regions named or clearly meant.
        named_agencies: the bodies that stand with a region, a level word or a nation-wide name.
        head: ``own_head`` with issuer and recipient, and with the region that only the issuer tells.
        context: the context that follows from ``head``.
        agencies: all bodies, each under the name that the whole document gives it, with those that only context tells.
        policies: the documents cited.
        initiatives: the reforms that it speaks of.
        measurements: the figures that measure a reform's work.
        events: the dated happenings.
        adoptions: the sentences that state who plans, pilots, carries out or has completed an initiative.
        claims: the sentences in which a region says from whom it learned one, or that it was the first with it.
    """

    source: SourceText
    file: str
    judges: Mapping[str, Judge] = field(default_factory=shipped_judges)
    absolute_dates: Sequence[DateMention] = ()
    own_head: Head = field(default_factory=Head)
    own_context: Context = field(default_factory=Context)
    dates: Sequence[DateMention] = ()
    regions: Sequence[RegionMention] = ()
    named_agencies: Sequence[AgencyMention] = ()
    head: Head = field(default_factory=Head)
    context: Context = field(default_factory=Context)
    agencies: Sequence[AgencyMention] = ()
    policies: Sequence[Policy] = ()
    initiatives: Sequence[InitiativeMention] = ()
    measurements: Sequence[Measurement] = ()
    events: Sequence[Event] = ()
    adoptions: Sequence[Adoption] = ()
    claims: Sequence[Claim] = ()

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return self.source.text

    @cached_property
    def structure(self) -> Structure:
        """Lines, sentences, clauses and sections."""
        return analyse_structure(self.text, self.source.furniture)

    @cached_property
    def folded(self) -> Folded:
        """The text folded for matching."""
        return fold_with_offsets(self.text)

    @cached_property
    def timeline(self) -> Timeline:
        """Of what time each place speaks; not to be asked for before ``context`` is written."""
        return Timeline(self.text, self.folded, self.structure, self.context.year)

    @cached_property
    def places(self) -> list[PlaceHit]:
        """Words of the place dictionary in the folded text, before it is decided what they mean."""
        return find_places(self.folded.text)

    @cached_property
    def short_counties(self) -> list[PlaceHit]:
        """Short names of counties in the folded text, most of which are ordinary words."""
        return find_short_counties(self.folded.text)

    @cached_property
    def tables(self) -> list[list[list[Cell]]]:
        """The tables, row by row."""
        return list(tables_of(self.text, self.structure))

    @cached_property
    def top_lines(self) -> list[Line]:
        """The lines before the body, where the document names itself."""
        return top_lines(self.text, self.structure)

    @cached_property
    def bottom_lines(self) -> list[Line]:
        """The last lines, where the document is signed."""
        return bottom_lines(self.text, self.structure)
