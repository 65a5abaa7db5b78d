"""Cues of dated happenings."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.loading import read_yaml, validated
from ontology.rules import Rule

_FILE = Path(__file__).with_name("events.yaml")


class EventKind(BaseModel):
    """One kind of happening: its verb and where its subject stands; see the head of ``events.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["established", "abolished", "pilot_approved", "pilot_started", "launched", "meeting", "other"]
    rule: Rule
    verb: re.Pattern[str]
    subject: Literal["body", "initiative", "meeting", "title", "brand"]


class EventCues(BaseModel):
    """The lists of ``events.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    until: tuple[str, ...]
    before: re.Pattern[str]
    kinds: tuple[EventKind, ...]
    bodies: tuple[str, ...]
    meetings: tuple[str, ...]


@cache
def event_cues() -> EventCues:
    """The cues of ``events.yaml``, loaded once."""
    return validated(EventCues, read_yaml(_FILE), _FILE.name)
