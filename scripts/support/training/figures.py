"""What the judge of figures learns from: each figure of a text, and whether a careful reader took it for a reform's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extractors.analysis import Analysis
from extractors.initiatives.government import is_about_government
from extractors.measurements.extract import TASK, sentences_with_figures
from extractors.measurements.features import Hearing
from extractors.measurements.figures import Figure, initiatives_of, inside

from .cases import Case, Task
from .drawn import PART


def cases(analysis: Analysis, gold: Mapping[str, Any]) -> Iterator[Case]:
    """The figures of a document that were annotated or drawn; none where none were."""
    if "measurements" not in gold and PART not in gold:
        return
    mentions, hearing = initiatives_of(analysis), Hearing(analysis)
    figures = [figure for sentence in sentences_with_figures(analysis, mentions) for figure in sentence]
    if PART in gold:
        figures = [figure for figure in figures if figure.quantity.start in gold[PART]]
        chosen = {index for index, figure in enumerate(figures) if gold[PART][figure.quantity.start]}
    else:
        chosen = _chosen(analysis.text, figures, gold["measurements"])
    governance = is_about_government(analysis.initiatives, analysis.text)
    for index, figure in enumerate(figures):
        by_rule = governance or bool(inside(mentions, *figure.sentence))
        yield Case(hearing.features(figure), index in chosen, by_rule)


def _chosen(text: str, figures: Sequence[Figure], measurements: Sequence[Mapping[str, Any]]) -> set[int]:
    """The indices of the figures that are annotated; of several with one value and unit, those in the evidence first."""
    chosen: set[int] = set()
    for told in measurements:
        alike = [index for index, figure in enumerate(figures) if _same(figure, told) and index not in chosen]
        start = text.find(told["evidence"])
        inside = [i for i in alike if start <= figures[i].quantity.start < start + len(told["evidence"])]
        chosen.update((inside if start >= 0 and inside else alike)[:1])
    return chosen


def _same(figure: Figure, told: Mapping[str, Any]) -> bool:
    value, unit = float(told["value"]), (told["unit"] or "").replace("％", "%")
    return abs(figure.quantity.value - value) <= 1e-6 * max(1.0, abs(value)) and figure.quantity.unit == unit


FIGURES = Task(TASK, cases, ("seeds", "other", "wide"), drawn=Path(__file__).with_name("drawn_figures.csv"), cautious=True)
