"""The phrase that speaks of an initiative, its surroundings, and the quote that is evidence for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.analysis import Analysis
from extractors.found import InitiativeMention
from extractors.text.runs import RUN_END, run_start

LONGEST_QUOTE = 300
_TURN = re.compile("[，,](?:但|然而|不过)")  # what follows is another matter
_LOOK = 160
FURTHEST = 1000
"""Characters to either side of an initiative beyond which nothing of its clause, or of its line, is read.

Hardly any clause is as long; one that is a whole page would be read again for each initiative in it.
"""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where an initiative is named.

    Attributes:
        mention: the mention.
        start, end: the run between commas that holds it, offsets in the text.
        clause: the sentence, or its part between semicolons, that holds the run.
        folded: the run folded, ``_`` in place of the mention.
        before: the clause up to the mention, folded.
    """

    mention: InitiativeMention
    start: int
    end: int
    clause: tuple[int, int]
    folded: str
    before: str

    @property
    def position(self) -> int:
        """Where the mention begins."""
        return self.mention.mention.start


def phrase_of(analysis: Analysis, mention: InitiativeMention) -> Phrase:
    """The phrase around ``mention``."""
    text, place = analysis.text, mention.mention
    clause = analysis.structure.clause_at(place.start)
    if clause[0] == clause[1]:
        clause = (place.start, place.end)
    clause = (max(clause[0], place.start - FURTHEST), min(clause[1], place.end + FURTHEST))
    low, high = max(clause[0], place.start - _LOOK), min(clause[1], place.end + _LOOK)
    start = run_start(text, low, place.start)
    after = RUN_END.search(text, place.end, high)
    end = after.start() if after else high
    folded = analysis.folded
    run = f"{folded.between(start, place.start)}_{folded.between(place.end, end)}"
    return Phrase(mention, start, end, clause, run, folded.between(low, place.start))


def quote_of(analysis: Analysis, phrase: Phrase) -> tuple[int, int]:
    """The span to quote: the clause, or as many of its runs around the phrase as a quote may hold."""
    text = analysis.text
    start, end = phrase.clause
    if end - start > LONGEST_QUOTE // 2:
        low = max(start, phrase.start - LONGEST_QUOTE // 6)
        high = min(end, phrase.end + LONGEST_QUOTE // 6, phrase.start + LONGEST_QUOTE)
        cut = RUN_END.search(text, low, phrase.start) if low > start else None
        start = cut.end() if cut else (low if low == start else phrase.start)
        stops = [match.start() for match in RUN_END.finditer(text, min(phrase.end, high), high)]
        end = high if high == end else (stops[-1] if stops else min(phrase.end, high))
    turn = _TURN.search(text, phrase.end, end)
    end = turn.start() if turn else end
    while start < end and text[start].isspace():
        start += 1
    return start, min(end, start + LONGEST_QUOTE)
