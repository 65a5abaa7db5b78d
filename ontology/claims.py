"""Cues of what regions claim: from whom they learned a reform, that they were the first with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("claims.yaml")


class Experience(BaseModel):
    """An experience that goes by words of its own, and the code of the place that it is of, by general knowledge."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[str, ...] = Field(min_length=1)
    region: str = Field(pattern=r"^\d{6}$")


class ClaimCues(BaseModel):
    """The sets and lists of ``claims.yaml``, each with a sentence of its own on what it means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    learns: CueSet
    toward: CueSet
    taught: CueSet
    occasion: CueSet
    practice: CueSet
    first: CueSet
    first_of: CueSet
    invents: CueSet
    aims: CueSet
    among: CueSet
    nation: tuple[str, ...]
    beyond: tuple[str, ...]
    experiences: tuple[Experience, ...]


@cache
def claim_cues() -> ClaimCues:
    """The cues of ``claims.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(ClaimCues, read_yaml(_FILE), _FILE.name)
