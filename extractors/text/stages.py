"""Of what time a place of a text speaks: of what was done, of what is planned, or of words only (a glossary)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.folding import Folded, fold
from extractors.text.structure import Section, Structure
from ontology.sections import section_cues

_HEAD = 80
_OUTER = 2
_YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Stage:
    """From ``start`` on the text is ``plan``, ``problem``, ``done``, ``glossary`` or None, of a ``year`` or None."""

    start: int
    kind: str | None
    year: int | None


class Timeline:
    """The stages of a document, in the order of its text."""

    def __init__(self, text: str, folded: Folded, structure: Structure, reported: int | None) -> None:
        """Read the stages from headings and turning lines; ``reported`` is the year that the document reports on."""
        self._stages = _stages(text, folded, structure, reported)
        self._starts = [stage.start for stage in self._stages]
        self._last_plan = max((stage.start for stage in self._stages if stage.kind == "plan"), default=-1)

    def at(self, position: int) -> Stage:
        """The stage that ``position`` lies in."""
        return self._stages[max(0, bisect_right(self._starts, position) - 1)]

    def plans_after(self, position: int) -> bool:
        """Whether a plan begins behind ``position``: what stands before it reviews, in a report that has both."""
        return position < self._last_plan


def _stages(text: str, folded: Folded, structure: Structure, reported: int | None) -> list[Stage]:
    """A plan lasts over later headings that tell nothing (chapters counted anew below it); the rest ends with them."""
    stages = [Stage(0, None, None)]
    rank = 0
    for start, section, opening in _places(text, folded, structure):
        if stages[-1].kind == "glossary":
            break
        stage = _heading(section, stages[-1], rank, reported) if section else None
        turn = None if stage else _turn(opening, start, reported)
        if stage or turn:
            rank = section.rank if stage and section else _OUTER
            stages.append(stage or turn or stages[-1])
        if stage and section and stage.kind == "problem":
            stages.extend(_remedy(text, section))
    return stages


def _places(text: str, folded: Folded, structure: Structure) -> Iterator[tuple[int, Section | None, str]]:
    """Where a stage may begin: each line with the section that begins with it, and each section inside one."""
    sections = {section.start: section for section in structure.sections}
    inside = deque(sorted(sections))
    for (start, end), opening in zip(structure.lines, _openings(folded, structure), strict=True):
        head = text[start : min(end, start + _HEAD)]
        start += len(head) - len(head.lstrip())
        yield start, sections.get(start), opening
        while inside and inside[0] < end:
            place = inside.popleft()
            if place > start:
                yield place, sections[place], ""


def _openings(folded: Folded, structure: Structure) -> Iterator[str]:
    """The beginning of each line, folded; folding leaves the ends of lines."""
    for start, end in structure.lines:
        yield folded.between(start, min(end, start + _HEAD))


def _remedy(text: str, section: Section) -> list[Stage]:
    """Where a section on problems and plans (存在的问题和下一步打算) without subsections turns to its plans."""
    if not section_cues().plans(fold(section.title)):
        return []
    found = section_cues().remedy.pattern.search(text, section.body + len(section.title), section.end)
    return [Stage(found.start("cue"), "plan", None)] if found else []


def _heading(section: Section, latest: Stage, rank: int, reported: int | None) -> Stage | None:
    own = section_cues().kind(fold(section.title)) if section.title and section.kind else None
    if own == "plan" and section.year and reported and section.year <= reported:
        own = "done"
    if own and (own != "plan" or section.rank <= _OUTER or latest.kind != "done"):
        return Stage(section.start, own, section.year)
    if not own and 0 < section.rank <= rank and latest.kind in ("problem", "done"):
        return Stage(section.start, None, section.year)
    return None


def _turn(line: str, start: int, reported: int | None) -> Stage | None:
    found = section_cues().turn(line)
    if not found:
        return None
    kind, words = found
    year = _YEAR.search(words)
    if kind == "plan" and year and reported and int(year[0]) <= reported:
        kind = "done"
    return Stage(start, kind, int(year[0]) if year else None)
