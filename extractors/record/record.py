"""The shape of the extraction record. No field of a layer has a default: what nothing writes cannot be read.

A new layer is a dataclass here and a line in ``Record``; everything that goes through all layers asks ``LAYERS``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self, get_args, get_type_hints

from extractors.record.entries import Entry, HeadEvidence, NameEntry, StatementEntry
from extractors.record.faults import fault_in
from extractors.record.fields import DERIVED, PLACE, TIME, fields_of
from ontology.errors import ReformkgError

VERSION = 6
"""Of the record's shape; it grows with every change of a field or of what a field means."""


class RecordError(ReformkgError):
    """JSON that is no record of this version; the message names the field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """The document itself; None where nothing is known. ``evidence`` is by field, ``url`` the page's address.

    ``area`` is the functional area in ``region``, without a code of its own, whose document it is (大鹏新区).
    ``passed`` is the day on which a regulation was first passed; ``date`` is that of its last amendment or approval.
    """

    title: str | None
    number: str | None
    issuer: str | None
    region: str | None
    area: str | None
    recipient: str | None
    year: int | None = field(metadata=TIME)
    date: str | None = field(metadata=TIME)
    passed: str | None = field(metadata=TIME)
    kind: str | None
    url: str | None
    evidence: Mapping[str, HeadEvidence] = field(metadata=PLACE)

    @classmethod
    def empty(cls) -> Self:
        """That of a document of which nothing is known."""
        return cls(**dict.fromkeys(fields_of(cls).told), evidence={})

    def told(self) -> dict[str, Any]:
        """The fields that an analyst may correct, by name."""
        return {name: getattr(self, name) for name in fields_of(type(self)).told}

    def to_json(self) -> dict[str, Any]:
        """As JSON gives it."""
        return self.told() | {"evidence": {name: found.to_json() for name, found in self.evidence.items()}}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Read ``raw``."""
        evidence = {name: HeadEvidence.from_json(found) for name, found in raw["evidence"].items()}
        return cls(**{**raw, "evidence": evidence})


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionEntry(NameEntry):
    """A region by its code, under the name that it bore."""

    noun = "region"
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyEntry(NameEntry):
    """A public body by its full name; ``region`` is a code."""

    noun = "agency"
    name: str
    region: str | None
    kind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyEntry(NameEntry):
    """A document that is cited; ``relation`` is ``cites``, ``implements``, ``forwards``, ``amends`` or ``repeals``."""

    noun = "policy"
    number: str | None
    title: str | None
    issuer: str | None
    year: int | None = field(metadata=TIME)
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeEntry(NameEntry):
    """An initiative by its canonical name; ``new`` where the ontology does not list it."""

    noun = "initiative"
    name: str
    new: bool = field(metadata=DERIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionEntry(StatementEntry):
    """A region (a code) plans, pilots, carries out or has completed an initiative; ``policy`` is a number or title.

    ``laid_down`` is true of what a policy orders for its region, which is not told as done.
    ``region`` is None where the deed is the document's own, and nothing tells whose that is; ``area`` is the functional
    area in it whose deed the sentence says it is.
    ``confidence`` (0 to 1) is how likely it is right by the judge of adoptions, ``features`` what that heard for and
    against it; both are None of what an analyst stated.
    """

    noun = "adoption"
    region: str | None
    area: str | None
    initiative: str
    status: str
    year: int | None = field(metadata=TIME)
    date: str | None = field(metadata=TIME)
    agency: str | None
    policy: str | None
    laid_down: bool | None
    confidence: float | None = field(metadata=DERIVED)
    features: tuple[str, ...] | None = field(metadata=DERIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry(StatementEntry):
    """What a region says of a reform's way: ``kind`` is ``learned``, ``first`` or ``promoted``.

    ``other`` is the region (a code) that it learned from, ``initiative`` the reform, or None where only an experience
    (千万工程) is named. ``scope`` is the level (``country``, ``province``, ``prefecture``, ``county``) of the region
    within which it was the first, or in which its practice is spread; None where none is told. ``planned`` is true of
    what it is still to learn.
    """

    noun = "claim"
    kind: str
    region: str
    other: str | None
    initiative: str | None
    scope: str | None
    planned: bool | None
    year: int | None = field(metadata=TIME)
    date: str | None = field(metadata=TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry(StatementEntry):
    """A dated happening to ``subject``, the name of an agency, an initiative or a policy, or words of the text.

    ``scope`` is the level of who approved, named or promoted: 国家级 tells it without an agency for ``decided_by``.
    """

    noun = "event"
    kind: str
    subject: str
    region: str | None
    date: str | None = field(metadata=TIME)
    decided_by: str | None
    scope: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurementEntry(StatementEntry):
    """A figure that measures a reform's work; 万 and 亿 are multiplied out of ``value``.

    ``target`` is true of a figure that is still to be reached, ``change`` of one by which something grew or fell
    (同比增长12%); else they are None. ``area`` is the functional area in ``region`` that the sentence says it is of.
    ``confidence`` (0 to 1) is how likely it is of a reform by the judge of figures,
    ``features`` what that heard for and against it; both are None of a table's cell and of what an analyst stated.
    """

    noun = "measurement"
    indicator: str
    value: int | float
    unit: str | None
    region: str | None
    area: str | None
    year: int | None = field(metadata=TIME)
    target: bool | None
    change: bool | None
    initiative: str | None
    confidence: float | None = field(metadata=DERIVED)
    features: tuple[str, ...] | None = field(metadata=DERIVED)


@dataclass(frozen=True, slots=True)
class Record:
    """What the extractors say of one document; its fields stand in the order in which JSON gives them.

    Attributes:
        file: path relative to the argument it was found under, with ``/``; a row of a catalogue is ``policies.csv#17``.
        sha256: of the file's bytes; of a row, of its text.
        text_sha256: of the text that all spans count in; None where it could not be read.
        extractor: version of the extractors.
        error: why it could not be read; then everything below is empty.
        unread: what of it could not be read, a sentence each (``pages 2-6 hold no text``); empty where all was.
        document: the document itself: ``title``, ``number``, ``issuer``, ``region`` …, and the ``evidence`` of each.
        regions: the regions that it names, sorted by first position like all that follow.
        agencies: the public bodies that it names.
        policies: the documents that it cites, each with the ``relation`` to it.
        initiatives: the reforms that it names.
        adoptions: which region took up which initiative, by whom and when, a sentence each.
        claims: which region says from whom it learned, that it was the first, that it is spread, a sentence each.
        events: dated happenings, a sentence each.
        measurements: figures with unit, region and year, a sentence each.
    """

    file: str
    sha256: str
    text_sha256: str | None
    extractor: str
    error: str | None
    unread: tuple[str, ...]
    document: DocumentHead
    regions: tuple[RegionEntry, ...]
    agencies: tuple[AgencyEntry, ...]
    policies: tuple[PolicyEntry, ...]
    initiatives: tuple[InitiativeEntry, ...]
    adoptions: tuple[AdoptionEntry, ...]
    claims: tuple[ClaimEntry, ...]
    events: tuple[EventEntry, ...]
    measurements: tuple[MeasurementEntry, ...]

    @classmethod
    def refused(cls, file: str, sha256: str, extractor: str, error: str) -> Self:
        """The record of a document that could not be read."""
        layers: dict[str, Any] = dict.fromkeys(LAYERS, ())
        return cls(file, sha256, None, extractor, error, (), DocumentHead.empty(), **layers)

    def layer(self, name: str) -> tuple[Entry, ...]:
        """The entries of the layer called ``name``, a key of ``LAYERS``."""
        entries: tuple[Entry, ...] = getattr(self, name)
        return entries

    def entries(self) -> Iterator[Entry]:
        """The entries of all layers."""
        for name in LAYERS:
            yield from self.layer(name)

    def to_json(self) -> dict[str, Any]:
        """The JSON object: ``version``, then the fields."""
        told = {name: getattr(self, name) for name in fields_of(type(self)).json}
        layers = {name: [entry.to_json() for entry in self.layer(name)] for name in LAYERS}
        return {"version": VERSION, **told, "document": self.document.to_json(), **layers}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """The record of a JSON object. Its values are believed to be of their types, as the extractors write them.

        Raises:
            RecordError: for one of another version or with other fields.
        """
        if raw.get("version") != VERSION:
            raise RecordError(f"it is a record of version {raw.get('version')}, and this program reads {VERSION}")
        try:
            layers = {name: tuple([entry.from_json(each) for each in raw[name]]) for name, entry in LAYERS.items()}
            told = {name: value for name, value in raw.items() if name != "version"}
            document, unread = DocumentHead.from_json(raw["document"]), tuple(raw["unread"])
            return cls(**{**told, "document": document, "unread": unread, **layers})
        except (TypeError, KeyError, AttributeError) as error:
            raise RecordError(f"it is no record: {fault_in(raw, cls) or error}") from error


def _entries_of(hint: Any) -> list[type[Entry]]:
    return [each for each in get_args(hint) if isinstance(each, type) and issubclass(each, Entry)]


LAYERS: Mapping[str, type[Entry]] = {
    name: entry for name, hint in get_type_hints(Record).items() for entry in _entries_of(hint)
}
"""The layers by name, in the record's order, each with the shape of its entries."""
LAYER_OF: Mapping[str, str] = {entry.noun: name for name, entry in LAYERS.items()}
"""The layer of a kind of statement: ``adoptions`` of ``adoption``."""
