"""Cues of what looks like the name of a local initiative and is none."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("no_initiatives.yaml")


class NoInitiativeCues(BaseModel):
    """The sets of ``no_initiatives.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    designation: CueSet
    given_up: CueSet
    fields: CueSet
    generic: CueSet
    nobodys: CueSet
    others_do: CueSet
    others_must: CueSet
    no_lead: CueSet
    slogans: CueSet


@cache
def no_initiative_cues() -> NoInitiativeCues:
    """The cues of ``no_initiatives.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(NoInitiativeCues, read_yaml(_FILE), _FILE.name)
