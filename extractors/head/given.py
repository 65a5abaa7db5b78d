"""What a list of sources says of a document: it has the first word."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence
from ontology.rules import Rule


def first_word(analysis: Analysis, name: str, found: Fact | None) -> Fact | None:
    """The field ``name`` of the head as an analyst's list gives it, else as it was ``found``.

    Where both say the same, it stays where it was found: that shows more.
    """
    value = analysis.source.given.get(name)
    if value is None or (found and str(found[0]) == value):
        return found
    return int(value) if name == "year" else value, FieldEvidence("sources", Rule.HEAD_SOURCES)
