"""Dates and years in the text: absolute ones first, relative ones (今年, 11月20日) once the year is known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extractors.analysis import Analysis
from extractors.found import DateMention
from extractors.text.iso import iso_date
from extractors.text.marks import YEAR
from extractors.text.numerals import DAY_NUMERAL, MONTH_NUMERAL, ONES, TO_99, YEAR_NUMERAL, ZEROS, read_numeral
from ontology.limits import FIRST_YEAR, LAST_YEAR
from ontology.rules import Rule

_MONTH, _DAY = rf"1[0-2]|0?[1-9]|{MONTH_NUMERAL}", rf"3[01]|[12]\d|0?[1-9]|{DAY_NUMERAL}"
_MONTH_DAY = rf"(?P<m>{_MONTH})月(?:份|底|初|末)?(?:(?P<d>{_DAY})[日号])?"
# Both patterns open with one set of characters, which lets the engine skip what cannot begin a date.
_ABSOLUTE = re.compile(
    r"[12一二](?:"
    r"(?:(?<=1)9|(?<=2)0)(?P<y>\d\d)(?<!\d.{4})(?:"
    rf"年度?(?:[-至到](?:(?P<y2>{YEAR})年度?(?!\d)|(?P<m2>1[0-2]|[1-9])月)"
    rf"|{_MONTH_DAY}(?:[-至到](?P<m3>1[0-2]|[1-9])月(?!\d))?)?"
    rf"|[-~至](?P<to>{YEAR})年度?"
    r"|(?P<sep>[-./])(?P<im>1[0-2]|0?[1-9])(?P=sep)(?P<id>3[01]|[12]\d|0?[1-9])(?![\d./-]|\w\d))"
    rf"|(?<=[一二])(?P<c>[{ZEROS}{ONES}]{{3}})(?:[-~至](?P<cto>{YEAR_NUMERAL})年度?"
    rf"|年度?(?:[-至到](?P<cy2>{YEAR_NUMERAL})年度?|(?P<cm>{_MONTH})月(?:份|底|初|末)?(?:(?P<cd>{_DAY})[日号])?)?)"
    r")"
)
_RELATIVE = re.compile(
    r"[今本当去上前明来下1-9](?:"
    rf"(?P<word>(?<=[今去明来前])年|(?<=[本下])年度|(?<=本)年|(?<=当)年|(?<=上)(?:一)?年度?|(?<=下)一?年度?)(?!代|龄|级|[{TO_99}]月)"
    rf"(?:(?P<w1>1[0-2]|[1-9])月?[-至到](?P<w2>1[0-2]|[1-9])月|[-至到]?{_MONTH_DAY})?"
    r"|(?<=[1-9])(?<![\d年.].)(?P<r1>(?:(?<=1)[0-2])?)月?[-至到](?P<r2>1[0-2]|[1-9])月(?!\d)"
    r"|(?<=[1-9])(?<![\d年./-].)(?P<b1>(?:(?<=1)[0-2])?)月(?:份|底|初|末)?(?:(?P<bd>3[01]|[12]\d|[1-9])[日号])?(?![\d-])"
    r")"
)
_SHIFT = {"今": 0, "本": 0, "当": 0, "去": -1, "上": -1, "前": -2, "明": 1, "来": 1, "下": 1}
_PRECISION = {len("2019"): Rule.DATE_YEAR, len("2019-01"): Rule.DATE_MONTH, len("2019-01-27"): Rule.DATE_DAY}


def find_absolute(analysis: Analysis) -> list[DateMention]:
    """The dates and years of ``analysis`` that are printed with their year: 二〇一八年一月, 2024-01-05, 2016—2020年."""
    folded, dates = analysis.folded, []
    for match in _ABSOLUTE.finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        found = _absolute(match, start, end)
        if FIRST_YEAR <= found.year <= LAST_YEAR and not analysis.structure.is_furniture(start):
            dates.append(found)
    return dates


def extract(analysis: Analysis) -> list[DateMention]:
    """The absolute dates with the relative ones: 今年, 去年, 1—12月, 11月20日.

    A month without a year belongs to the year named last in its sentence, else to the year of its section, else to
    the year the document reports on.
    """
    folded, this_year = analysis.folded, analysis.own_context.this_year
    absolute = list(analysis.absolute_dates)
    starts = [date.start for date in absolute]
    added: list[DateMention] = []
    for match in _RELATIVE.finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        after = bisect_left(starts, end)
        if (after and absolute[after - 1].end > start) or analysis.structure.is_furniture(start):
            continue
        if match["word"]:
            year = None if this_year is None else this_year + _SHIFT[match[0][0]]
        else:
            year = _year_before(analysis, absolute[:after][-1:] + added[-1:], start)
        if year is not None:
            added.append(_relative(match, start, end, year))
    return sorted([*absolute, *added], key=lambda date: (date.start, date.end))


def dates_in(dates: Sequence[DateMention], start: int, end: int) -> Sequence[DateMention]:
    """Those of ``dates``, which are in the order of the text, that begin in ``text[start:end]``."""
    first, last = (bisect_left(dates, position, key=lambda date: date.start) for position in (start, end))
    return dates[first:last]


def _absolute(match: re.Match[str], start: int, end: int) -> DateMention:
    part = match.groupdict()
    if part["c"]:
        iso, last_year = _iso(match[0][0] + part["c"], part["cm"], part["cd"]), part["cy2"] or part["cto"]
        if last_year:
            return DateMention(start, end, iso, Rule.DATE_RANGE, _iso(last_year, None))
        return DateMention(start, end, iso, _PRECISION[len(iso)])
    year = match[0][:4]
    iso = _iso(year, part["m"] or part["im"], part["d"] or part["id"])
    last = part["m2"] or part["m3"]
    to_iso = part["y2"] or part["to"] or (_iso(year, last) if last else None)
    return DateMention(start, end, iso, Rule.DATE_RANGE if to_iso else _PRECISION[len(iso)], to_iso)


def _relative(match: re.Match[str], start: int, end: int, year: int) -> DateMention:
    span = (match["w1"], match["w2"]) if match["word"] else (match[0][0] + (match["r1"] or ""), match["r2"])
    if span[1]:
        first, last = (_iso(str(year), month) for month in span)
        return DateMention(start, end, first, Rule.DATE_MONTHS, last)
    if match["word"]:
        return DateMention(start, end, _iso(str(year), match["m"], match["d"]), Rule.DATE_RELATIVE)
    return DateMention(start, end, _iso(str(year), match[0][0] + match["b1"], match["bd"]), Rule.DATE_WITHOUT_YEAR)


def _year_before(analysis: Analysis, before: list[DateMention], start: int) -> int | None:
    """The year that a month without one belongs to, ``before`` being the last absolute and the last relative date."""
    sentence = analysis.structure.sentence_at(start)[0]
    last = max((date for date in before if date.start >= sentence), key=lambda date: date.start, default=None)
    if last:
        return int((last.to_iso or last.iso)[:4])
    return analysis.structure.section_at(start).year or analysis.own_context.year


def _iso(year: str, month: str | None, day: str | None = None) -> str:
    """The date of printed numbers, in figures or Chinese, as precise as the calendar bears out (2月30日 is 2月)."""
    return iso_date(read_numeral(year) or 0, read_numeral(month or ""), read_numeral(day or ""))
