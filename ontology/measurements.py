"""Units of figures, the words around them, and what is no figure of a reform's work."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("measurements.yaml")


class MeasurementCues(BaseModel):
    """The lists of ``measurements.yaml``; see its comments."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    units: tuple[str, ...]
    units_where: tuple[str, ...]
    tenths: str
    deadlines: frozenset[str]
    digits_only: frozenset[str]
    phrases: tuple[str, ...]
    stop_after: tuple[str, ...]
    fines: tuple[str, ...]
    stop_before: tuple[str, ...]
    deeds: tuple[str, ...]
    causes: tuple[str, ...]
    origins: tuple[str, ...]
    counting: tuple[str, ...]
    joins: tuple[str, ...]
    steps: tuple[str, ...]
    compared: tuple[str, ...]
    no_owner: tuple[str, ...]
    term_openers: tuple[str, ...]
    served: frozenset[str]
    obliged: str
    means: tuple[str, ...]
    empty: re.Pattern[str]
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    lead_where: tuple[str, ...]
    tail_where: tuple[str, ...]
    particles: tuple[str, ...]
    right_end: tuple[str, ...]
    right_end_where: tuple[str, ...]
    passed_over: tuple[str, ...]
    no_share: tuple[str, ...]
    open_government: tuple[str, ...]
    compared_with: tuple[str, ...]
    compared_behind: tuple[str, ...]
    due_by: tuple[str, ...]
    due_behind: tuple[str, ...]
    targets: tuple[str, ...]
    changes: tuple[str, ...]
    rounds: tuple[str, ...]
    no_actor: tuple[str, ...]
    routes: tuple[str, ...]
    dateline: re.Pattern[str]


@cache
def measurement_cues() -> MeasurementCues:
    """The lists of ``measurements.yaml``, loaded once."""
    return validated(MeasurementCues, read_yaml(_FILE), _FILE.name)
