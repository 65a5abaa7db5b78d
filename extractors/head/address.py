"""The address under which the document stands on the web."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence
from extractors.text.web_address import web_address
from ontology.rules import Rule


def find_address(analysis: Analysis) -> Fact | None:
    """The address that the metadata give, which is its only way in, whoever knows it: a page, a catalogue, a list."""
    address = web_address(analysis.source.metadata.get("url", ""))
    return (address, FieldEvidence("metadata", Rule.HEAD_METADATA)) if address else None
