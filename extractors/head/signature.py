"""The lines in which a public body stands alone: above the body, and at the end, where a document is signed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extractors.agencies.lines import agencies_from
from extractors.analysis import Analysis
from extractors.found import AgencyMention, DateMention
from extractors.text.edges import Line
from extractors.text.marks import BLANKS, HAN, YEAR
from extractors.text.numerals import ZEROS
from ontology.agencies import agency_words
from ontology.patterns import alternatives

_LONGEST = 40
_DATE = rf"[(（]?(?:{YEAR}|二[{ZEROS}]).{{0,12}}[日月][)）]?"
_DATE_LINE = re.compile(rf"^{_DATE}$")
_RED_HEAD = "文件"  # behind the issuer, GB/T 9704-2012, 7.2.4
_LABELLED = re.compile(r"[^:：]{2,6}[:：]")  # 主办单位：市政府办公室
# The body that signs stands behind the end of a sentence, of a line or of a cell; two may stand side by side.
_ALONE = re.compile(rf"(?<=[。：:\n{BLANKS}])[{HAN}（）()]{{4,{_LONGEST}}}\Z")
_NO_SIGNATURE = re.compile(r"[^\n]{0,4}(?:起|前|以|后|至|到|[，,、）)]|印发|发布|公布|通过|在|第|下发|出台|召开)")
# A signature has its date in the line above, in it, or in one of the three below; at the very end it needs none.
_DATE_ABOVE, _DATE_BELOW, _LAST = 1, 3, 2


def signature_lines(analysis: Analysis) -> list[Line]:
    """The last lines that end as the name of a body does, beside a date or at the very end, with those right above."""
    lines = analysis.bottom_lines
    signed = [
        _is_body(line) and (index >= len(lines) - _LAST or _has_date(lines, index)) for index, line in enumerate(lines)
    ]
    for index in reversed(range(len(lines) - 1)):
        signed[index] = signed[index] or (signed[index + 1] and _is_body(lines[index]))
    return [line for line, is_signed in zip(lines, signed, strict=True) if is_signed]


def signed_within(analysis: Analysis, day: DateMention) -> bool:
    """Whether ``day`` signs a document above what it hands out: right behind the name of a body, with nothing after it.

    A page may have run both together: ….遂宁市人民政府办公室2022年9月6日遂宁市窗口管理办法.
    """
    text = analysis.text
    before = text[max(0, day.start - 3 * _LONGEST) : day.start].rstrip(f"{BLANKS}\n")
    body = _ALONE.search(before)
    return body is not None and bool(_body().search(body[0])) and not _NO_SIGNATURE.match(text, day.end)


def issuer_lines(analysis: Analysis) -> list[Line]:
    """The lines above the body that end as the name of a body does, perhaps with 文件 behind it: a red head."""
    return [line for line in analysis.top_lines if _is_body(replace(line, bare=line.bare.removesuffix(_RED_HEAD)))]


def whole_line(analysis: Analysis, line: Line) -> list[AgencyMention]:
    """The agencies of a line that holds nothing else, but perhaps brackets, a seal and a date, or 文件, behind them."""
    agencies = agencies_from(analysis, line.start, line.end)
    if not agencies:
        return []
    rest = analysis.text[agencies[-1].mention.end : line.end].strip(f"{BLANKS}()（）章").removesuffix(_RED_HEAD)
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
