"""The first look at all documents: which are the same text, and which policies they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractors.record import Record
from extractors.record.record import PolicyEntry
from kg.assemble.row_numbers import is_anothers, is_row
from kg.assemble.years import settle_years
from kg.disk.parts import SourceDocument
from kg.resolve.policies import PolicyReference
from ontology.initiatives import Launch
from ontology.schema import schema


@dataclass(slots=True)
class Survey:
    """What has to be known of all documents before any of them is taken into the graph.

    Attributes:
        paths: by text_sha256, the files with that text, sorted.
        chosen: by text_sha256, the file whose record stands for them: one with a region, then the first by name.
        regions: by text_sha256, the regions that the records of equal texts give their document.
        references: all references to policies of the chosen records.
    """

    paths: dict[str, list[str]] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    regions: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    references: list[PolicyReference] = field(default_factory=list)

    def stands(self, document: SourceDocument) -> bool:
        """Whether the record of ``document`` stands for all files of its text."""
        return self.chosen.get(document.record.text_sha256 or "") == document.record.file


def survey(documents: Iterable[SourceDocument]) -> Survey:
    """Look at ``documents``; those that could not be read are passed over."""
    found = Survey()
    ranks: dict[str, tuple[bool, str]] = {}
    references: dict[str, list[PolicyReference]] = {}
    for document in documents:
        text = document.record.text_sha256
        if text is None:
            continue
        record = settle_years(document.record).record
        file, region = record.file, record.document.region
        found.paths.setdefault(text, []).append(file)
        if region:
            found.regions.setdefault(text, {}).setdefault(region, []).append(file)
        rank = (region is None, file)
        if text not in ranks or rank < ranks[text]:
            ranks[text] = rank
            references[text] = list(references_of(record))
    for text in sorted(ranks):
        found.paths[text].sort()
        found.chosen[text] = ranks[text][1]
        found.references += references[text]
    return found


def references_of(record: Record) -> Iterator[PolicyReference]:
    """Every way in which ``record`` names a policy: its own head, its citations, those its adoptions name."""
    own = own_reference(record)
    if own:
        yield own
    for entry in record.policies:
        yield cited_reference(record, entry)
    for adoption in record.adoptions:
        if adoption.policy:
            yield named_reference(record, adoption.policy)


def is_policy_text(record: Record) -> bool:
    """Whether the document is itself a notice, opinion, plan, measures, decision or law, with a number or a title.

    The row of a catalogue is a policy's whatever its kind (批复, 复函, 命令): other titles are not taken from there.
    """
    head = record.document
    is_policy = head.kind in schema().policy_kinds or is_row(record)
    return is_policy and bool(head.number or head.title)


def own_reference(record: Record) -> PolicyReference | None:
    """The policy whose text the document is, or None."""
    head = record.document
    if not is_policy_text(record):
        return None
    number = None if is_anothers(record) else head.number
    return PolicyReference(number, head.title, head.issuer, head.year, _scope(record))


def cited_reference(record: Record, entry: PolicyEntry) -> PolicyReference:
    """The policy of an entry of ``policies``."""
    return PolicyReference(entry.number, entry.title, entry.issuer, entry.year, _scope(record))


def named_reference(record: Record, name: str) -> PolicyReference:
    """The policy that an adoption or event names by number or title: the entry of that name where there is one."""
    for entry in record.policies:
        if name in (entry.number, entry.title):
            return cited_reference(record, entry)
    own = own_reference(record)
    if own and name in (own.number, own.title):
        return own
    numbered = name.endswith("号") and "《" not in name
    number, title = (name, None) if numbered else (None, name)
    return PolicyReference(number, title, None, None, _scope(record))


def _scope(record: Record) -> str:
    """Within what a number without its place, or a title such as 实施方案, means one document."""
    return record.document.region or (record.text_sha256 or "")[:16]


def launch_reference(launched: Launch) -> PolicyReference:
    """The document that set an initiative going."""
    return PolicyReference(launched.number, launched.title, None, None, None)
