"""Cues of what a document says of itself: title, dates, year, number and issuer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("head_cues.yaml")


class HeadCues(BaseModel):
    """The sets of ``head_cues.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    no_title: CueSet
    needs_more: CueSet
    goes_on: CueSet
    names_issuer: CueSet
    closing: CueSet
    page_line: CueSet
    cover: CueSet
    passed: CueSet
    not_passed: CueSet
    passed_first: CueSet
    amended: CueSet
    review: CueSet
    review_last: CueSet
    ahead: CueSet
    ordered: CueSet
    cites_order: CueSet
    not_own_number: CueSet
    after_issuer: CueSet
    legislates: CueSet
    state: CueSet
    own_place: CueSet
    no_level: CueSet
    conditions: CueSet


@cache
def head_cues() -> HeadCues:
    """The cues of ``head_cues.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(HeadCues, read_yaml(_FILE), _FILE.name)
