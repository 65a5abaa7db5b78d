"""Figures that stand together for things that stand together: A率和B率分别达到97%和88%."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from extractors.measurements.figures import Figure
from extractors.measurements.indicators import AND, left_of
from extractors.text.marks import COMMAS, PHRASE_MARKS
from extractors.text.runs import run_start
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives

_RESPECTIVELY = "分别"
_AND = re.compile(f"{AND}|(?<=”)(?=“)")
_SHORTEST = 2  # characters of what may be no name by itself: 政府 of 政府和社会投资项目审批分别提速
_RATE = re.compile("[^率度比]{1,20}(?:率|度|占比|比例|比)")
_RATES = re.compile(rf"[^{PHRASE_MARKS}]*(?:率|度)(?=[^{PHRASE_MARKS}率度]{{0,6}}[{COMMAS}]\s*$)")
"""Rates that the phrase before is about: 受理率、办结率持续提升，分别达到…."""
_LEVELS = re.compile("[两二三四五]级")
_LEVEL = tuple("省市州盟县区旗乡镇街村")


def respective_names(text: str, figures: Sequence[Figure]) -> Mapping[int, str]:
    """The names of figures, by index, that are told one by one after as many things.

    分别 stands between, unless the things are rates (受理率、办结率达到99%和98%). Where the things do not stand
    each for itself (政府和社会投资项目审批分别提速15%、30%), each figure has all of them.
    """
    names: dict[int, str] = {}
    last: list[int] = []
    for run in _runs(text, figures):
        first = figures[run[0]]
        if len(run) < 2:
            continue
        before = text[first.phrase[0] : first.quantity.start]
        things, found, verb = before.rpartition(_RESPECTIVELY)
        verb, of = left_of(verb), left_of(things)
        if found and (not of or of in measurement_cues().compared):
            told = [names[index] + of for index in last if index in names]
            told = told if len(told) == len(run) else _rates_before(text, first, len(run))
        elif found:
            told = _told(things, len(run))
        else:
            told, verb = _rates(before, len(run)), ""
        names.update({index: f"{name}{verb}" for index, name in zip(run, told, strict=False)})
        last = run
    return names


def _told(things: str, count: int) -> list[str]:
    """As many names out of ``things``, or all of them for each."""
    parts = [left_of(part) for part in _AND.split(things) if part.strip()]
    if len(parts) == count:
        parts = _whole(parts)
    if len(parts) >= count and _alike(parts, count):
        return parts[-count:]
    return [left_of(things.replace("、", "和"))] * count


def _rates(before: str, count: int) -> list[str]:
    """The rates before a run, as many as it has figures; none else."""
    parts = [left_of(part) for part in _AND.split(before) if part.strip()]
    return parts if len(parts) == count and all(_RATE.fullmatch(part) for part in parts) else []


def _rates_before(text: str, first: Figure, count: int) -> list[str]:
    """The rates that the phrase before is about, as many as the run behind has figures."""
    low, start = first.sentence[0], first.phrase[0]
    found = _RATES.match(text, run_start(text, low, max(low, start - 1)), start)
    return _rates(found[0], count) if found else []


def _whole(parts: list[str]) -> list[str]:
    """``parts`` with what one says for all: 案件立案、办结; 受理、办结申请; 省、市、县三级事项; 一类、二类事项."""
    steps = measurement_cues().steps
    first, last = parts[0], parts[-1]
    begun = next((step for step in steps if last.startswith(step) and last != step), "")
    ended = next((step for step in steps if first.endswith(step) and first != step), "")
    if ended and all(part in steps for part in parts[1:]):
        owner = first.removesuffix(ended)
        return [first, *(owner + part for part in parts[1:])]
    if begun and all(part in steps for part in parts[:-1]):
        thing = last.removeprefix(begun)
        return [*(part + thing for part in parts[:-1]), last]
    levels = _LEVELS.match(last, 1) if last.startswith(_LEVEL) else None
    if levels and all(part in _LEVEL for part in parts[:-1]):
        thing = last[levels.end() :]
        return [f"{part[0]}级{thing}" for part in parts]
    length = len(parts[0])
    heads = {part[:length][-1:] for part in parts}
    if len(heads) == 1 and len(last) > length + 1 and all(len(part) == length for part in parts[:-1]):
        return [*(part + last[length:] for part in parts[:-1]), last]  # 一类、二类、三类事项
    return parts


def _runs(text: str, figures: Sequence[Figure]) -> list[list[int]]:
    """Indices of figures between which nothing stands but 和, 、 and what rounds them."""
    between = _between()
    runs: list[list[int]] = [[0]] if figures else []
    for index, (one, two) in enumerate(pairwise(figures), 1):
        if between.fullmatch(text, one.quantity.end, two.quantity.start) and _same(text, figures[runs[-1][0]], two):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _same(text: str, first: Figure, figure: Figure) -> bool:
    """Whether the figure may go on a run: of one unit, or of any behind 分别 (分别归集30万张和2000枚)."""
    if figure.quantity.unit == first.quantity.unit:
        return True
    return _RESPECTIVELY in text[first.phrase[0] : first.quantity.start]


@cache
def _between() -> re.Pattern[str]:
    cues = measurement_cues()
    tail = f"(?:{alternatives(cues.tail)}|{'|'.join(cues.tail_where)})"
    return re.compile(f"(?:{alternatives(cues.passed_over)})*(?:[、，,]|和|与|以及|及)?{tail}*")


def _alike(parts: Sequence[str], count: int) -> bool:
    """Whether each part names something by itself.

    All end in the same character (率), all are long enough, or as many as the figures end in no more than a word.
    """
    if len({part[-1:] for part in parts}) == 1 or all(len(part) > _SHORTEST for part in parts):
        return True
    return len(parts) == count and 0 < len(parts[-1]) <= _SHORTEST
