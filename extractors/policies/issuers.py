"""Who issued a document that is cited, as its title or the words around it say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.analysis import Analysis
from extractors.found import AgencyMention
from extractors.policies.titles import TitleSpan
from extractors.text.folding import fold
from extractors.text.marks import CLAUSE_MARKS, COLONS
from ontology.policies import policy_words
from ontology.regions import COUNTRY

_BEFORE = 60
_BEHIND = 12  # characters behind a government in a title in which stands what the title is about
_CLAUSE = re.compile(rf"[{CLAUSE_MARKS}{COLONS}\n》]")
# A body inside a bureau does not issue by itself: 行政审批局审批委员会工作规则 is the bureau's.
_INNER = re.compile(r"(.+局).+(?:委员会|小组)$")
_JOINTS = re.compile(r"[、和与及,，\s]|联合|会同")


def issuer_in_title(analysis: Analysis, span: TitleSpan) -> str | None:
    """The agencies that open a title: 《四川省人民政府办公厅关于…》."""
    names: list[str] = []
    position, text = span.start + 1, analysis.text
    for agency in _from(analysis, position):
        if agency.mention.start > position + 1 or agency.mention.end >= span.end:
            break
        behind = fold(text[agency.mention.end : agency.mention.end + _BEHIND])
        if agency.name.endswith("政府") and policy_words().about_government.search(behind):
            break
        if agency.name.endswith(policy_words().served) and not policy_words().opens_act.search(behind):
            break
        inner = _INNER.match(agency.name)
        office = _office(text, agency)
        names.append(inner[1] if inner else agency.name + office)
        position = agency.mention.end + len(office)
    if span.key.endswith(policy_words().powers):
        return None
    return "、".join(dict.fromkeys(names)) or None


def _office(text: str, agency: AgencyMention) -> str:
    """What makes it the ministry's own office: 司法部|办公厅."""
    end = agency.mention.end
    printed = agency.region == COUNTRY and text.startswith("办公厅", end) and not agency.name.endswith("办公厅")
    return "办公厅" if printed else ""


def issuer_in_text(analysis: Analysis, start: int, end: int) -> str | None:
    """The agencies that the words before it say issued it (市司法局印发《…》, 国务院《…》), or in whose name it was."""
    text = analysis.text
    left = max(0, start - _BEFORE)
    clause = max([m.end() for m in _CLAUSE.finditer(text, left, start)], default=left)
    agencies = [a for a in _from(analysis, clause) if a.mention.end <= start]
    if agencies:
        office = _office(text, agencies[-1])
        tail = fold(text[agencies[-1].mention.end + len(office) : start])
        if not tail or policy_words().issuing.search(tail):
            return _joined(text, agencies) + office
    after = policy_words().issued_after.pattern.search(text, end, min(len(text), end + 60))
    if after:
        named = [a for a in _from(analysis, after.start("who")) if a.mention.end <= after.end("who")]
        return "、".join(agency.name for agency in named) or None
    return None


def _joined(text: str, agencies: Sequence[AgencyMention]) -> str:
    """The last agency with those before it that are joined to it by 、 or 和, in the printed order."""
    joined = [agencies[-1]]
    for agency in reversed(agencies[:-1]):
        between = text[agency.mention.end : joined[0].mention.start]
        if agency.mention.end > joined[0].mention.start or _JOINTS.sub("", between):
            break
        joined.insert(0, agency)
    return "、".join(dict.fromkeys(agency.name for agency in joined))


def _from(analysis: Analysis, position: int) -> Sequence[AgencyMention]:
    """The agencies that begin at ``position`` or later, up to a few."""
    first = bisect_left(analysis.agencies, position, key=lambda agency: agency.mention.start)
    return analysis.agencies[first : first + 8]
