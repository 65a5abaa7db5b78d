"""Labels and values: what a metadata line says (``发文字号：…　成文日期：…``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from extractors.text.iso import find_day
from extractors.text.marks import BLANKS, COLONS, HAN
from extractors.text.web_address import web_address
from ontology.furniture import LabelGroup, furniture

_GAP = f"[{BLANKS}]*"
_DATED = ("date", "published")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label with its value as printed, stripped."""

    group: LabelGroup
    label: str
    value: str


def pairs(line: str) -> list[Pair]:
    """The labelled values of a line that opens with a label; empty where it opens with anything else.

    A label may have blanks inside (``索 引 号：``), brackets before it (``【字体：``), and an empty value. In a row
    with bars (``成文日期 | 2025-05-20 | 发布日期 | … |``) every other cell is a label, without a colon.
    """
    if "|" in line and (cells := _bar_cells(line)):
        return cells
    if not (":" in line or "：" in line) or not _opening().match(line):
        return []
    found = list(_label().finditer(line))
    result = []
    for match, after in zip(found, [*found[1:], None], strict=True):
        end = after.start() if after else len(line)
        value = line[match.end() : end].strip(f"{BLANKS}|[]【】")
        name = re.sub(r"\s", "", match.group(1))
        result.append(Pair(furniture().by_name[name], name, value))
    return result


def _bar_cells(line: str) -> list[Pair]:
    """The labels and values of a row whose cells stand between bars; empty where its first cell is no label."""
    cells = [cell.strip(f"{BLANKS}") for cell in line.strip(f"{BLANKS}|").split("|")]
    if label_alone(cells[0]) is None:
        return []
    found = []
    for cell, value in zip_longest(cells[::2], cells[1::2], fillvalue=""):
        group = label_alone(cell)
        if group:
            found.append(Pair(group, re.sub(r"\s", "", cell).rstrip(COLONS), value))
    return found


def label_alone(text: str) -> LabelGroup | None:
    """The group of a text that is a label and nothing else, with a colon or without."""
    return furniture().by_name.get(re.sub(r"\s", "", text).rstrip(COLONS))


def metadata(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What the (label, value) pairs of a page say, by key: the most telling label of a key wins, then the first.

    Dates become ISO; a date or an address that is none, and a value that only marks an empty cell, are left out.
    """
    order = list(furniture().by_name)
    ranked: dict[str, tuple[int, str]] = {}
    for label, printed in found:
        group = furniture().by_name[label]
        value = _value(group.key, label, printed)
        if group.key is None or value is None:
            continue
        rank = order.index(label)
        if group.key not in ranked or rank < ranked[group.key][0]:
            ranked[group.key] = (rank, value)
    return {key: value for key, (_, value) in sorted(ranked.items())}


def _value(key: str | None, label: str, printed: str) -> str | None:
    """The value as the metadata hold it: a label repeated inside it taken off, dates as ISO; None where it is empty."""
    value = re.sub(r"\s+", " ", printed).strip()
    value = re.sub(rf"^{label}[{COLONS}]\s*", "", value)
    if not value or value in furniture().blanks:
        return None
    if key == "url":
        return web_address(value)
    return find_day(value) if key in _DATED else value


@cache
def _label() -> re.Pattern[str]:
    """A label with its colon, blanks allowed inside; no letter or Chinese character right before it."""
    names = sorted(furniture().by_name, key=lambda name: (-len(name), name))
    spaced = "|".join(rf"{_GAP}".join(map(re.escape, name)) for name in names)
    return re.compile(rf"(?<![A-Za-z{HAN}《“])({spaced}){_GAP}[{COLONS}]")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[{BLANKS}\[【(（|]*{_label().pattern}")
