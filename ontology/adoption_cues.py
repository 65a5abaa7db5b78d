"""Cues of how far a region is with an initiative, and of who acts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("adoption_cues.yaml")


class AdoptionCues(BaseModel):
    """The sets of ``adoption_cues.yaml``, each with a sentence of its own on what it means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pilot: CueSet
    sought: CueSet
    completed: CueSet
    covered: CueSet
    partly: CueSet
    planned: CueSet
    negated: CueSet
    explains: CueSet
    span: CueSet
    field: CueSet
    topic: CueSet
    lacking: CueSet
    defined: CueSet
    liability: CueSet
    channel: CueSet
    others_duty: CueSet
    others: CueSet
    wanted: CueSet
    praised: CueSet
    cited: CueSet
    listed_heading: CueSet
    item: CueSet
    higher_used: CueSet
    higher_own: CueSet
    subject: CueSet
    chosen: CueSet
    acts: CueSet
    made: CueSet
    reaches: CueSet
    attributive: CueSet
    own_again: CueSet
    pilot_place: CueSet
    decided: CueSet
    policies: frozenset[str]


@cache
def adoption_cues() -> AdoptionCues:
    """The cues of ``adoption_cues.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(AdoptionCues, read_yaml(_FILE), _FILE.name)
