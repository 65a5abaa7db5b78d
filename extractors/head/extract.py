"""The head of a document: what it says of itself, completed by who issues it and to whom it goes."""

from __future__ import annotations

from extractors.agencies.lines import read_agencies
from extractors.analysis import Analysis
from extractors.document import Context, Fact, FieldEvidence, Head
from extractors.head.issuer import find_issuer
from extractors.head.recipient import find_recipient
from extractors.regions.context import context_of


def extract(analysis: Analysis) -> Head:
    """``own_head`` with issuer and recipient, and with the region that only the issuer tells."""
    context = analysis.own_context
    head = analysis.own_head.with_fields(issuer=find_issuer(analysis))
    if head.region is None and head.issuer:
        head = head.with_fields(region=_region_of_issuer(head.issuer.split("、")[0], head.evidence["issuer"], context))
        context = context_of(head.region, head.year)
    return head.with_fields(recipient=find_recipient(analysis, context))


def _region_of_issuer(issuer: str, evidence: FieldEvidence, context: Context) -> Fact | None:
    """A document that names no region is of its issuer's, which its number may tell (国发明电 is of the country)."""
    agencies = read_agencies(issuer, context).named_agencies
    if agencies and agencies[0].name == issuer and agencies[0].region:
        return agencies[0].region, evidence
    return None
