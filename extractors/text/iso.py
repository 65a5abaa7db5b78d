"""Dates in ISO form: made from numbers and read from what is printed; no calendar lacks a day that is given here."""

from __future__ import annotations

import re
from calendar import monthrange

from extractors.text.marks import YEAR
from extractors.text.numerals import DAYS, ONES, ZEROS, read_numeral

_DAY = re.compile(rf"(?<!\d)({YEAR})\s*[-./年]\s*(\d{{1,2}})\s*[-./月]\s*(\d{{1,2}})(?!\d)")
_COMPACT = re.compile(rf"(?<!\d)({YEAR})(\d\d)(\d\d)(?!\d)")
_CHINESE_DAY = re.compile(rf"([{ZEROS}{ONES}]{{4}})年([{DAYS}]{{1,3}})月([{DAYS}]{{1,3}})日")


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

    >>> [find_day(text) for text in ("2019年1月27日", "2019.1.27 10:30", "20190127", "二〇一九年一月廿七日")]
    ['2019-01-27', '2019-01-27', '2019-01-27', '2019-01-27']
    >>> find_day("2021年11月31日") is find_day("2021年11月") is None
    True
    """
    match = _DAY.search(text) or _COMPACT.search(text) or _CHINESE_DAY.search(text)
    year, month, day = map(read_numeral, match.groups()) if match else (None, None, None)
    if not year or month is None or day is None:
        return None
    iso = iso_date(year, month, day)
    return iso if len(iso) == len("2019-01-27") else None
