"""The first look at all documents: which are the same text, and which policies they name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extractors.record import Record
from extractors.record.record import PolicyEntry
from kg.assemble.copies import Face, Sketches, face
from kg.assemble.row_numbers import is_anothers, is_row
from kg.assemble.years import settle_years
from kg.corrections.corrections import TEXT_DIGITS
from kg.disk.parts import SourceDocument
from kg.resolve.policies import PolicyReference
from ontology.initiatives import Launch
from ontology.schema import schema


@dataclass(slots=True)
class Survey:
    """What has to be known of all documents before any of them is taken into the graph.

    Attributes:
        paths: by text_sha256, the files with that text, sorted.
        copies: those of ``paths`` whose text is not that one, but says the same.
        chosen: by text_sha256, the file whose record stands for them: one with a region, then the first by name.
        regions: by text_sha256, the regions that the records of these files give their document.
        faces: by text_sha256, what tells of the chosen record whether another is its copy.
    """

    paths: dict[str, list[str]] = field(default_factory=dict)
    copies: dict[str, list[str]] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    regions: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    faces: dict[str, Face] = field(default_factory=dict)
    _references: dict[str, list[PolicyReference]] = field(default_factory=dict)

    @property
    def references(self) -> list[PolicyReference]:
        """All references to policies of the chosen records."""
        return [reference for text in sorted(self.chosen) for reference in self._references[text]]

    def join(self, copied: Mapping[str, str]) -> None:
        """Let others stand for their copies: ``copied`` gives by text the one that it is a copy of."""
        for text, kept in sorted(copied.items()):
            del self.chosen[text]
            self.copies[kept] = sorted([*self.copies.get(kept, ()), *self.paths[text]])
            self.paths[kept] = sorted([*self.paths[kept], *self.paths.pop(text)])
            for region, files in self.regions.pop(text, {}).items():
                self.regions.setdefault(kept, {}).setdefault(region, []).extend(files)

    def stands(self, document: SourceDocument) -> bool:
        """Whether the record of ``document`` stands for all files of its text."""
        return self.chosen.get(document.record.text_sha256 or "") == document.record.file


def survey(
    documents: Iterable[SourceDocument], sketches: Sketches | None = None, corrected: Collection[str] = ()
) -> Survey:
    """Look at ``documents``; those that could not be read are passed over.

    Args:
        documents: all of them.
        sketches: look at their texts as well.
        corrected: the first digits of the hashes of texts that an analyst corrected.
    """
    found = Survey()
    ranks: dict[str, tuple[bool, str]] = {}
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
            found._references[text] = list(references_of(record))
            if sketches:
                found.faces[text] = face(record, text[:TEXT_DIGITS] in corrected)
                sketches.look(document)
    for text in sorted(ranks):
        found.paths[text].sort()
        found.chosen[text] = ranks[text][1]
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
