"""What the steps find in a text: mentions of dates, regions, bodies, documents and reforms, and statements of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    ``area`` is the functional area in ``region`` whose deed it is, where the sentence names one.
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
    area: str | None = None
    confidence: float | None = None
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence in which a region says that it learned from another, that it was the first, or that it is spread.

    ``kind`` is ``learned``, ``first`` or ``promoted``; ``other`` the code of the region learned from; ``scope`` the
    level of the region within which it was the first, or in which it is spread. ``planned`` is true of what it is still
    to learn.
    """

    kind: str
    region: str
    other: str | None
    initiative: str | None
    scope: str | None
    planned: bool | None
    year: int | None
    date: str | None
    start: int
    end: int
    rule: Rule


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
    ``area`` is the functional area in ``region`` that it is of, where the sentence names one.
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
    area: str | None = None
