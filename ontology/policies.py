"""Words for documents that are cited: what is one, who issued it, how the citing document stands to it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("policies.yaml")
Relation = Literal["cites", "implements", "forwards", "amends", "repeals"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""How a document may stand to one that it cites, the weakest first."""


class PolicyWords(BaseModel):
    """The sets, lists and patterns of ``policies.yaml``, whose comments explain them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    endings: tuple[str, ...]
    signs: tuple[str, ...]
    no_endings: tuple[str, ...]
    short: tuple[str, ...]
    powers: tuple[str, ...]
    bare_title: CueSet
    issuing: CueSet
    issued_after: CueSet
    handed_out: CueSet
    hands_out: CueSet
    about_government: CueSet
    served: tuple[str, ...]
    opens_act: CueSet
    handing_out: tuple[str, ...]
    relations_before: dict[Relation, CueSet]
    relations_after: dict[Relation, CueSet]
    between: re.Pattern[str]


@cache
def policy_words() -> PolicyWords:
    """The sets, lists and patterns, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(PolicyWords, read_yaml(_FILE), _FILE.name)
