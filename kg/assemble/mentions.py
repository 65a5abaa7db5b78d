"""What a document names: regions, agencies, policies, initiatives, each with the sentence of its first mention."""

from __future__ import annotations

from dataclasses import replace

from extractors.record import NameEntry
from extractors.record.record import PolicyEntry
from extractors.text.folding import fold
from kg.assemble.context import DocumentContext
from kg.assemble.contradictions import note_contradictions
from kg.assemble.evidence import Evidence, is_inferred, of_mention
from kg.assemble.survey import cited_reference
from kg.resolve.agencies import split_agencies
from kg.resolve.parents import placement
from ontology.rules import Rule
from ontology.schema import schema


def take_mentions(context: DocumentContext) -> None:
    """Bring what the document names into the graph."""
    sink = context.known.sink
    for named in context.record.regions:
        region = context.region(named.code)
        if region:
            sink.relate("MENTIONS", context.key, region, _first(context, named), mentions=len(named.mentions))
    for body in context.record.agencies:
        evidence = _first(context, body)
        agency = context.agency(body.name, evidence, body.kind)
        if agency:
            sink.relate("MENTIONS", context.key, agency, evidence, mentions=len(body.mentions))
    for entry in context.record.initiatives:
        evidence = _first(context, entry)
        initiative = context.initiative(entry.name)
        sink.relate("CONCERNS", context.speaker, initiative, evidence, mentions=len(entry.mentions), **_forms(entry))
        _belonging(context, entry.name, initiative, evidence)
    for cited in context.record.policies:
        if cited.number or cited.title:
            _citation(context, cited)


def _forms(entry: NameEntry) -> dict[str, list[str] | None]:
    """The forms under which the document names an initiative; apart, those that mean it only in some years."""
    dated = {fold(m.surface) for m in entry.mentions if m.rule == Rule.INITIATIVE_DATED}
    always = {fold(m.surface) for m in entry.mentions if m.rule != Rule.INITIATIVE_DATED}
    return {"forms": sorted(always) or None, "dated_forms": sorted(dated) or None}


def _belonging(context: DocumentContext, name: str, initiative: str, evidence: Evidence) -> None:
    """Where a local initiative belongs, by the name it has here; an analyst's word goes before."""
    known, stays = context.known, initiative.partition("/")[2]
    if stays in known.initiatives.by_name or stays in known.corrections.parent_of:
        return
    placed = placement(name, context.head.year)
    if placed:
        known.sink.relate("PART_OF", initiative, known.initiative(placed.parent), replace(evidence, rule=placed.rule))


def _citation(context: DocumentContext, entry: PolicyEntry) -> None:
    sink = context.known.sink
    reference = cited_reference(context.record, entry)
    policy = context.policy(reference)
    if policy == context.own_policy:
        return
    evidence = _first(context, entry)
    statement = sink.relate(schema().relations[entry.relation], context.speaker, policy, evidence)
    resolved = context.known.policies.resolve(reference)
    issued = entry.year or (resolved.year if entry.number else None)
    if issued and context.known.within(issued):
        sink.relate("ISSUED_IN", policy, context.year(issued), evidence)
    for name in split_agencies(entry.issuer):
        agency = context.agency(name, evidence)
        if agency:
            sink.relate("ISSUED_BY", policy, agency, evidence, inferred=is_inferred(name, entry.number, evidence))
    note_contradictions(context, entry, resolved, statement)


def _first(context: DocumentContext, entry: NameEntry) -> Evidence:
    return of_mention(context.key, context.sentences, entry.mentions[0])
