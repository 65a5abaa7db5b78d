"""Numbers with a unit in running text: 104.25万件, 80%, 30余次, 六项; not 第六项, 2024年 or 四个意识."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractors.text.matches import matches_at
from extractors.text.numerals import TO_999, read_numeral, scale
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives

_ROUND = "十百千万亿"
_PLACES = "千万亿"
_WORDS = f"{TO_999}两{_PLACES}"
_FIGURES = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,6})?"
_SCALE = "[十百千]?[万亿]|千(?!米|瓦|克|卡)"
_RUN = re.compile(rf"[\d{_WORDS}]+")
"""What any quantity begins with, all of it: none begins behind another numeral."""
_JOINED = ("、", "和", "与", "及", "或", "至", "以及")
_REACH = 10  # characters on either side of a quantity that may show it to be none


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        start: first character. end: the one after its last.
        value: with 万 and 亿 multiplied out; 七成 is 70.
        unit: as printed, without 万 and 亿; % for 成 and 百分之.
        words: whether the number is written in words.
    """

    start: int
    end: int
    value: int | float
    unit: str
    words: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    cues = measurement_cues()
    units = f"{alternatives(cues.units)}|{'|'.join(cues.units_where)}"
    part = rf"(?P<whole>百分之|千分之)(?:(?P<part_words>[{_WORDS}]{{1,5}})|(?P<part>\d{{1,3}}(?:\.\d{{1,4}})?))"
    counted = (
        rf"(?:(?P<figures>{_FIGURES})\s?(?P<scale>{_SCALE})?|(?P<words>(?<![数几])[{_WORDS}]{{1,9}}))"
        rf"(?:(?P<more>[多余来])(?P<scale_after>[{_PLACES}]{{1,2}})?)?\s?(?:(?P<unit>{units})|(?P<tenth>{cues.tenths}))"
    )
    return re.compile(rf"(?<![\d.A-Za-z{_WORDS}第])(?:{part}|{counted})")


@cache
def _stops() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cues = measurement_cues()
    return (
        re.compile(f"(?:{alternatives(cues.stop_before)})[ 约近]?$"),
        re.compile(f"(?:{alternatives(cues.stop_after)})"),
        re.compile(f"(?:{'|'.join(cues.phrases)})"),
    )


def find_quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The quantities of ``text[start:end]``, in order; one that leaves its unit half said has that of the next.

    A number word counts from two on, with units that are rarely part of a fixed phrase (两个, 六项, not 一个, 三处).
    """
    found = list(_quantities(text, start, end))
    for index in range(len(found) - 2, -1, -1):
        one, two = found[index], found[index + 1]
        shorter = one.unit != two.unit and two.unit.startswith(one.unit)
        if shorter and text[one.end : two.start] in _JOINED:  # 1个和3个工作日
            found[index] = replace(one, unit=two.unit)
    return found


def _quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    before, after, phrase = _stops()
    for match in matches_at(_RUN, _pattern(), text, start, end):
        if before.search(text, max(start, match.start() - _REACH), match.start()):
            continue
        if phrase.match(text, match.start(), min(end, match.end() + _REACH)):
            continue
        words = (match["words"] or match["part_words"]) is not None
        if (words or match["unit"] in {"个", "项"}) and after.match(text, match.end(), min(end, match.end() + _REACH)):
            continue
        found = _read(match)
        if found:
            value, unit = found
            yield Quantity(match.start(), match.end(), value, unit, words)


def _read(match: re.Match[str]) -> tuple[int | float, str] | None:
    """Value and unit; None for a phrase (一项, 十多个, 三五家) and for words before a unit that only figures count."""
    if match["whole"]:
        value = float(match["part"]) if match["part"] else read_numeral(match["part_words"])
        return None if value is None else (_plain(value), "%" if match["whole"] == "百分之" else "‰")
    unit = "%" if match["tenth"] or match["unit"] == "％" else match["unit"]
    value = _value(match["figures"], match["words"], unit, vague=match["more"] is not None)
    if value is None:
        return None
    tenth = 10 if match["tenth"] else 1
    return _plain(value * tenth * scale(match["scale"] or "") * scale(match["scale_after"] or "")), unit


def _plain(value: float) -> int | float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _value(figures: str | None, words: str | None, unit: str, *, vague: bool) -> float | None:
    cues = measurement_cues()
    if figures:
        return float(figures.replace(",", "").replace("，", ""))
    if words is None or unit in cues.digits_only:
        return None
    round_number = set(words) <= set(_ROUND)
    if (round_number and (vague or words != "十")) or (words == "一" and unit not in cues.deadlines):
        return None  # 一项, 百家, 千万元 and 十多个 are phrases, no counts
    by_digits = len(words) > 1 and not set(words) & set(f"十百{_PLACES}")  # 三五项 are some, and 唯一一家 is one
    return None if by_digits else read_numeral(words) or None  # 零次 is none
