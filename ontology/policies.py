"""Words for documents that are cited: what is one, who issued it, how the citing document stands to it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from ontology.errors import OntologyError

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
    try:
        words = PolicyWords.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise OntologyError(f"policies.yaml: {where}: {first['msg']}") from error
    unknown = {*words.relations_before, *words.relations_after} - {*RELATIONS}
    if unknown:
        raise OntologyError(f"policies.yaml: no such relation: {', '.join(sorted(unknown))}; known: {RELATIONS}")
    return words
