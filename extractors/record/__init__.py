"""The extraction record, typed: what the extractors say of one document, and the only list of its layers and fields."""

from extractors.record.entries import ClaimEntry, Entry, HeadEvidence, NameEntry, TextSpan
from extractors.record.fields import FieldNames, fields_of
from extractors.record.record import (
    LAYER_OF,
    LAYERS,
    VERSION,
    AdoptionEntry,
    AgencyEntry,
    DocumentHead,
    EventEntry,
    InitiativeEntry,
    MeasurementEntry,
    PolicyEntry,
    Record,
    RecordError,
    RegionEntry,
)

__all__ = [
    "LAYERS", "LAYER_OF", "VERSION", "AdoptionEntry", "AgencyEntry", "ClaimEntry", "DocumentHead", "Entry",
    "EventEntry", "FieldNames", "HeadEvidence", "InitiativeEntry", "MeasurementEntry", "NameEntry", "PolicyEntry",
    "Record", "RecordError", "RegionEntry", "TextSpan", "fields_of",
]  # fmt: skip
