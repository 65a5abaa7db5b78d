"""How a journalist's text opens: 新华社成都3月6日电, 央视网消息, 本报讯."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.analysis import Analysis
from ontology.kinds import kind_cues

_LINES = 8  # lines of the top within which a text opens
_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")


class Dateline(NamedTuple):
    """A dateline at ``start:end``: who sends the text, None for 本报; the month and day that it bears, if any."""

    start: int
    end: int
    who: str | None
    day: tuple[int, int] | None


def find_dateline(analysis: Analysis) -> Dateline | None:
    """The dateline that opens one of the first lines."""
    for start, end in analysis.structure.lines[:_LINES]:
        match = kind_cues().dateline.pattern.search(analysis.text[start : min(end, start + 60)])
        if match:
            day = _DAY.search(match[0])
            told = (int(day[1]), int(day[2])) if day else None
            return Dateline(start + match.start(), start + match.end(), match.groupdict().get("who"), told)
    return None
