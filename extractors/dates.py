"""Dates and years in the text: absolute ones first, relative ones (今年, 11月20日) once the document's year is known."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.analysis import Analysis, DateMention

_DIGITS = str.maketrans("〇○零ＯO一二三四五六七八九", "00000123456789")
_Y = r"(?<![\d.])(?P<y>(?:19|20)\d\d)"
_MD = r"(?P<m>1[0-2]|0?[1-9])月(?:份|底|初|末)?(?:(?P<d>3[01]|[12]\d|0?[1-9])[日号])?"
_ABSOLUTE = re.compile(
    rf"{_Y}年度?(?:(?:-|至|到)(?:(?P<y2>(?:19|20)\d\d)年度?(?!\d)|(?P<m2>1[0-2]|[1-9])月)|\s?{_MD})?"
    r"|(?<![\d.])(?P<ya>(?:19|20)\d\d)[-~至](?P<yb>(?:19|20)\d\d)(?=年)年度?"
    r"|(?<![\d./-])(?P<iy>(?:19|20)\d\d)(?P<sep>[-./])(?P<im>1[0-2]|0?[1-9])(?P=sep)(?P<id>3[01]|[12]\d|0?[1-9])(?![\d./-]|\w\d)"
    r"|(?P<cy>[一二][〇○零ＯO一二三四五六七八九]{3})年(?:(?P<cm>十[一二]?|[一二三四五六七八九])月"
    r"(?:(?P<cd>三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])日)?)?"
)
_RELATIVE = re.compile(
    r"(?P<word>今年|本年度|本年|当年|去年|上年度?|上一年度?|前年|明年|来年|下一?年度?)(?!代|龄|级)"
    rf"(?:(?:-|至|到)?{_MD})?"
    r"|(?<![\d年.])(?P<r1>1[0-2]|[1-9])(?:月)?(?:-|至|到)(?P<r2>1[0-2]|[1-9])月(?!\d)"
    r"|(?<![\d年./-])(?P<bm>1[0-2]|[1-9])月(?:份|底|初|末)?(?:(?P<bd>3[01]|[12]\d|[1-9])[日号])?(?![\d-])"
)  # fmt: skip
_SHIFT = {"今": 0, "本": 0, "当": 0, "去": -1, "上": -1, "前": -2, "明": 1, "来": 1, "下": 1}
FIRST_YEAR, LAST_YEAR = 1949, 2049


def extract(analysis: Analysis) -> None:
    """Find the absolute dates and years (二〇一八年一月, 2024-01-05, 2016—2020年) of ``analysis``."""
    folded = analysis.folded
    for match in _ABSOLUTE.finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        found = _absolute(match, start, end)
        if found and FIRST_YEAR <= found.year <= LAST_YEAR and not analysis.structure.is_furniture(start):
            analysis.dates.append(found)


def resolve_relative(analysis: Analysis, this_year: int | None) -> None:
    """Add the relative dates (今年, 去年, 1—12月, 11月20日), ``this_year`` being the year the document speaks in.

    A month without a year belongs to the year named last in its sentence, else to the year of its section, else to
    the year the document reports on.
    """
    folded = analysis.folded
    absolute = list(analysis.dates)
    starts = [date.start for date in absolute]
    added = []
    for match in _RELATIVE.finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        after = bisect_left(starts, end)
        if after and absolute[after - 1].end > start or analysis.structure.is_furniture(start):
            continue
        if match["word"]:
            year = None if this_year is None else this_year + _SHIFT[match["word"][0]]
        else:
            year = _year_before(analysis, absolute, after, start)
        if year is not None:
            added.append(_relative(match, start, end, year))
    analysis.dates = sorted([*absolute, *added], key=lambda date: (date.start, date.end))


def dates_in(analysis: Analysis, start: int, end: int) -> list[DateMention]:
    """The dates of ``text[start:end]``, by position."""
    dates = analysis.dates
    first = bisect_left(dates, start, key=lambda date: date.start)
    found = []
    for date in dates[first:]:
        if date.start >= end:
            break
        found.append(date)
    return found


def stated_year(analysis: Analysis, start: int, end: int) -> int | None:
    """The year that ``text[start:end]`` states for what it tells: its first date's, None where it has none."""
    found = dates_in(analysis, start, end)
    return found[0].year if found else None


def _absolute(match: re.Match[str], start: int, end: int) -> DateMention | None:
    part = match.groupdict()
    if part["y"]:
        later = part["y2"] or (part["m2"] and _iso(part["y"], part["m2"], None)) or None
        rule = "date.range" if later else _rule(part["m"], part["d"])
        return DateMention(start, end, _iso(part["y"], part["m"], part["d"]), rule, later)
    if part["ya"]:
        return DateMention(start, end, part["ya"], "date.range", part["yb"])
    if part["iy"]:
        return DateMention(start, end, _iso(part["iy"], part["im"], part["id"]), "date.day")
    year = part["cy"].translate(_DIGITS)
    month, day = (str(_small(part[name])) if part[name] else None for name in ("cm", "cd"))
    return DateMention(start, end, _iso(year, month, day), _rule(month, day)) if year[:2] in {"19", "20"} else None


def _relative(match: re.Match[str], start: int, end: int, year: int) -> DateMention:
    if match["r1"]:
        first, last = (_iso(str(year), match[name], None) for name in ("r1", "r2"))
        return DateMention(start, end, first, "date.months", last)
    month, day = match["m"] or match["bm"], match["d"] or match["bd"]
    rule = "date.relative" if match["word"] else "date.without_year"
    return DateMention(start, end, _iso(str(year), month, day), rule)


def _year_before(analysis: Analysis, dates: list[DateMention], after: int, start: int) -> int | None:
    """The year that a month without one belongs to."""
    sentence = analysis.structure.sentence_at(start)[0]
    if after and dates[after - 1].start >= sentence:
        return int((dates[after - 1].to_iso or dates[after - 1].iso)[:4])
    return analysis.structure.section_at(start).year or analysis.head.year


def _rule(month: str | None, day: str | None) -> str:
    return "date.day" if day else "date.month" if month else "date.year"


def _iso(year: str, month: str | None, day: str | None) -> str:
    return year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if month and day else "")


def _small(text: str) -> int:
    """A Chinese number from 1 to 31: 十二, 二十, 三十一."""
    tens, ten, ones = text.rpartition("十")
    digit = {c: i for i, c in enumerate("一二三四五六七八九", 1)}
    return (digit.get(tens, 1) * 10 if ten else 0) + digit.get(ones, 0)
