"""The lines in which a public body stands alone: above the body, and at the end, where a document is signed."""

from __future__ import annotations

import re
from functools import cache

from extractors.agencies.lines import agencies_from
from extractors.analysis import AgencyMention, Analysis
from extractors.text.edges import Line
from extractors.text.marks import BLANKS, YEAR
from extractors.text.numerals import ZEROS
from ontology.agencies import agency_words
from ontology.patterns import alternatives

_LONGEST = 40
_DATE = rf"[(（]?(?:{YEAR}|二[{ZEROS}]).{{0,12}}[日月][)）]?"
_DATE_LINE = re.compile(rf"^{_DATE}$")
_LABELLED = re.compile(r"[^:：]{2,6}[:：]")  # 主办单位：市政府办公室
# A signature has its date in the line above, in it, or in one of the three below; at the very end it needs none.
_DATE_ABOVE, _DATE_BELOW, _LAST = 1, 3, 2


def signature_lines(analysis: Analysis) -> list[Line]:
    """The last lines that end as the name of a body does, beside a date or at the very end."""
    lines = analysis.bottom_lines
    return [
        line
        for index, line in enumerate(lines)
        if _is_body(line) and (index >= len(lines) - _LAST or _has_date(lines, index))
    ]


def issuer_lines(analysis: Analysis) -> list[Line]:
    """The lines above the body that end as the name of a body does."""
    return [line for line in analysis.top_lines if _is_body(line)]


def whole_line(analysis: Analysis, line: Line) -> list[AgencyMention]:
    """The agencies of a line that holds nothing else, but perhaps brackets, a seal and a date behind them."""
    agencies = agencies_from(analysis, line.start, line.end)
    if not agencies:
        return []
    rest = analysis.text[agencies[-1].mention.end : line.end].strip(f"{BLANKS}()（）章")
    return agencies if not rest or _DATE_LINE.match(rest) else []


def _is_body(line: Line) -> bool:
    """Whether ``line`` ends as the name of a public body does, with perhaps its seal and a date behind it."""
    return len(line.bare) <= _LONGEST and bool(_body().search(line.bare)) and not _LABELLED.match(line.bare)


@cache
def _body() -> re.Pattern[str]:
    endings = alternatives(agency_words().line_endings)
    return re.compile(rf"(?:{endings})[)）]?(?:[(（]章[)）])?\s*(?:{_DATE})?$")


def _has_date(lines: list[Line], index: int) -> bool:
    near = lines[max(0, index - _DATE_ABOVE) : index + _DATE_BELOW + 1]
    return any(_DATE_LINE.match(line.bare) for line in near)
