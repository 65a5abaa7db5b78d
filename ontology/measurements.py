"""Units of figures, the words around them, and what is no figure of a reform's work."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("measurements.yaml")


class MeasurementCues(BaseModel):
    """The lists of ``measurements.yaml``; see its comments."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    units: tuple[str, ...]
    money: frozenset[str]
    digits_only: frozenset[str]
    stop_after: tuple[str, ...]
    stop_before: tuple[str, ...]
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    right_end: tuple[str, ...]


def alternatives(words: tuple[str, ...]) -> str:
    """A regular expression's alternatives, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def measurement_cues() -> MeasurementCues:
    """The lists of ``measurements.yaml``, loaded once."""
    return MeasurementCues.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
