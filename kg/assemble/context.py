"""One document while its statements are taken into the graph: what its names resolve to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from extractors.record import DocumentHead, Record, TextSpan
from kg import keys
from kg.assemble.evidence import Evidence, of_field
from kg.assemble.sink import Sink
from kg.assemble.survey import own_reference
from kg.corrections.corrections import NONE, Corrections
from kg.resolve.agencies import agency_region
from kg.resolve.areas import ResolvedArea, resolve_area
from kg.resolve.conflicts import Conflict
from kg.resolve.policies import PolicyIndex, PolicyReference, ResolvedPolicy
from kg.resolve.regions import RegionResolver, was_there
from kg.sentences import Sentences
from ontology.initiatives import InitiativeTable
from ontology.regions import Region
from ontology.rules import Rule


@dataclass(slots=True)
class Known:
    """What all documents share: the resolvers, the sink, and what has come into the graph so far."""

    sink: Sink
    regions: RegionResolver
    policies: PolicyIndex
    initiatives: InitiativeTable
    corrections: Corrections = NONE
    corrected: set[str] = field(default_factory=set)
    named_regions: dict[str, Region] = field(default_factory=dict)
    named_areas: dict[str, ResolvedArea] = field(default_factory=dict)
    named_initiatives: set[str] = field(default_factory=set)

    def within(self, year: int | None) -> bool:
        """Whether a statement of ``year`` could be known at the horizon."""
        horizon = self.regions.horizon
        return horizon is None or year is None or year <= horizon

    def kept(self, key: str) -> str:
        """``key``, or the one that an analyst says is the same and stays."""
        kept = self.corrections.kept_key.get(key, key)
        if kept != key:
            self.corrected.add(key)
        return kept

    def initiative(self, name: str) -> str:
        """Key of the initiative called ``name``, which comes into the graph."""
        name = self.kept(keys.initiative_key(name)).partition("/")[2]
        row = self.initiatives.by_name.get(name)
        self.named_initiatives.add(name)
        return self.sink.node(
            "Initiative", keys.initiative_key(name), name=name, en=row.en if row else None, discovered=row is None
        )


@dataclass
class DocumentContext:
    """One document: the key of its node, its record, its text, and the nodes that its names mean."""

    known: Known
    key: str
    record: Record
    text: str

    @cached_property
    def sentences(self) -> Sentences:
        """The text, for showing what it mentions."""
        return Sentences(self.text)

    @property
    def head(self) -> DocumentHead:
        """The record's ``document``."""
        return self.record.document

    @cached_property
    def own_reference(self) -> PolicyReference | None:
        """How the document names the policy whose text it is, or None."""
        return own_reference(self.record)

    @cached_property
    def own_policy(self) -> str | None:
        """Key of the policy whose text the document is."""
        return self.policy(self.own_reference) if self.own_reference else None

    @property
    def speaker(self) -> str:
        """Where citations, ``ISSUED_BY`` and ``CONCERNS`` start: the policy if the document is the text of one."""
        return self.own_policy or self.key

    def evidence(self, name: str) -> Evidence:
        """The evidence of a field of the head."""
        return of_field(self.key, self.sentences, self.head, name)

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for entry in self.record.regions:
            names.setdefault(entry.code, []).append(entry.name)
        return names

    def _name(self, code: str, year: int | None) -> str | None:
        """Under which name the document means ``code`` in a statement of ``year``, where it has several for it."""
        names = self._names.get(code, [])
        meant = self.known.regions.resolve(code, year) if len(names) > 1 else None
        return meant.name if meant and meant.name in names else next(iter(names), None)

    def region(self, code: str | None, year: int | None = None) -> str | None:
        """Key of the region that ``code`` means here; a use outside its validity is noted among the conflicts."""
        if not code:
            return None
        spoken = self.head.year or year
        region = self.known.regions.resolve(code, spoken, self._name(code, year or spoken))
        if region is None:
            self.known.sink.conflicts.add(Conflict("region.unknown", self.key, (code,), (self.key,)))
            return None
        self.known.named_regions[region.key] = region
        for asked in {spoken, year} - {None}:
            if asked is not None and not was_there(region, asked):
                self.known.sink.conflicts.add(Conflict("region.validity", region.key, (str(asked),), (self.key,)))
        return region.key

    def area(self, name: str, region: str, evidence: Evidence) -> str:
        """Key of the functional area called ``name`` in the region of the key ``region``; both come into the graph."""
        known = self.known
        area = resolve_area(name, known.named_regions[region])
        known.named_areas[area.key] = area
        valid = area.valid(known.regions.horizon)
        known.sink.node("Area", area.key, name=area.name, kind=area.kind, valid=valid)
        known.sink.relate("IN_REGION", area.key, region, evidence)
        return area.key

    @cached_property
    def own_area(self) -> str | None:
        """Key of the functional area whose document it is."""
        region = self.region(self.head.region)
        return self.area(self.head.area, region, self.evidence("region")) if self.head.area and region else None

    def area_of(self, code: str | None, rule: str) -> str | None:
        """Key of the document's area where it is what a statement of the region ``code`` is about, not the region.

        The sentence that names the region itself (``adoption.place``) speaks of the region.
        """
        return self.own_area if code == self.head.region and rule != Rule.ADOPTION_PLACE else None

    @cached_property
    def _agency_regions(self) -> dict[str, str | None]:
        return {entry.name: entry.region for entry in self.record.agencies}

    @cached_property
    def _agency_areas(self) -> dict[str, str]:
        """By the name of a body of a functional area, the area: the rest of the name says what the body is."""
        found = {}
        for entry in self.record.agencies:
            of_zone = any(mention.rule == Rule.AGENCY_ZONE for mention in entry.mentions)
            if of_zone and entry.kind and entry.name != entry.kind:
                found[entry.name] = entry.name.removesuffix(entry.kind).removeprefix("中共")
        return found

    def area_of_body(self, name: str) -> str | None:
        """The name of the functional area whose body ``name`` is; None of other bodies, and of what is no body."""
        return self._agency_areas.get(name)

    def agency(self, name: str, evidence: Evidence, kind: str | None = None) -> str | None:
        """Key of the agency called ``name``, which comes into the graph with its region; None where that is unknown."""
        code = self._agency_regions.get(name)
        if code is None:
            code = agency_region(name, self.known.regions.table, self.head.year, self.head.region)
        if code is not None:
            stays = self.known.kept(keys.agency_key(code, name)).split("/", 2)
            kind = kind if name == stays[2] else None
            code, name = stays[1:]
        region = self.region(code)
        if code is None or region is None:
            return None
        level = self.known.named_regions[region].level
        key = self.known.sink.node("Agency", keys.agency_key(code, name), name=name, kind=kind, level=level)
        area = self._agency_areas.get(name)
        if area:
            self.known.sink.relate("OF_AREA", key, self.area(area, region, evidence), evidence)
        else:
            self.known.sink.relate("OF_REGION", key, region, evidence)
        return key

    def policy(self, reference: PolicyReference) -> str:
        """Key of the policy that ``reference`` means, which comes into the graph."""
        resolved = self.known.policies.resolve(reference)
        return policy_node(self.known.sink, resolved)

    def initiative(self, name: str) -> str:
        """Key of the initiative called ``name``, which comes into the graph."""
        return self.known.initiative(name)

    @cached_property
    def _mentions(self) -> dict[str, tuple[TextSpan, ...]]:
        return {entry.name: entry.mentions for entry in self.record.initiatives}

    def mentions(self, name: str) -> tuple[TextSpan, ...]:
        """Where the document names the initiative that its record calls ``name``."""
        return self._mentions.get(name, ())

    def year(self, year: int) -> str:
        """Key of the node of ``year``, which comes into the graph."""
        return self.known.sink.node("Year", keys.year_key(year), name=str(year), year=year)


def policy_node(sink: Sink, policy: ResolvedPolicy) -> str:
    """Bring ``policy`` into the graph once, with what all documents say of it. Gives its key."""
    if not sink.has_node(policy.key):
        sink.node(
            "Policy",
            policy.key,
            name=policy.title or policy.number,
            number=policy.number,
            title=policy.title,
            year=policy.year,
            aliases=sorted(policy.aliases),
        )
    return policy.key
