"""To whom a document goes: the line above its body that ends with a colon."""

from __future__ import annotations

import re

from extractors.agencies.lines import agencies_from, full_names
from extractors.analysis import Analysis, Context, Fact, FieldEvidence
from ontology.recipients import recipient_cues
from ontology.rules import Rule

_BODY_LINE = 30  # a longer line with a full stop is of the body, above which the recipient stands
_RECIPIENT = re.compile(r"^(?P<who>[^:：。！？]{2,150})[:：]$")


def find_recipient(analysis: Analysis, context: Context) -> Fact | None:
    """The line above the body that ends with a colon: 市政府:, 各县区人民政府，市直各部门:."""
    printed = analysis.source.metadata.get("recipient")
    if printed:
        return full_names(printed, context), FieldEvidence("metadata", Rule.HEAD_METADATA)
    for start, end in analysis.structure.lines[:30]:
        line = analysis.text[start:end]
        if len(line) > _BODY_LINE and "。" in line:
            return None
        match = _RECIPIENT.match(line.strip())
        if not match or recipient_cues().not_recipient.search(match[0]) or analysis.structure.is_furniture(start):
            continue
        begin = start + len(line) - len(line.lstrip())
        agencies = agencies_from(analysis, begin, end)
        evidence = FieldEvidence("text", Rule.HEAD_RECIPIENT, begin, begin + len(match["who"]))
        rest = analysis.text[agencies[-1].mention.end : begin + len(match["who"])] if agencies else "?"
        if agencies and not rest.strip():
            return "、".join(dict.fromkeys(agency.name for agency in agencies)), evidence
        if recipient_cues().collective.search(match["who"]) or agencies:
            return re.sub(r"\s", "", match["who"]), evidence
    return None
