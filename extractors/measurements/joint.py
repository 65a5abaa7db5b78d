"""Figures that stand together for things that stand together: A率和B率分别达到97%和88%."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from extractors.measurements.figures import Figure
from extractors.measurements.indicators import left_of
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives

_RESPECTIVELY = "分别"
_AND = re.compile("、|以及|和|与|及")
_SHORTEST = 2  # characters of what may be no name by itself: 政府 of 政府和社会投资项目审批分别提速


def respective_names(text: str, figures: Sequence[Figure]) -> Mapping[int, str]:
    """The names of figures, by index, that are told one by one after as many things with 分别 between.

    Where the things do not stand each for itself (政府和社会投资项目审批分别提速15%、30%), each figure has all of them.
    """
    names: dict[int, str] = {}
    for run in _runs(text, figures):
        first = figures[run[0]]
        before = text[first.phrase[0] : first.quantity.start]
        things, found, verb = before.rpartition(_RESPECTIVELY)
        if not found or len(run) < 2:
            continue
        verb = left_of(verb)
        parts = [left_of(part) for part in _AND.split(things) if part.strip()]
        whole = _alike(parts) and len(parts) >= len(run)
        told = parts[-len(run) :] if whole else [left_of(things.replace("、", "和"))] * len(run)
        names.update({index: f"{name}{verb}" for index, name in zip(run, told, strict=True)})
    return names


def _runs(text: str, figures: Sequence[Figure]) -> list[list[int]]:
    """Indices of figures between which nothing stands but 和, 、 and what rounds them."""
    between = _between()
    runs: list[list[int]] = [[0]] if figures else []
    for index, (one, two) in enumerate(pairwise(figures), 1):
        if between.fullmatch(text, one.quantity.end, two.quantity.start) and one.quantity.unit == two.quantity.unit:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


@cache
def _between() -> re.Pattern[str]:
    cues = measurement_cues()
    return re.compile(f"(?:{alternatives(cues.passed_over)})*(?:[、，,]|和|与|以及|及)?(?:{alternatives(cues.tail)})*")


def _alike(parts: Sequence[str]) -> bool:
    """Whether each part names something by itself: all end in the same character (率), or all are long enough."""
    return len({part[-1:] for part in parts}) == 1 or all(len(part) > _SHORTEST for part in parts)
