"""Numbers with a unit in running text: 104.25万件, 80%, 30余次, 六项; not 第六项, 2024年 or 三个方面."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.text.numerals import TO_999, read_numeral, scale
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives

_NO_COUNT = {"一", "百"}  # 一项, 百家: phrases, not counts
_WORDS = f"{TO_999}两"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; ``value`` has 万 and 亿 multiplied out, ``unit`` is as printed without them."""

    start: int
    end: int
    value: int | float
    unit: str


@cache
def _pattern() -> re.Pattern[str]:
    units = alternatives(measurement_cues().units)
    return re.compile(
        rf"(?<![\d.A-Za-z])(?:(?P<number>\d{{1,3}}(?:[,，]\d{{3}})+(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,6}})?)"
        rf"\s?(?P<scale>[十百千]?[万亿]|千(?!米|瓦|克|卡))?|(?P<words>[{_WORDS}]{{1,5}}))"
        rf"[多余来](?P<scale_after>[万亿])?(?P<unit_vague>{units})|"
        rf"(?<![\d.A-Za-z])(?:(?P<number_>\d{{1,3}}(?:[,，]\d{{3}})+(?:\.\d{{1,4}})?|\d{{1,12}}(?:\.\d{{1,6}})?)"
        rf"\s?(?P<scale_>[十百千]?[万亿]|千(?!米|瓦|克|卡))?|(?P<words_>(?<![{_WORDS}千万亿数几])[{_WORDS}]{{1,5}}))余?(?P<unit>{units})"
    )


@cache
def _stops() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = measurement_cues()
    before = re.compile(f"(?:{alternatives(cues.stop_before)})[ 约近]?$")
    after = re.compile(f"(?:{alternatives(cues.stop_after)})")
    return before, after


def find_quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities of ``text[start:end]``, in order.

    A number word counts from two on, with units that are rarely part of a fixed phrase (两个, 六项, not 一个, 五大).
    """
    before, after = _stops()
    for match in _pattern().finditer(text, start, end):
        number = match["number"] or match["number_"]
        words = match["words"] or match["words_"]
        unit = match["unit"] or match["unit_vague"]
        if before.search(text, max(start, match.start() - 6), match.start()):
            continue
        if after.match(text, match.end(), min(end, match.end() + 8)) and (words or unit in {"个", "项", "大"}):
            continue
        vague = words is not None and match["unit_vague"] is not None  # 十多个 is no figure
        value = None if vague else _value(number, words, unit)
        if value is None:
            continue
        scaled = round(value * scale(match["scale"] or match["scale_"] or "") * scale(match["scale_after"] or ""), 6)
        unit = "%" if unit == "％" else unit
        yield Quantity(match.start(), match.end(), int(scaled) if scaled == int(scaled) else scaled, unit)


def _value(number: str | None, words: str | None, unit: str) -> float | None:
    if number:
        return float(number.replace(",", "").replace("，", ""))
    if words is None or unit in measurement_cues().digits_only or (words in _NO_COUNT and unit != "个工作日"):
        return None
    by_digits = len(words) > 1 and not set(words) & set("十百")  # 三五项 are some, and 唯一一家 is one
    return None if by_digits else read_numeral(words)
