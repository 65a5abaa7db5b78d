"""Figures that measure a reform's work: what is measured, how much, where, when, and for which initiative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from extractors.analysis import Analysis
from extractors.found import Measurement
from extractors.measurements.features import Hearing
from extractors.measurements.figures import Figure, Initiative, find_figures, initiatives_of, inside
from extractors.measurements.naming import Named, named
from extractors.measurements.placing import area_of, initiative_of, region_of, year_of
from extractors.measurements.sorts import is_change, is_target
from extractors.measurements.tables import table_figures
from extractors.text.numerals import TO_999
from ontology.measurements import measurement_cues

TASK = "figures"
"""The judge that tells whether a figure measures a reform's work."""

_NOTE = re.compile(
    r"\s*(?:[\[［〔【]\d{1,3}[\]］〕】]|[①-⑳]|注\d{0,2}[:：]|\d{1,2}[.．]?\s?[“\"][^”\"\n]{1,30}[”\"][:：])"
)
"""What opens a note below a text: it explains words and reports nothing."""
_ARTICLE = re.compile(rf"^\s*第[{TO_999}\d]+条", re.MULTILINE)


def extract(analysis: Analysis) -> list[Measurement]:
    """The figures of running text that the judge takes for a reform's, and those of tables on open government."""
    mentions, hearing, judge = initiatives_of(analysis), Hearing(analysis), analysis.judges[TASK]
    sentences = list(sentences_with_figures(analysis, mentions))
    document = judge.total(hearing.document) if sentences else 0
    measured: list[Measurement] = []
    for figures in sentences:
        # What is shared by the figures of a document, or of a sentence, is found and summed up once.
        of_sentence = frozenset(hearing.of_sentence(figures[0].sentence))
        shared = document + judge.total(of_sentence) - 2 * judge.intercept
        own = [frozenset(hearing.of_figure(figure)) for figure in figures]
        chosen = [index for index, features in enumerate(own) if shared + judge.total(features) >= judge.threshold]
        # What a figure measures hangs on the others of its sentence, but only chosen ones are told.
        names = named(analysis.text, figures) if chosen else []
        counting = {figure.phrase[0] for figure in figures}
        for index in chosen:
            found = _measured(analysis, figures[index], names[index], counting, mentions)
            verdict = judge.verdict(own[index].union(of_sentence, hearing.document))
            measured += [replace(each, **verdict) for each in found]
    return [*measured, *table_figures(analysis)]


def _is_note(analysis: Analysis, position: int) -> bool:
    line = analysis.structure.line_at(position)
    return _NOTE.match(analysis.text, *line) is not None


def sentences_with_figures(analysis: Analysis, mentions: Sequence[Initiative]) -> Iterator[list[Figure]]:
    """The figures of each sentence that has some; of the articles of a law (shares, ages) only terms.

    Page furniture and notes below the text are left out.
    """
    law = analysis.head.kind == "law" and _ARTICLE.search(analysis.text) is not None
    for start, end in analysis.structure.sentences:
        if analysis.structure.is_furniture(start):
            continue
        figures = find_figures(analysis.text, start, end, inside(mentions, start, end))
        figures = [figure for figure in figures if not law or figure.quantity.unit in measurement_cues().deadlines]
        if figures and not _is_note(analysis, start):
            yield figures


def _measured(
    analysis: Analysis, figure: Figure, told: Named, counting: Set[int], mentions: Sequence[Initiative]
) -> Iterator[Measurement]:
    """What a figure measures: each thing that it is ``told`` of; ``counting`` is where phrases with figures begin."""
    text, quantity, (names, rule) = analysis.text, figure.quantity, told
    start, end = figure.phrase[0], max(quantity.end, figure.near[1])
    while start < quantity.start and text[start].isspace():
        start += 1
    area = area_of(analysis, figure)
    for name in names:
        if measurement_cues().empty.fullmatch(name):
            continue
        yield Measurement(
            indicator=name,
            value=quantity.value,
            unit=quantity.unit,
            region=area.region.code if area else region_of(analysis, figure, mentions),
            area=area.name if area else None,
            year=year_of(analysis, figure),
            target=is_target(analysis, figure) or None,
            change=is_change(text, figure) or None,
            start=start,
            end=end,
            rule=rule,
            initiative=initiative_of(analysis, figure, counting, mentions),
        )
