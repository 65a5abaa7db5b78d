"""What speaks for a plan and what for a deed where a work report names an initiative: features for a judge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractors.adoptions.phrases import Phrase
from extractors.analysis import Analysis
from extractors.text.folding import fold
from extractors.text.structure import Section
from extractors.times.dates import dates_in
from ontology.cues import CueSet
from ontology.status_words import status_words

_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:万|亿|余|多)?(?!年|月|日|\d|\.|号|》|、|\))")
_SHARES = (  # up to, name
    (0.0, "of plans"),
    (0.25, "mostly of plans"),
    (0.5, "rather of plans"),
    (0.75, "rather of deeds"),
    (1.0, "mostly of deeds"),
)
_COUNTS = ((5, "over 5"), (2, "over 2"), (0, "some"))  # above, name


class StatusFeatures:
    """Names the features of a document's phrases; what holds for a line or a heading is looked at once."""

    def __init__(self, analysis: Analysis) -> None:
        """Note the sections that stand around others."""
        self._analysis, self._reported = analysis, analysis.context.year
        self._lines: dict[int, list[str]] = {}
        self._sections: dict[int, list[str]] = {}
        self._outer = _outer(analysis.structure.sections)

    def of(self, phrase: Phrase) -> frozenset[str]:
        """The features of a phrase."""
        position = phrase.position
        line, section = self._analysis.structure.line_at(position), self._analysis.structure.section_at(position)
        if line[0] not in self._lines:
            self._lines[line[0]] = list(self._of_line(*line))
        if section.start not in self._sections:
            self._sections[section.start] = list(self._of_section(section))
        of_place = (*self._lines[line[0]], *self._sections[section.start], *self._of_stage(position))
        return frozenset((*of_place, *self._of_clause(phrase)))

    def _of_section(self, section: Section) -> Iterator[str]:
        yield f"section: {section.kind or 'says nothing'}"
        yield from self._against("section", section.year)
        if not section.title:
            yield "heading: none"
        yield from _found(status_words().headings, fold(section.title), "heading")
        around = self._outer.get(section.start)
        while around:
            yield from _found(status_words().headings, fold(around.title), "outer heading")
            around = self._outer.get(around.start)

    def _of_stage(self, position: int) -> Iterator[str]:
        stage = self._analysis.timeline.at(position)
        yield f"stage: {stage.kind or 'says nothing'}"
        yield from self._against("stage", stage.year)

    def _of_line(self, start: int, end: int) -> Iterator[str]:
        text = self._analysis.folded.between(start, end)
        yield f"paragraph: {_marks(text)}"
        yield from _counted("paragraph: figures", len(_FIGURE.findall(text)))

    def _of_clause(self, phrase: Phrase) -> Iterator[str]:
        folded = self._analysis.folded
        (start, end), place = phrase.clause, phrase.mention.mention
        text = f"{folded.between(start, place.start)}_{folded.between(place.end, end)}"
        yield from _found(status_words().clauses, text, "clause")
        yield f"clause: {_marks(text)}"
        yield from _counted("clause: figures", len(_FIGURE.findall(text)))
        for year in {date.year for date in dates_in(self._analysis.dates, start, end)}:
            yield from self._against("clause", year)

    def _against(self, place: str, year: int | None) -> Iterator[str]:
        """How the year that a place names lies to the one reported on."""
        if year and self._reported:
            how = "later" if year > self._reported else "earlier" if year < self._reported else "same"
            yield f"{place} year: {how}"


def is_work_report(analysis: Analysis) -> bool:
    """Whether it is a government's report to the people's congress, which first reviews and then plans."""
    cues = status_words().work_report
    return bool(cues["title"].search(fold(analysis.head.title or "")) or cues["text"].search(analysis.folded.text))


def _found(sets: Mapping[str, CueSet], text: str, place: str) -> Iterator[str]:
    return (f"{place}: {name}" for name, cues in sets.items() if cues.search(text))


def _marks(text: str) -> str:
    """Whether the words in ``text`` that mark deeds and plans are of the one or of the other."""
    marks = status_words().marks
    done, plan = (sum(1 for _ in marks[kind].pattern.finditer(text)) for kind in ("done", "plan"))
    share = done / (done + plan) if done + plan else None
    return "no marks" if share is None else f"marks {next(said for limit, said in _SHARES if share <= limit)}"


def _counted(name: str, count: int) -> Iterator[str]:
    return (f"{name} {said}" for limit, said in _COUNTS if count > limit)


def _outer(sections: list[Section]) -> dict[int, Section]:
    """By its start, the section around each; the stretch before the first heading has none and holds none."""
    found: dict[int, Section] = {}
    around: list[Section] = []
    for section in sections:
        while around and around[-1].rank >= section.rank:
            around.pop()
        if around:
            found[section.start] = around[-1]
        if section.rank:
            around.append(section)
    return found
