"""Which runs of words are counted as terms: the word lists of ``terms.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("terms.yaml")


class TermWords(BaseModel):
    """The lists of ``terms.yaml``; see its head."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    heads: frozenset[str]
    breaks: frozenset[str]
    stop: frozenset[str]


@cache
def term_words() -> TermWords:
    """The lists of ``terms.yaml``, loaded once."""
    return validated(TermWords, read_yaml(_FILE), _FILE.name)
