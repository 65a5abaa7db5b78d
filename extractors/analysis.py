"""What the pipeline knows of one document: its layers, each written once by one step (``components.STEPS``).

In spaCy a layer is ``doc._.<layer>``; mentions also stand in ``doc.spans[layer]`` with the canonical id in ``kb_id_``.
Offsets are indices into ``text``, and a token is a character.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extractors.document import Context, Head
from extractors.found import (
    Adoption,
    AgencyMention,
    Claim,
    DateMention,
    Event,
    InitiativeMention,
    Measurement,
    Policy,
    RegionMention,
)
from extractors.judges.judge import Judge, shipped_judges
from extractors.source import SourceText
from extractors.text.edges import Line, bottom_lines, top_lines
from extractors.text.folding import Folded, fold_with_offsets
from extractors.text.place_names import PlaceHit, find_places, find_short_counties, places_of_year
from extractors.text.stages import Timeline
from extractors.text.structure import Structure, analyse_structure
from extractors.text.tables import Cell, tables_of


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
    def places_then(self) -> list[PlaceHit]:
        """``places`` as of the document's year; not to be asked for before ``own_head`` is written."""
        return places_of_year(self.places, self.own_head.year)

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
