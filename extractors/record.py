"""The extraction record: one JSON object a document, keys and lists in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractors.analysis import AgencyMention, Analysis, Head, InitiativeMention, Mention, RegionMention

FIELDS = ("title", "number", "issuer", "region", "recipient", "year", "date", "kind")
LAYERS = ("regions", "agencies", "policies", "initiatives", "adoptions", "events", "measurements")


def empty_record(file: str, sha256: str, extractor: str, error: str) -> dict[str, Any]:
    """The record of a document that cannot be read."""
    head: dict[str, Any] = dict.fromkeys(FIELDS) | {"evidence": {}}
    return {"file": file, "sha256": sha256, "text_sha256": None, "extractor": extractor, "error": error,
            "document": head} | {layer: [] for layer in LAYERS}  # fmt: skip


def record_of(analysis: Analysis, sha256: str, text_sha256: str, extractor: str) -> dict[str, Any]:
    """The record of ``analysis``; every list is sorted by first position, then by name."""
    text = analysis.text
    return {
        "file": analysis.file,
        "sha256": sha256,
        "text_sha256": text_sha256,
        "extractor": extractor,
        "error": None,
        "document": _document(analysis.head),
        "regions": _regions(analysis.regions, text),
        "agencies": _agencies(analysis.agencies, text),
        "policies": _policies(analysis, text),
        "initiatives": _initiatives(analysis.initiatives, text),
        "adoptions": [
            {"region": a.region, "initiative": a.initiative, "status": a.status, "year": a.year, "date": a.date,
             "agency": a.agency, "policy": a.policy} | _evidence(a.start, a.end, a.rule, text)
            for a in sorted(analysis.adoptions, key=lambda a: (a.start, a.end, a.region, a.initiative, a.status))
        ],
        "events": [
            {"kind": e.kind, "subject": e.subject, "region": e.region, "date": e.date, "decided_by": e.decided_by}
            | _evidence(e.start, e.end, e.rule, text)
            for e in sorted(analysis.events, key=lambda e: (e.start, e.end, e.kind, e.subject))
        ],
        "measurements": [
            {"indicator": m.indicator, "value": m.value, "unit": m.unit, "region": m.region, "year": m.year,
             "initiative": m.initiative} | _evidence(m.start, m.end, m.rule, text)
            for m in sorted(analysis.measurements, key=lambda m: (m.start, m.end, m.indicator))
        ],
    }  # fmt: skip


def _document(head: Head) -> dict[str, Any]:
    evidence: dict[str, Any] = {}
    for name in FIELDS:
        found = head.evidence.get(name)
        if found and getattr(head, name) is not None:
            place = {} if found.start is None else {"start": found.start, "end": found.end}
            evidence[name] = {"from": found.source} | place | {"rule": found.rule}
    return {name: getattr(head, name) for name in FIELDS} | {"evidence": evidence}


def _evidence(start: int, end: int, rule: str, text: str) -> dict[str, Any]:
    return {"evidence": text[start:end], "start": start, "end": end, "rule": rule}


def _mention(mention: Mention, text: str) -> dict[str, Any]:
    surface = text[mention.start : mention.end]
    return {"start": mention.start, "end": mention.end, "surface": surface, "rule": mention.rule}


def _mentions(mentions: Sequence[Mention], text: str) -> list[dict[str, Any]]:
    return [_mention(m, text) for m in sorted(mentions, key=lambda m: (m.start, m.end, m.rule))]


def _by_position(entries: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return sorted(entries, key=lambda entry: (entry["mentions"][0]["start"], str(entry[name])))


def _regions(found: Sequence[RegionMention], text: str) -> list[dict[str, Any]]:
    grouped: dict[tuple[str, str], list[Mention]] = {}
    for item in found:
        grouped.setdefault((item.region.code, item.region.name), []).append(item.mention)
    entries = [{"code": c, "name": n, "mentions": _mentions(m, text)} for (c, n), m in grouped.items()]
    return _by_position(entries, "code")


def _agencies(found: Sequence[AgencyMention], text: str) -> list[dict[str, Any]]:
    grouped: dict[tuple[str, str | None, str], list[Mention]] = {}
    for item in found:
        grouped.setdefault((item.name, item.region, item.kind), []).append(item.mention)
    entries = [
        {"name": name, "region": region, "kind": kind, "mentions": _mentions(mentions, text)}
        for (name, region, kind), mentions in grouped.items()
    ]
    return _by_position(entries, "name")


def _policies(analysis: Analysis, text: str) -> list[dict[str, Any]]:
    entries = [
        {"number": p.number, "title": p.title, "issuer": p.issuer, "year": p.year, "relation": p.relation,
         "mentions": _mentions(p.mentions, text)}
        for p in analysis.policies
    ]  # fmt: skip
    return _by_position(entries, "title")


def _initiatives(found: Sequence[InitiativeMention], text: str) -> list[dict[str, Any]]:
    grouped: dict[tuple[str, bool], list[Mention]] = {}
    for item in found:
        grouped.setdefault((item.name, item.new), []).append(item.mention)
    entries = [{"name": n, "new": new, "mentions": _mentions(m, text)} for (n, new), m in grouped.items()]
    return _by_position(entries, "name")
