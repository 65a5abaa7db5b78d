"""To whom a document goes: the line above its body that ends with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.agencies.lines import agencies_from, full_names
from extractors.analysis import Analysis
from extractors.document import Context, Fact, FieldEvidence
from extractors.text.marks import COLONS, SENTENCE_MARKS
from ontology.recipients import recipient_cues
from ontology.rules import Rule

_BODY_LINE = 30  # a longer line with a full stop is of the body, above which the recipient stands
_ABOVE = 30  # lines above which the body begins
_RECIPIENT = re.compile(rf"^(?P<who>[^{SENTENCE_MARKS}{COLONS}]{{2,150}})[{COLONS}]$")


def find_recipient(analysis: Analysis, context: Context) -> Fact | None:
    """The line above the body that ends with a colon: 市政府:, 各县区人民政府，市直各部门:."""
    printed = analysis.source.metadata.get("recipient")
    if printed:
        return full_names(printed, context), FieldEvidence("metadata", Rule.HEAD_METADATA)
    for start, end in recipient_lines(analysis):
        agencies = agencies_from(analysis, start, end)
        evidence = FieldEvidence("text", Rule.HEAD_RECIPIENT, start, end)
        if agencies and not analysis.text[agencies[-1].mention.end : end].strip():
            return "、".join(dict.fromkeys(agency.name for agency in agencies)), evidence
        who = analysis.text[start:end]
        if agencies or recipient_cues().collective.search(who):
            return re.sub(r"\s", "", who), evidence
    return None


def recipient_lines(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """The lines above the body that may say to whom a document goes, without the blanks around them and the colon."""
    for start, end in analysis.structure.lines[:_ABOVE]:
        if analysis.structure.is_furniture(start):
            continue
        line = analysis.text[start:end]
        if len(line) > _BODY_LINE and "。" in line:
            return
        match = _RECIPIENT.match(line.strip())
        if match and not recipient_cues().not_recipient.search(match[0]):
            begin = start + len(line) - len(line.lstrip())
            yield begin, begin + len(match["who"])
