"""What a record states of its document as numbered findings, with the places in the text that bear them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractors.record import LAYERS, Entry, Record, TextSpan
from extractors.record.record import AgencyEntry, InitiativeEntry, PolicyEntry, RegionEntry
from kg.keys import agency_key, initiative_key, numbered_policy_key, titled_policy_key


@dataclass(frozen=True, slots=True)
class Finding:
    """One entry of the record.

    Attributes:
        number: by which the marks name it; findings are numbered in the order of the text.
        noun: what it is: ``adoption``, ``region`` …
        told: its fields that tell something, by name.
        spans: where it stands, each with the rule that read it.
        confidence: how likely it is right (0 to 1); None where no judge was asked.
        key: that of its node in a graph; None for what is a relationship there, or lacks what the key is made of.
    """

    number: int
    noun: str
    told: dict[str, Any]
    spans: tuple[TextSpan, ...]
    confidence: float | None
    key: str | None

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that read it, each once, in the order of the text."""
        return tuple(dict.fromkeys(span.rule for span in self.spans))


def findings(record: Record) -> list[Finding]:
    """All entries of ``record``, numbered from 1 in the order in which their first places stand in the text."""
    entries = sorted(_placed(record), key=lambda entry: (entry.spans[0].start, -entry.spans[0].end))
    return [
        Finding(
            number=number,
            noun=entry.noun,
            told={name: value for name, value in entry.told().items() if value is not None},
            spans=entry.spans,
            confidence=getattr(entry, "confidence", None),
            key=_key(entry),
        )
        for number, entry in enumerate(entries, 1)
    ]


def _placed(record: Record) -> Iterator[Entry]:
    for layer in LAYERS:
        yield from (entry for entry in getattr(record, layer) if entry.spans)


def _key(entry: Entry) -> str | None:
    match entry:
        case RegionEntry():
            return f"region/{entry.code}/{entry.name}"
        case AgencyEntry(region=str(region)):
            return agency_key(region, entry.name)
        case InitiativeEntry():
            return initiative_key(entry.name)
        case PolicyEntry(number=str(number)):
            return numbered_policy_key(number)
        case PolicyEntry(title=str(title)):
            return titled_policy_key(title, entry.issuer)
    return None
