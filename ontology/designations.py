"""Cues of what a superior gives a region: a pilot, the name of a model, its practice promoted elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("designations.yaml")


class DesignationCues(BaseModel):
    """The sets and lists of ``designations.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    given: CueSet
    told: CueSet
    approves: CueSet
    pilot: CueSet
    model: CueSet
    practice: CueSet
    honour: CueSet
    unsure: CueSet
    sought: CueSet
    smaller: CueSet
    several: CueSet
    promoted: CueSet
    possible: CueSet
    no_giver: CueSet
    scopes: Mapping[Literal["country", "province", "prefecture", "district"], tuple[str, ...]]
    chooses: tuple[str, ...]
    approved_by: tuple[str, ...]
    between: tuple[str, ...]
    practices: tuple[str, ...]
    spreading: tuple[str, ...]


@cache
def designation_cues() -> DesignationCues:
    """The cues of ``designations.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(DesignationCues, read_yaml(_FILE), _FILE.name)
