"""Every run of words that may name a local initiative; which of them do, the judge of names says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractors.analysis import Analysis
from extractors.found import InitiativeMention
from extractors.initiatives.found import Places, columns
from extractors.initiatives.known import known_share
from extractors.text.folding import fold
from ontology.name_words import name_words

Form = Literal["quoted", "headed", "bare", "place"]
_LONGEST = 30  # characters of a name without quotation marks, at most
_LEAST_OWN = 2  # characters that a name says beside known initiatives in it
PART = "一件事"
"""What each field has one of its own of, though it is a known initiative: 入职一件事."""


class Candidate(NamedTuple):
    """A run of words that may be a name.

    Attributes:
        start, end: where it stands with its marks; ``name`` is what it would go by.
        form: in quotation marks, ended by a noun, ended by none, or made of a place.
        around: the run that it is part of: the quoted group with its noun, the item of an enumeration.
        verb: the verb that leads to it. noun: what ends it, or stands behind its quotation marks.
        lead: what stands between the verb and the quotation marks. inner: what stands in them.
        shared: the noun that it has in common with others (甲、乙等机制).
    """

    start: int
    end: int
    name: str
    form: Form
    around: tuple[int, int]
    verb: str = ""
    noun: str = ""
    lead: str = ""
    inner: str = ""
    shared: str = ""


def rest_beside(name: str, mentioned: bool) -> str | None:
    """What ``name`` says beside known initiatives in it; None where it holds none, as where none is ``mentioned``."""
    return known_share(fold(name)) if mentioned else None


class Known:
    """Where the document names the initiatives of the list."""

    def __init__(self, mentions: Iterable[InitiativeMention]) -> None:
        """Know ``mentions``, which are by position."""
        self._starts, self._ends = columns([(mention.mention.start, mention.mention.end) for mention in mentions])
        self._reach = np.maximum.accumulate(np.append(-1, self._ends))

    def meets(self, starts: Places, ends: Places) -> NDArray[np.bool_]:
        """For each span whether one of them stands in it, or overlaps it."""
        return self._reach[np.searchsorted(self._starts, ends)] > starts

    def around(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the last of them stands that begins up to ``start``, if it holds all of the span."""
        index = int(np.searchsorted(self._starts, start, side="right")) - 1
        span = (int(self._starts[index]), int(self._ends[index])) if index >= 0 else (0, 0)
        return span if span[1] >= end else None

    def count(self, low: Places, high: Places) -> Places:
        """For each span how many begin in it."""
        return np.searchsorted(self._starts, high) - np.searchsorted(self._starts, low)

    def __len__(self) -> int:
        return len(self._starts)


def without_known(found: Sequence[Candidate], known: Known, text: str) -> Iterator[Candidate]:
    """``found`` without those that say too little beside a known initiative to be another one (一网通办服务平台).

    Nor is one what is quoted in the midst of such: “办不成事”反映窗口, 企业家“早餐会”.
    """
    met = known.meets(*columns([(candidate.start, candidate.end) for candidate in found])).tolist()
    for candidate, mentioned in zip(found, met, strict=True):
        rest = rest_beside(candidate.name, mentioned=True) if mentioned else None
        if mentioned and candidate.form == "quoted" and _is_in_form(candidate, known, text):
            continue
        if rest is None or (_says_more(fold(candidate.name), rest) and not _quotes_known(candidate)):
            yield candidate


def _is_in_form(candidate: Candidate, known: Known, text: str) -> bool:
    """Whether what is quoted is part of a known initiative's form that has no gap in which a name might stand."""
    form = known.around(candidate.start + 1, candidate.end - 1)
    return form is not None and known_share(fold(text[slice(*form)])) == ""


def _says_more(folded: str, rest: str) -> bool:
    """Whether ``rest``, what a name says beside known initiatives, makes another of it; a part needs a field."""
    own = rest if folded.endswith(PART) else name_words().light.sub("", rest)
    return len(own) >= _LEAST_OWN


def _quotes_known(candidate: Candidate) -> bool:
    """Whether what is quoted is all of a known initiative, of which the words before it tell the field only."""
    inner = fold(candidate.inner)
    return bool(inner) and inner != PART and known_share(inner) == ""


def outside(found: Iterable[Candidate], quoted: list[Candidate]) -> Iterator[Candidate]:
    """``found`` without those that overlap a quoted group with its lead and noun."""
    spans = sorted((min(c.start, c.around[0]), max(c.end, c.around[1])) for c in quoted)
    starts = [start for start, _ in spans]
    for candidate in found:
        index = bisect_right(starts, candidate.end - 1) - 1
        if index < 0 or spans[index][1] <= candidate.start:
            yield candidate


def one_of_each_place(found: Sequence[Candidate]) -> list[Candidate]:
    """``found`` without the shorter of a brand of a place and a name that holds it: 信用湖州信息系统 hides 信用湖州.

    A name that says nothing more (数字绍兴建设) is the brand.
    """
    brands = [candidate for candidate in found if candidate.form == "place"]
    others = sorted((candidate for candidate in found if candidate.form != "place"), key=lambda c: c.start)
    starts = [other.start for other in others]
    hidden = set()
    for brand in brands:
        first, last = bisect_left(starts, brand.end - _LONGEST), bisect_right(starts, brand.start)
        for other in others[first:last]:
            if brand.end <= other.end:
                more = name_words().light.sub("", other.name.replace(brand.name, "", 1))
                hidden.add(brand if len(more) >= 2 else other)
    return [candidate for candidate in found if candidate not in hidden]


def in_order(analysis: Analysis, found: Iterable[Candidate]) -> list[Candidate]:
    """``found`` by position, the longest first where several begin at one place, none of page furniture."""
    kept = sorted(found, key=lambda c: (c.start, -c.end))
    if analysis.structure.furniture:
        kept = [candidate for candidate in kept if not analysis.structure.is_furniture(candidate.start)]
    return kept
