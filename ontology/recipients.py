"""Cues of the line that says to whom a document goes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("recipients.yaml")


class RecipientCues(BaseModel):
    """The sets of ``recipients.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    not_recipient: CueSet
    collective: CueSet


@cache
def recipient_cues() -> RecipientCues:
    """The cues of ``recipients.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(RecipientCues, read_yaml(_FILE), _FILE.name)
