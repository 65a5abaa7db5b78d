"""What the ontology states about the regions and initiatives that documents name: what they belong to and became."""

from __future__ import annotations

from kg import keys
from kg.assemble.context import Known, policy_node
from kg.assemble.evidence import Evidence, of_ontology
from kg.assemble.survey import launch_reference
from kg.resolve.agencies import agency_region
from kg.resolve.policies import ResolvedPolicy
from ontology.initiatives import Initiative
from ontology.rules import Rule


def take_background(known: Known) -> None:
    """Bring ancestors, predecessors and successors of all named regions and initiatives into the graph."""
    _corrected_parents(known)
    _initiatives(known)
    _areas(known)
    _regions(known)


def _areas(known: Known) -> None:
    """What became of the functional areas: 坪山新区 is 坪山区 since 2016."""
    for key in sorted(known.named_areas):
        became = known.named_areas[key].became(known.regions.table, known.regions.horizon)
        if became:
            region, year = became
            known.named_regions[region.key] = region
            evidence = of_ontology(Rule.ONTOLOGY_AREA_BECAME, year)
            known.sink.relate("SUCCEEDED_BY", key, region.key, evidence, year=year)


def _regions(known: Known) -> None:
    resolver, sink = known.regions, known.sink
    closure = resolver.closure(known.named_regions[key] for key in sorted(known.named_regions))
    for region in closure:
        sink.node(
            "Region",
            region.key,
            name=region.name,
            code=region.code,
            full_name=region.full_name,
            level=region.level,
            valid=resolver.valid(region),
        )
    for region in closure:
        for part in resolver.memberships(region):
            years = {"from_year": part.from_year, "to_year": part.to_year}
            evidence = of_ontology(Rule.ONTOLOGY_REGION_PART_OF, part.from_year, part.to_year)
            sink.relate("PART_OF", region.key, part.parent.key, evidence, **years)
        for heir, year in resolver.successions(region):
            if not sink.has_node(heir.key):
                continue  # what became of an ancestor is no part of a named region's story
            evidence = of_ontology(Rule.ONTOLOGY_REGION_SUCCEEDED_BY, year)
            sink.relate("SUCCEEDED_BY", region.key, heir.key, evidence, year=year)
        for origin, year, founded in resolver.splits(region):
            if sink.has_node(origin.key):
                evidence = of_ontology(Rule.ONTOLOGY_REGION_SPLIT_FROM, year)
                sink.relate("SPLIT_FROM", region.key, origin.key, evidence, year=year, founded=founded)


def _corrected_parents(known: Known) -> None:
    """Where new initiatives belong that an analyst placed: a statement that no document makes."""
    placed = [entry for entry in known.corrections.parents if entry.initiative in known.named_initiatives]
    for entry in placed:
        known.corrected.add(keys.initiative_key(entry.initiative))
        if entry.parent:
            evidence = Evidence(keys.ONTOLOGY, Rule.CORRECTION_PARENT)
            key = keys.initiative_key(entry.initiative)
            known.sink.relate("PART_OF", key, known.initiative(entry.parent), evidence)


def _initiatives(known: Known) -> None:
    rows = known.initiatives.by_name
    followers: dict[str, list[Initiative]] = {}
    for row in known.initiatives:
        if row.successor:
            followers.setdefault(row.successor.name, []).append(row)
    waiting = sorted(name for name in known.named_initiatives if name in rows)
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        row = rows[name]
        waiting += [row.parent] if row.parent else []
        waiting += [row.successor.name] if row.successor and known.within(row.successor.year) else []
        waiting += [before.name for before in followers.get(name, ())]
    for name in sorted(found):
        known.sink.node("Initiative", keys.initiative_key(name), name=name, en=rows[name].en, discovered=False)
    for name in sorted(found):
        _lineage(known, rows[name])


def _lineage(known: Known, row: Initiative) -> None:
    sink, key = known.sink, keys.initiative_key(row.name)
    if row.parent:
        sink.relate("PART_OF", key, keys.initiative_key(row.parent), of_ontology(Rule.ONTOLOGY_INITIATIVE_PARENT))
    if row.successor and known.within(row.successor.year):
        heir = keys.initiative_key(row.successor.name)
        sink.relate("EVOLVED_INTO", key, heir, of_ontology(Rule.ONTOLOGY_INITIATIVE_SUCCESSOR), year=row.successor.year)
    launched = row.launched
    if launched:
        policy = known.policies.resolve(launch_reference(launched))
        if known.within(launched.year or policy.year):
            policy_node(sink, policy)
            evidence = of_ontology(Rule.ONTOLOGY_INITIATIVE_LAUNCHED)
            date = launched.date.isoformat() if launched.date else None
            sink.relate("LAUNCHED_BY", key, policy.key, evidence, date=date, checked=launched.checked)
            _issuer(known, policy, evidence)
    _origin(known, row, key)


def _issuer(known: Known, policy: ResolvedPolicy, evidence: Evidence) -> None:
    """Who issued a launching document, by the agency code of its number."""
    told = known.policies.issuer_of(policy.number) if policy.number else None
    code = agency_region(told, known.regions.table, policy.year, None) if told else None
    if told is None or code is None:
        return
    _, code, name = known.kept(keys.agency_key(code, told)).split("/", 2)
    region = known.regions.resolve(code, policy.year)
    if region is None:
        return
    known.named_regions[region.key] = region
    agency = known.sink.node("Agency", keys.agency_key(code, name), name=name, level=region.level)
    known.sink.relate("OF_REGION", agency, region.key, evidence)
    known.sink.relate("ISSUED_BY", policy.key, agency, evidence, inferred=True)


def _origin(known: Known, row: Initiative, key: str) -> None:
    """Where it began: no source here says so yet, and the relationship tells that."""
    first = row.first_place
    if first is None or not known.within(first.year):
        return
    region = known.regions.resolve(first.region, first.year)
    if region:
        known.named_regions[region.key] = region
        evidence = of_ontology(Rule.ONTOLOGY_INITIATIVE_FIRST_PLACE)
        known.sink.relate("ORIGINATED_IN", key, region.key, evidence, year=first.year, checked=False)
