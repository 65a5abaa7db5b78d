"""Words for documents that are cited: what is one, who issued it, how the citing document stands to it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.errors import OntologyError
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("policies.yaml")
RELATIONS = ("cites", "implements", "forwards", "amends", "repeals")  # weakest first


class PolicyWords(BaseModel):
    """The lists and patterns of ``policies.yaml``, whose comments explain them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    endings: tuple[str, ...]
    signs: tuple[str, ...]
    no_endings: tuple[str, ...]
    short: tuple[str, ...]
    issuing: re.Pattern[str]
    issued_after: re.Pattern[str]
    relations_before: dict[str, re.Pattern[str]]
    relations_after: dict[str, re.Pattern[str]]
    between: re.Pattern[str]


@cache
def policy_words() -> PolicyWords:
    """The lists and patterns, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    words = validated(PolicyWords, read_yaml(_FILE), _FILE.name)
    unknown = {*words.relations_before, *words.relations_after} - {*RELATIONS}
    if unknown:
        raise OntologyError(f"policies.yaml: no such relation: {', '.join(sorted(unknown))}; known: {RELATIONS}")
    return words
