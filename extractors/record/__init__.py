"""The extraction record, typed: what the extractors say of one document, and the only list of its layers and fields.

The entry of a layer is imported from ``extractors.record.record``; what holds for all layers stands here.
"""

from extractors.record.entries import Entry, HeadEvidence, NameEntry, StatementEntry, TextSpan
from extractors.record.fields import FieldNames, fields_of
from extractors.record.record import LAYER_OF, LAYERS, VERSION, DocumentHead, Record, RecordError

__all__ = [
    "LAYERS",
    "LAYER_OF",
    "VERSION",
    "DocumentHead",
    "Entry",
    "FieldNames",
    "HeadEvidence",
    "NameEntry",
    "Record",
    "RecordError",
    "StatementEntry",
    "TextSpan",
    "fields_of",
]  # fmt: skip
