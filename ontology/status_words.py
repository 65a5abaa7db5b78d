"""Words by which a judge tells a plan from a deed: sets of cues that weigh, none of which decides alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("status_words.yaml")


class StatusWords(BaseModel):
    """The sets of ``status_words.yaml`` by the place that they are looked for in, and by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    headings: dict[str, CueSet]
    work_report: dict[Literal["title", "text"], CueSet]
    clauses: dict[str, CueSet]
    marks: dict[Literal["done", "plan"], CueSet]


@cache
def status_words() -> StatusWords:
    """The sets of ``status_words.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(StatusWords, read_yaml(_FILE), _FILE.name)
