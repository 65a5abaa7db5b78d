"""The number that a document bears itself."""

from __future__ import annotations

import re

from extractors.analysis import Analysis, Fact, FieldEvidence
from extractors.numbers.grammar import find_numbers, parse_number
from ontology.rules import Rule

_ORDER_WITHIN = 600  # characters within which the order stands that laid a document down
_LAID_DOWN = re.compile(r"通过|制定|公布|批准|修订|修正")
_CITED = re.compile(r"根据|依照|依据|按照")
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
        cited = _CITED.search(opening, opening.rfind("\n", 0, found.start) + 1, found.start)
        if found.number.written_out and _LAID_DOWN.match(opening, found.end) and not cited:
            return str(found.number), FieldEvidence("text", Rule.HEAD_ORDER, found.start, found.end)
    return None
