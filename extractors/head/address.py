"""The address under which the document stands on the web."""

from __future__ import annotations

from extractors.analysis import Analysis, FieldEvidence
from extractors.text.web_address import web_address
from ontology.rules import Rule


def find_address(analysis: Analysis) -> None:
    """Set the address that the metadata give; that is the only way in, whoever knows it."""
    address = web_address(analysis.source.metadata.get("url", ""))
    if address:
        analysis.head.url, analysis.head.evidence["url"] = address, FieldEvidence("metadata", Rule.HEAD_METADATA)
