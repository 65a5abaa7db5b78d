"""Cues of bodies that are set up, unveiled, renamed or abolished."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("foundings.yaml")


class FoundingCues(BaseModel):
    """The sets and lists of ``foundings.yaml``, whose comments explain them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    founds: CueSet
    founded: CueSet
    abolishes: CueSet
    abolished: CueSet
    renamed: CueSet
    wished: CueSet
    several: CueSet
    counted: CueSet
    told_in: frozenset[str]
    bodies: tuple[str, ...]
    no_bodies: tuple[str, ...]
    goes_on: tuple[str, ...]
    led: tuple[str, ...]
    spans: tuple[str, ...]
    years: tuple[str, ...]


@cache
def founding_cues() -> FoundingCues:
    """The cues of ``foundings.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(FoundingCues, read_yaml(_FILE), _FILE.name)
