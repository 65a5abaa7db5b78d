"""Cues of dated happenings."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated
from ontology.rules import Rule

_FILE = Path(__file__).with_name("events.yaml")


class EventKind(CueSet):
    """The cues of one kind of happening and where its subject stands; see the comments of ``events.yaml``."""

    kind: Literal["pilot_started", "launched", "meeting", "other"]
    subject: Literal["initiative", "trial", "meeting", "session", "title", "act", "brand"]

    reach: int = 60  # characters from the date within which the verb stands

    @property
    def finds(self) -> Rule:
        """The rule of events of this kind."""
        return self.rule[0]


class EventCues(BaseModel):
    """The sets and lists of ``events.yaml``; the kinds stand in the order in which they are tried."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    until: CueSet
    deadline: CueSet
    decides: CueSet
    kinds: dict[str, EventKind]
    own_title: CueSet
    not_done: CueSet
    reform: CueSet
    led: tuple[str, ...]
    meetings: tuple[str, ...]
    in_force_labels: tuple[str, ...]
    national: tuple[str, ...]


@cache
def event_cues() -> EventCues:
    """The cues of ``events.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(EventCues, read_yaml(_FILE), _FILE.name)
