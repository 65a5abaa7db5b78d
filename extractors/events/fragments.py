"""The part of a sentence that tells of an event, and who decided it there."""

from __future__ import annotations

import re

from extractors.analysis import Analysis
from extractors.found import AgencyMention
from extractors.text.marks import CLAUSE_MARKS, COMMAS
from extractors.text.starts import named_between
from ontology.events import event_cues

_END = re.compile(f"[{CLAUSE_MARKS}\n]")
_AGENCIES = 30  # of a clause; where more stand in it nobody can say which decided
_BESIDE = 8  # characters behind an agency in which is told that it decided


def decided_by(analysis: Analysis, start: int, end: int, subject: str) -> str | None:
    """The name of the agency right before a word of deciding in the clause."""
    agency = decider(analysis, start, end, subject)
    return agency.name if agency else None


def decider(analysis: Analysis, start: int, end: int, subject: str | None = None) -> AgencyMention | None:
    """The agency right before a word of deciding in ``start:end``, which is not the ``subject``."""
    for agency in named_between(analysis.agencies, start, end)[:_AGENCIES]:
        following = analysis.text[agency.mention.end : agency.mention.end + _BESIDE]
        if agency.name != subject and event_cues().decides.search(following):
            return agency
    return None


def fragment_start(text: str, start: int, position: int) -> int:
    """Where the run between marks begins that holds ``position``, at ``start`` at the earliest."""
    return max([text.rfind(mark, start, position) + 1 for mark in f"{CLAUSE_MARKS}{COMMAS}\n"] + [start])


def fragment_end(text: str, position: int, end: int) -> int:
    """Where the clause ends that holds ``position``, at ``end`` at the latest."""
    match = _END.search(text, position, end)
    return match.start() if match else end
