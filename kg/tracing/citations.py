"""Documents that prove from where a region has a reform: its own document carries out, or forwards, that of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cypher.elements import Node
from extractors.regions.opening import official_opening
from kg.tracing.facts import Facts
from kg.tracing.forms import form_in
from kg.tracing.source import Source
from ontology.limits import GRACE
from ontology.regions import COUNTRY, region_table

CITED, SENT = "cited", "sent"
_KINDS = {"IMPLEMENTS": CITED, "FORWARDS": SENT}


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence in which a region's document carries out or forwards another region's document on the reform.

    Attributes:
        region: key of the region.
        origin: key of the region whose document it is.
        kind: ``cited`` or ``sent``.
        year: the year of the citing document, where it is known.
        statement: key of the relationship.
        quote: the sentence.
    """

    region: str
    origin: str
    kind: str
    year: int | None
    statement: str
    quote: str


def citations(source: Source, facts: Facts) -> Iterator[Citation]:
    """The citations about the reform of ``facts``, of documents whose title names it; those of the country aside.

    A document that only names another's, or approves it, shows no way that the reform took. Whose a document is, tells
    its issuer or else the region with whose name the title begins.
    """
    subjects = {facts.name, *facts.parts}
    policies = {
        node.key: node
        for node in source.nodes("Policy")
        if (title := node.properties.get("title"))
        and any(form_in(title, subject, node.properties.get("year")) for subject in subjects)
    }
    edges = [edge for edge in source.relationships(*_KINDS, to=policies) if edge.properties.get("quote")]
    if not edges:
        return
    issuers: dict[str, str] = {}
    covered: dict[str, str] = {}
    for edge in source.relationships("ISSUED_BY", "COVERS"):
        if edge.type == "COVERS":
            covered[edge.start] = edge.end
        else:
            issuers.setdefault(edge.start, edge.end.split("/")[1])
    years = {edge.key: _year(facts.documents.get(edge.properties["source"])) for edge in edges}
    for edge in edges:
        year = years[edge.key]
        region = covered.get(edge.start) or _region(issuers.get(edge.start), year)
        policy = policies[edge.end]
        origin = _region(issuers.get(edge.end), year) or _opening(policy, year)
        if region and origin and region != origin and region in facts.regions and origin in facts.regions:
            yield Citation(region, origin, _KINDS[edge.type], year, edge.key, str(edge.properties["quote"]))


def _year(document: Node | None) -> int | None:
    return document.properties.get("year") if document else None


def _region(code: str | None, year: int | None) -> str | None:
    """Key of the region ``code``; None for the country."""
    found = region_table().at(code, year, GRACE) if code and code != COUNTRY else None
    return found.key if found else None


def _opening(policy: Node, year: int | None) -> str | None:
    named = official_opening(str(policy.properties["title"]), region_table())
    there = [region.key for region in named if year is None or region.holds(year, GRACE)]
    return there[0] if len(there) == 1 else None


def joined(found: Citation, heirs: Mapping[str, str]) -> Citation | None:
    """``found`` between what the regions became; None where they are one place."""
    region, origin = heirs.get(found.region, found.region), heirs.get(found.origin, found.origin)
    return None if region == origin else replace(found, region=region, origin=origin)
