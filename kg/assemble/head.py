"""What the head of a document states: the document itself, its region and year, its policy, issuers and recipients."""

from __future__ import annotations

from pathlib import PurePosixPath

from extractors.record import DocumentHead
from kg import keys
from kg.assemble.context import DocumentContext
from kg.assemble.contradictions import note_contradictions
from kg.assemble.evidence import is_inferred
from kg.assemble.row_numbers import is_row_path
from kg.resolve.agencies import split_agencies
from ontology.observation import observation
from ontology.schema import schema


def take_head(context: DocumentContext, paths: list[str], copies: list[str]) -> None:
    """Bring the document and what its head states into the graph.

    ``paths`` are all its files, ``copies`` those whose text says the same and is not equal.
    """
    _document_node(context, paths, copies)
    head, sink = context.head, context.known.sink
    region = context.region(head.region)
    if region:
        if context.own_area:
            sink.relate("OF_AREA", context.key, context.own_area, context.evidence("region"))
        else:
            observes = _observes(head, paths)
            sink.relate("COVERS", context.key, region, context.evidence("region"), observes=observes)
    if head.year:
        sink.relate("REPORTS_ON", context.key, context.year(head.year), context.evidence("year"))
    if context.own_policy:
        _own_policy(context, context.own_policy, region)
    issuers = []
    for name in split_agencies(head.issuer):
        evidence = context.evidence("issuer")
        agency = context.agency(name, evidence)
        if agency:
            issuers.append(agency)
            inferred = is_inferred(name, head.number, evidence)
            sink.relate("ISSUED_BY", context.speaker, agency, evidence, inferred=inferred)
    if context.own_policy and head.passed and context.known.within(int(head.passed[:4])):
        _passing(context, context.own_policy, head.passed, region, issuers)
    for name in split_agencies(head.recipient):
        agency = context.agency(name, context.evidence("recipient"))
        if agency:
            sink.relate("ADDRESSED_TO", context.key, agency, context.evidence("recipient"))


def _observes(head: DocumentHead, paths: list[str]) -> bool:
    """Whether the document tells of its region's work of a whole year; a row of a table is but a title."""
    files = [path for path in paths if not is_row_path(path)]
    return bool(files) and head.year is not None and observation().observes(head.kind, head.title)


def _document_node(context: DocumentContext, paths: list[str], copies: list[str]) -> None:
    head, own = context.head, next(path for path in paths if path not in copies)
    context.known.sink.node(
        "Document",
        context.key,
        name=head.title or _described(context) or PurePosixPath(own).name,
        title=head.title,
        number=head.number,
        year=head.year,
        date=head.date,
        passed=head.passed,
        kind=head.kind,
        paths=paths,
        copies=copies or None,
        text_sha256=context.record.text_sha256,
        url=head.url,
        area=head.area,
        unread=list(context.record.unread) or None,
    )


def _described(context: DocumentContext) -> str | None:
    head = context.head
    if not (head.issuer and head.year):
        return None
    return f"{head.issuer}{head.year}年{schema().document_kinds.get(head.kind or '', '')}"


def _own_policy(context: DocumentContext, policy: str, region: str | None) -> None:
    head, sink = context.head, context.known.sink
    sink.node("Policy", policy, kind=head.kind, date=head.date, passed=head.passed)
    told_by = "number" if context.own_reference and context.own_reference.number else "title"
    statement = sink.relate("TEXT_OF", context.key, policy, context.evidence(told_by))
    note_contradictions(context, head, context.known.policies.policies[policy], statement)
    if context.own_area:
        sink.relate("OF_AREA", policy, context.own_area, context.evidence("region"))
    elif region:
        sink.relate("APPLIES_TO", policy, region, context.evidence("region"))
    issued = int(head.date[:4]) if head.date else head.year
    if issued and context.known.within(issued):
        evidence = context.evidence("date" if head.date else "year")
        sink.relate("ISSUED_IN", policy, context.year(issued), evidence, date=head.date)


def _passing(context: DocumentContext, policy: str, day: str, region: str | None, issuers: list[str]) -> None:
    """The event of the day on which the regulation was first passed, decided by the congress that issues it."""
    sink, evidence, year = context.known.sink, context.evidence("passed"), int(day[:4])
    name = str(context.head.title)
    event = sink.node(
        "Event",
        keys.event_key(context.key, evidence.start or 0, "passed", name),
        name=name,
        kind="passed",
        date=day,
        year=year,
    )
    sink.relate("STATED_IN", event, context.key, evidence)
    sink.relate("ABOUT", event, policy, evidence)
    sink.relate("OF_YEAR", event, context.year(year), evidence)
    if context.own_area:
        sink.relate("OF_AREA", event, context.own_area, evidence)
    elif region:
        sink.relate("HAPPENED_IN", event, region, evidence)
    for agency in issuers:
        sink.relate("DECIDED_BY", event, agency, evidence)
