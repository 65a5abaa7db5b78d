"""Dates in ISO form: made from numbers and read from what is printed; no calendar lacks a day that is given here."""

from __future__ import annotations

import re
from calendar import monthrange

from extractors.text.marks import YEAR
from extractors.text.numerals import DAY_NUMERAL, MONTH_NUMERAL, YEAR_NUMERAL, read_numeral

_YEAR = rf"(?:(?<!\d){YEAR}|{YEAR_NUMERAL})"
_MONTH, _OF_MONTH = rf"1[0-2]|0?[1-9]|{MONTH_NUMERAL}", rf"\d{{1,2}}|{DAY_NUMERAL}"
_DAY = re.compile(rf"({_YEAR})\s*[-./年]\s*(\d{{1,2}}|{MONTH_NUMERAL})\s*[-./月]\s*({_OF_MONTH})(?!\d)")
_COMPACT = re.compile(rf"(?<!\d)({YEAR})(\d\d)(\d\d)(?!\d)")
_MONTH_ONLY = re.compile(rf"({_YEAR})\s*(?:年\s*({_MONTH})\s*月|[-./]\s*(1[0-2]|0?[1-9])(?![\d.]))")
_YEAR_ONLY = re.compile(rf"({_YEAR})\s*年|^\s*({YEAR})\s*$")


def iso_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``: as precise as the numbers are, without what the calendar lacks.

    >>> [iso_date(2021), iso_date(2021, 11, 30), iso_date(2021, 11, 31), iso_date(2021, 13)]
    ['2021', '2021-11-30', '2021-11', '2021']
    """
    if month is None or not 1 <= month <= 12:
        return f"{year:04}"
    if day is None or not 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}"


def find_day(text: str) -> str | None:
    """The first day that ``text`` prints, as ISO; None where it prints none, or one that no calendar has.

    >>> [find_day(text) for text in ("2019年1月27日", "2019.1.27 10:30", "20190127", "二0一九年一月廿七日")]
    ['2019-01-27', '2019-01-27', '2019-01-27', '2019-01-27']
    >>> find_day("2021年11月31日") is find_day("2021年11月") is None
    True
    """
    found = [match for match in (_DAY.search(text), _COMPACT.search(text)) if match]
    match = min(found, key=lambda match: match.start(), default=None)
    year, month, day = map(read_numeral, match.groups()) if match else (None, None, None)
    if not year or month is None or day is None:
        return None
    iso = iso_date(year, month, day)
    return iso if len(iso) == len("2019-01-27") else None


def find_time(text: str) -> str | None:
    """The first day, month or year that ``text`` prints, as ISO of that precision; None where it prints none.

    >>> [find_time(text) for text in ("2018年5月", "二〇一八年五月", "2018.5", "2018年", "2018", "5月20日")]
    ['2018-05', '2018-05', '2018-05', '2018', '2018', None]
    """
    day = find_day(text)
    if day:
        return day
    month = _MONTH_ONLY.search(text)
    if month:
        return iso_date(read_numeral(month[1]) or 0, read_numeral(month[2] or month[3]))
    year = _YEAR_ONLY.search(text)
    return iso_date(read_numeral(year[1] or year[2]) or 0) if year else None
