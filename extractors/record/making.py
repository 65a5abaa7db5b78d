"""The record of a document from its analysis; every list is sorted by first position, then by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from extractors.analysis import Analysis
from extractors.document import Head
from extractors.found import Mention
from extractors.record.entries import HeadEvidence, NameEntry, StatementEntry, TextSpan
from extractors.record.fields import fields_of
from extractors.record.record import (
    LAYERS,
    AgencyEntry,
    DocumentHead,
    InitiativeEntry,
    PolicyEntry,
    Record,
    RegionEntry,
)

Named = TypeVar("Named", bound=NameEntry)


def record_of(analysis: Analysis, sha256: str, text_sha256: str, extractor: str) -> Record:
    """The record of ``analysis``, whose layers are called as those of the record."""
    claims: dict[str, Any] = {
        name: _claims(entry, getattr(analysis, name), analysis.text)
        for name, entry in LAYERS.items()
        if issubclass(entry, StatementEntry)
    }
    return Record(
        file=analysis.file,
        sha256=sha256,
        text_sha256=text_sha256,
        extractor=extractor,
        error=None,
        unread=analysis.source.unread,
        document=_head(analysis.head),
        regions=_regions(analysis),
        agencies=_agencies(analysis),
        policies=_policies(analysis),
        initiatives=_initiatives(analysis),
        **claims,
    )


def _head(head: Head) -> DocumentHead:
    told = {name: getattr(head, name) for name in fields_of(DocumentHead).told}
    evidence = {
        name: HeadEvidence(found.source, found.rule, found.start, found.end)
        for name in told
        if told[name] is not None and (found := head.evidence.get(name))
    }
    return DocumentHead(**told, evidence=evidence)


def _claims(shape: type[StatementEntry], found: Iterable[Any], text: str) -> tuple[StatementEntry, ...]:
    """The entries of what a layer of the analysis holds, which has the fields of an entry, and a span."""
    names = fields_of(shape)
    entries = [
        shape.at(_span(each, text), {name: getattr(each, name) for name in (*names.told, *names.derived)})
        for each in found
    ]
    return tuple(sorted(entries, key=lambda e: (e.start, e.end, *[getattr(e, name) for name in names.required])))


def _regions(analysis: Analysis) -> tuple[RegionEntry, ...]:
    grouped: dict[tuple[str, str], list[Mention]] = {}
    for item in analysis.regions:
        grouped.setdefault((item.region.code, item.region.name), []).append(item.mention)
    entries = [
        RegionEntry(code=code, name=name, mentions=_spans(mentions, analysis.text))
        for (code, name), mentions in grouped.items()
    ]
    return _by_position(entries, "code")


def _agencies(analysis: Analysis) -> tuple[AgencyEntry, ...]:
    grouped: dict[tuple[str, str | None, str], list[Mention]] = {}
    for item in analysis.agencies:
        grouped.setdefault((item.name, item.region, item.kind), []).append(item.mention)
    entries = [
        AgencyEntry(name=name, region=region, kind=kind, mentions=_spans(mentions, analysis.text))
        for (name, region, kind), mentions in grouped.items()
    ]
    return _by_position(entries, "name")


def _policies(analysis: Analysis) -> tuple[PolicyEntry, ...]:
    entries = [
        PolicyEntry(
            number=policy.number,
            title=policy.title,
            issuer=policy.issuer,
            year=policy.year,
            relation=policy.relation,
            mentions=_spans(policy.mentions, analysis.text),
        )
        for policy in analysis.policies
    ]
    return _by_position(entries, "title")


def _initiatives(analysis: Analysis) -> tuple[InitiativeEntry, ...]:
    grouped: dict[tuple[str, bool], list[Mention]] = {}
    for item in analysis.initiatives:
        grouped.setdefault((item.name, item.new), []).append(item.mention)
    entries = [
        InitiativeEntry(name=name, new=new, mentions=_spans(mentions, analysis.text))
        for (name, new), mentions in grouped.items()
    ]
    return _by_position(entries, "name")


def _spans(mentions: Sequence[Mention], text: str) -> tuple[TextSpan, ...]:
    ordered = sorted(mentions, key=lambda m: (m.start, m.end, m.rule))
    return tuple([_span(mention, text) for mention in ordered])


def _span(found: Any, text: str) -> TextSpan:
    return TextSpan(found.start, found.end, text[found.start : found.end], found.rule)


def _by_position(entries: Iterable[Named], name: str) -> tuple[Named, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.mentions[0].start, str(getattr(entry, name)))))
