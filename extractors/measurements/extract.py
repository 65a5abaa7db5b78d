"""Figures that measure a reform's work: what is measured, how much, where, when, and for which initiative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.analysis import Analysis, Measurement
from extractors.measurements.features import Hearing
from extractors.measurements.figures import Figure, Initiative, find_figures, initiatives_of, inside
from extractors.measurements.indicators import SHORTEST, completed, indicators
from extractors.measurements.joint import respective_names
from extractors.measurements.placing import initiative_of, region_of, year_of
from extractors.measurements.sorts import is_change, is_target
from extractors.times.stages import Timeline
from ontology.rules import Rule

TASK = "figures"
"""The judge that tells whether a figure measures a reform's work."""


def extract(analysis: Analysis) -> list[Measurement]:
    """The figures of running text that the judge takes for a reform's, and those of tables on open government."""
    mentions, timeline, hearing = initiatives_of(analysis), Timeline(analysis), Hearing(analysis)
    judge = analysis.judges[TASK]
    measured: list[Measurement] = []
    for figures in sentences_with_figures(analysis, mentions):
        names = _names(analysis.text, figures)
        for figure, (told, rule) in zip(figures, names, strict=True):
            features = hearing.features(figure)
            if told and judge.decides(features):
                measured += _measured(analysis, timeline, figure, told, rule, mentions)
    return measured


def sentences_with_figures(analysis: Analysis, mentions: Sequence[Initiative]) -> Iterator[list[Figure]]:
    """The figures of each sentence that has some, page furniture left out."""
    for start, end in analysis.structure.sentences:
        if analysis.structure.is_furniture(start):
            continue
        figures = find_figures(analysis.text, start, end, inside(mentions, start, end))
        if figures:
            yield figures


def _names(text: str, figures: Sequence[Figure]) -> list[tuple[list[str], Rule]]:
    """What each figure of a sentence measures; a later one may go by what an earlier one does."""
    joint = respective_names(text, figures)
    stated: list[str] = []
    told: list[tuple[list[str], Rule]] = []
    for index, figure in enumerate(figures):
        quantity, near = figure.quantity, figure.near
        before, after = text[near[0] : quantity.start], text[quantity.end : near[1]]
        names, rule = indicators(before, after, quantity.unit)
        names, rule = completed(names, rule, after, stated)
        if index in joint:
            names, rule = [joint[index]], Rule.MEASUREMENT_SHARED
        stated += [name for name in names[:1] if len(name) > SHORTEST and rule != Rule.MEASUREMENT_CONTINUED]
        told.append((names, rule))
    return told


def _measured(
    analysis: Analysis, timeline: Timeline, figure: Figure, names: Sequence[str], rule: Rule, mentions: Sequence[Initiative]
) -> Iterator[Measurement]:
    text, quantity = analysis.text, figure.quantity
    start, end = figure.phrase[0], max(quantity.end, figure.near[1])
    while start < quantity.start and text[start].isspace():
        start += 1
    for name in names:
        yield Measurement(
            indicator=name,
            value=quantity.value,
            unit=quantity.unit,
            region=region_of(analysis, figure),
            year=year_of(analysis, timeline, figure),
            target=is_target(analysis, timeline, figure),
            change=is_change(analysis.text, figure),
            start=start,
            end=end,
            rule=rule,
            initiative=initiative_of(analysis, figure, mentions),
        )
