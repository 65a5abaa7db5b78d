"""The number that a document bears itself."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence
from extractors.numbers.grammar import find_numbers, parse_number
from ontology.head_cues import head_cues
from ontology.rules import Rule

_ORDER_WITHIN = 600  # characters within which the order stands that laid a document down
_NUMBER_LINE = 60  # characters that a line with the own number has at most; a longer one cites another document


def find_number(analysis: Analysis) -> Fact | None:
    """The document's own number: the metadata's, else that of a line of its own at the top, else its order's."""
    printed = parse_number(analysis.source.metadata.get("number", ""))
    if printed:
        return str(printed), FieldEvidence("metadata", Rule.HEAD_METADATA)
    for line in analysis.top_lines:
        raw = analysis.text[line.start : line.end]
        found = find_numbers(raw) if len(raw) < _NUMBER_LINE else []
        if found and "《" not in raw[: found[0].start]:
            start, end = (line.start + at for at in (found[0].start, found[0].end))
            return str(found[0].number), FieldEvidence("text", Rule.HEAD_NUMBER, start, end)
    return _of_order(analysis.text[:_ORDER_WITHIN])


def _of_order(opening: str) -> Fact | None:
    """The number of the order that laid the document down, as the lines under the title say: …人民政府令第8号公布."""
    for found in find_numbers(opening):
        before = opening[opening.rfind("\n", 0, found.start) + 1 : found.start]
        ordered = found.number.written_out and head_cues().ordered.search(opening[found.end :])
        if ordered and not head_cues().cites_order.search(before):
            return str(found.number), FieldEvidence("text", Rule.HEAD_ORDER, found.start, found.end)
    return None
