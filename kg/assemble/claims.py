"""What a document states: adoptions, claims, events, measurements, each with its sentence."""

from __future__ import annotations

from extractors.record.record import AdoptionEntry, ClaimEntry, EventEntry, MeasurementEntry
from extractors.text.folding import fold
from kg import keys
from kg.assemble.context import DocumentContext
from kg.assemble.evidence import Evidence, of_statement
from kg.assemble.survey import named_reference
from ontology.rules import Rule


def take_claims(context: DocumentContext) -> None:
    """Bring the adoptions, claims, events and measurements of the document into the graph."""
    for adoption in context.record.adoptions:
        if context.known.within(adoption.year):
            _adoption(context, adoption)
    for claim in context.record.claims:
        if context.known.within(claim.year):
            _claim(context, claim)
    for event in context.record.events:
        if context.known.within(_year_of(event.date)):
            _event(context, event)
    for measurement in context.record.measurements:
        if context.known.within(measurement.year):
            _measurement(context, measurement)


def _adoption(context: DocumentContext, entry: AdoptionEntry) -> None:
    evidence = of_statement(context.key, context.text, entry)
    region = context.region(entry.region, entry.year)
    initiative = context.initiative(entry.initiative)
    agency = context.agency(entry.agency, evidence) if entry.agency else None
    policy = context.policy(named_reference(context.record, entry.policy)) if entry.policy else None
    stated = {"year": entry.year, "date": entry.date, "status": entry.status, "laid_down": entry.laid_down}
    stated |= {"form": _form(context, entry)}
    if region:
        own = context.area_of(entry.region, entry.rule)
        area = context.area(entry.area, region, evidence) if entry.area else own
        kind = "AREA_ADOPTED" if area else "ADOPTED"
        context.known.sink.relate(kind, area or region, initiative, evidence, policy=policy, agency=agency, **stated)
    if agency:
        context.known.sink.relate("CARRIES_OUT", agency, initiative, evidence, year=entry.year)


def _form(context: DocumentContext, entry: AdoptionEntry) -> str | None:
    """The words that name the initiative in the sentence (全程网办); None where they stand outside (上述改革)."""
    found = (m for m in context.mentions(entry.initiative) if entry.start <= m.start and m.end <= entry.end)
    return next((fold(mention.surface) for mention in found), None)


def _claim(context: DocumentContext, entry: ClaimEntry) -> None:
    """Who learned from whom, and who says to be the first; a functional area's claim is its own.

    What is ``promoted`` is a happening, and no relationship between a region and an initiative.
    """
    evidence = of_statement(context.key, context.text, entry)
    region, relate = context.region(entry.region, entry.year), context.known.sink.relate
    who = context.area_of(entry.region, entry.rule) or region
    when = {"year": entry.year, "date": entry.date}
    if entry.kind == "learned" and entry.other and who:
        other = context.region(entry.other, entry.year)
        initiative = context.initiative(entry.initiative) if entry.initiative else None
        stated = {"initiative": initiative, "planned": entry.planned, "inferred": _is_inferred(entry)}
        if other and other != who:
            relate("LEARNED_FROM", who, other, evidence, **stated, **when)
    elif entry.kind == "first" and entry.initiative and who:
        initiative = context.initiative(entry.initiative)
        relate("CLAIMED_FIRST", who, initiative, evidence, scope=entry.scope, **when)


def _is_inferred(entry: ClaimEntry) -> bool | None:
    return True if entry.rule == Rule.CLAIM_EXPERIENCE else None


def _event(context: DocumentContext, entry: EventEntry) -> None:
    sink, evidence = context.known.sink, of_statement(context.key, context.text, entry)
    year = _year_of(entry.date)
    event = sink.node(
        "Event",
        keys.event_key(context.key, entry.start, entry.kind, entry.subject),
        name=entry.subject,
        kind=entry.kind,
        date=entry.date,
        year=year,
        scope=entry.scope,
    )
    statement = sink.relate("STATED_IN", event, context.key, evidence)
    _place(context, event, "HAPPENED_IN", entry.region, year, evidence, context.area_of_body(entry.subject))
    about = _subject(context, entry, evidence)
    if about:
        sink.relate("ABOUT", event, about, evidence)
    if about and about.startswith("agency/") and entry.kind in {"established", "abolished"}:
        sink.node("Agency", about, witness=statement, **{entry.kind: entry.date})
    decider = context.agency(entry.decided_by, evidence) if entry.decided_by else None
    if decider:
        sink.relate("DECIDED_BY", event, decider, evidence)


def _measurement(context: DocumentContext, entry: MeasurementEntry) -> None:
    sink, evidence = context.known.sink, of_statement(context.key, context.text, entry)
    figure = sink.node(
        "Measurement",
        figure_key(context.key, entry),
        name=entry.indicator,
        indicator=entry.indicator,
        value=float(entry.value),
        unit=entry.unit,
        year=entry.year,
        target=entry.target,
        change=entry.change,
    )
    sink.relate("STATED_IN", figure, context.key, evidence)
    _place(context, figure, "MEASURED_IN", entry.region, entry.year, evidence, entry.area)
    if entry.initiative:
        sink.relate("ABOUT", figure, context.initiative(entry.initiative), evidence)


def figure_key(document: str, entry: MeasurementEntry) -> str:
    """The key of the node of a figure that the document of a key states."""
    told_apart = (float(entry.value), entry.unit, entry.region, entry.year)
    return keys.measurement_key(document, entry.start, entry.end, entry.indicator, *told_apart)


def _place(
    context: DocumentContext,
    node: str,
    kind: str,
    code: str | None,
    year: int | None,
    evidence: Evidence,
    area: str | None = None,
) -> None:
    region = context.region(code, year)
    if region:
        area = context.area(area, region, evidence) if area else context.area_of(code, evidence.rule)
        context.known.sink.relate("OF_AREA" if area else kind, node, area or region, evidence)
    if year:
        context.known.sink.relate("OF_YEAR", node, context.year(year), evidence)


def _subject(context: DocumentContext, entry: EventEntry, evidence: Evidence) -> str | None:
    """What the event is about, where its subject is the name of an agency, an initiative or a policy of the record."""
    subject, record = entry.subject, context.record
    if any(agency.name == subject for agency in record.agencies):
        return context.agency(subject, evidence)
    if any(initiative.name == subject for initiative in record.initiatives):
        return context.initiative(subject)
    bare = subject.strip("《》")
    if any(bare in (policy.number, policy.title) for policy in record.policies):
        return context.policy(named_reference(record, bare))
    return None


def _year_of(date: str | None) -> int | None:
    return int(date[:4]) if date else None
