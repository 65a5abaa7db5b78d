"""The structure of a text: its lines, sentences, clauses and sections with what their headings say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.text.folding import fold
from extractors.text.headings import heading, inline_headings
from extractors.text.lines import lines_of
from extractors.text.marks import CLAUSE_MARKS, COLONS, COMMAS, YEAR
from extractors.text.numerals import YEAR_NUMERAL, read_numeral
from extractors.text.sentences import CLAUSE_END, SENTENCE_END, spans
from extractors.text.soft_breaks import soft_breaks
from ontology.sections import section_cues

_LONGEST_TITLE = 60
_TITLE_END = re.compile(f"[{CLAUSE_MARKS}{COLONS}]")
_YEAR = re.compile(rf"(?<!\d)({YEAR})年|({YEAR_NUMERAL})年|^({YEAR})(?!\d)")  # 中国制造2025 is no year of its plans


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of text under one heading, its subsections included.

    Attributes:
        title: the heading without its number; empty for the text before the first heading.
        rank: 1 the outermost; 0 for the whole document.
        start: where its heading begins.
        body: where its text begins.
        end: where the next section of the same or a higher rank begins.
        kind: ``plan``, ``problem``, ``done`` or None, inherited from the section around it.
        year: the year its heading, or one around it, names.
    """

    title: str
    rank: int
    start: int
    body: int
    end: int
    kind: str | None = None
    year: int | None = None


@dataclass(slots=True)
class Structure:
    """Spans of a text by kind, each list sorted and disjoint; a position belongs to at most one of each."""

    lines: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    clauses: list[tuple[int, int]]
    sections: list[Section]
    furniture: tuple[tuple[int, int], ...] = ()
    _starts: dict[str, list[int]] = field(default_factory=dict)

    def line_at(self, position: int) -> tuple[int, int]:
        """The line that holds ``position``."""
        return self._at("lines", self.lines, position)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence (up to 。！？ or a line's end) that holds ``position``, without blanks around it."""
        return self._at("sentences", self.sentences, position)

    def clause_at(self, position: int) -> tuple[int, int]:
        """The clause (a sentence, or its part between semicolons) that holds ``position``."""
        return self._at("clauses", self.clauses, position)

    def section_at(self, position: int) -> Section:
        """The innermost section that holds ``position``; the sections tile the text."""
        if "sections" not in self._starts:
            self._starts["sections"] = [section.start for section in self.sections]
        return self.sections[max(0, bisect_right(self._starts["sections"], position) - 1)]

    def is_furniture(self, position: int) -> bool:
        """Whether ``position`` is page furniture, from which nothing is extracted."""
        start, end = self._at("furniture", self.furniture, position) if self.furniture else (0, 0)
        return start <= position < end

    def _at(self, name: str, spans: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
        if name not in self._starts:
            self._starts[name] = [start for start, _ in spans]
        starts = self._starts[name]
        index = bisect_right(starts, position) - 1
        if index < 0 or position >= spans[index][1]:
            return (position, position)
        return spans[index]


def analyse_structure(text: str, furniture: tuple[tuple[int, int], ...] = ()) -> Structure:
    """Lines, sentences, clauses and sections of ``text``."""
    soft = soft_breaks(text)
    lines = lines_of(text)
    return Structure(
        lines=lines,
        sentences=spans(SENTENCE_END, text, soft),
        clauses=spans(CLAUSE_END, text, soft),
        sections=_sections(text, lines, soft),
        furniture=furniture,
    )


def _sections(text: str, lines: list[tuple[int, int]], soft: frozenset[int]) -> list[Section]:
    """All sections in the order of their beginnings; each runs to the next beginning, so that they tile the text."""
    heads = [(0, 0, 0, 0, "")]
    for start, end in _heading_lines(text, lines, soft):
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        found = heading(text[begin:end])
        bare = None if found else _bare_heading(text[begin:end].strip())
        if found:
            title = _TITLE_END.split(text[begin + found[1] : end], maxsplit=1)[0].strip()
            heads.append((found[0], begin, begin + found[1], end, title if len(title) <= _LONGEST_TITLE else ""))
        elif bare:
            heads.append((2, begin, begin, end, bare))
    return _with_kinds(heads, len(text))


def _heading_lines(text: str, lines: list[tuple[int, int]], soft: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The lines that may be headings: not the later half of a broken one, and the parts of one as long as a page."""
    for start, end in lines:
        if start - 1 in soft:
            continue
        inside = inline_headings(text, start, end)
        if not inside:
            yield start, end
            continue
        yield start, inside[0]
        for begin, stop in pairwise([*inside, end]):
            blank = text.find(" ", begin, min(stop, begin + _LONGEST_TITLE))
            yield begin, stop if blank < 0 else blank


def _bare_heading(line: str) -> str | None:
    """A short line without a number or an end that names a part: 下一步工作打算, 2024年工作安排."""
    if not 3 <= len(line) <= 25 or line[-1] in f"{CLAUSE_MARKS}{COMMAS}、":
        return None
    return line.rstrip(COLONS) if section_cues().kind(fold(line)) else None


def _with_kinds(heads: list[tuple[int, int, int, int, str]], length: int) -> list[Section]:
    sections: list[Section] = []
    around: list[Section] = []
    for (rank, start, body, _, title), end in zip(heads, _ends(heads, length), strict=True):
        while around and around[-1].rank >= rank and rank:
            around.pop()
        outer = around[-1] if around else None
        folded = fold(title)
        kind = section_cues().kind(folded) if title else None
        year = _YEAR.search(folded)
        section = Section(
            title, rank, start, body, end,
            kind or (outer.kind if outer else None),
            read_numeral(year[1] or year[2] or year[3]) if year else (outer.year if outer else None),
        )  # fmt: skip
        around.append(section)
        sections.append(section)
    return sections


def _ends(heads: list[tuple[int, int, int, int, str]], length: int) -> list[int]:
    """Where the section under each heading ends: with the next one of its rank or a higher one, else with the text."""
    ends = [length] * len(heads)
    open_: list[int] = []  # those that no later one has ended yet, their ranks ascending
    for index, (rank, start, *_) in enumerate(heads):
        while open_ and heads[open_[-1]][0] >= rank:
            ends[open_.pop()] = start
        open_.append(index)
    return ends
