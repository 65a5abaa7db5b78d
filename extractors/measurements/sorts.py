"""What sort of figure it is: one that was reached, one that is to be reached (target), one by how much (change)."""

from __future__ import annotations

import re
from functools import cache

from extractors.analysis import Analysis
from extractors.measurements.figures import Figure
from extractors.measurements.placing import planned_for, year_of
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = measurement_cues()
    return (
        re.compile(alternatives(cues.targets)),
        re.compile(f"(?:{alternatives(cues.changes)})(?:{alternatives(cues.rounds)})*\\s*$"),
    )


def is_target(analysis: Analysis, figure: Figure) -> bool:
    """Whether it is still to be reached: in a plan, behind 力争, or due in a later year than the one reported on."""
    targets, _ = _patterns()
    if planned_for(analysis, figure):
        return True
    if targets.search(analysis.text, figure.phrase[0], figure.quantity.start):
        return True
    year, reported = year_of(analysis, figure), analysis.context.year
    return year is not None and reported is not None and year > reported


def is_change(text: str, figure: Figure) -> bool:
    """Whether it says by how much something grew or fell (同比增长12%), not what it came to (增至12%)."""
    _, changes = _patterns()
    return changes.search(text, figure.phrase[0], figure.quantity.start) is not None
