"""Topics by whose words a judge tells whether a figure measures a reform's work."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("figure_words.yaml")


class Topic(BaseModel):
    """What a text may speak of.

    Attributes:
        of: how government itself works, a field that government looks after, or either.
        heard: the words by which it is heard.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: Literal["government", "another field", "either"]
    heard: CueSet


class FigureWords(BaseModel):
    """The topics of ``figure_words.yaml``, by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    topics: dict[str, Topic]
    units: dict[str, tuple[str, ...]]
    reform_nouns: tuple[str, ...]
    light_nouns: tuple[str, ...]
    growth: re.Pattern[str]
    target: re.Pattern[str]
    limit: re.Pattern[str]
    issuing: re.Pattern[str]
    term: re.Pattern[str]
    bodies: re.Pattern[str]
    private: re.Pattern[str]
    applies: re.Pattern[str]
    all_fields: tuple[str, ...]

    @cached_property
    def unit_class(self) -> dict[str, str]:
        """The kind of each unit."""
        return {unit: kind for kind, units in self.units.items() for unit in units}

    @cached_property
    def owner(self) -> dict[str, str]:
        """The topic of each word."""
        return {word: name for name, topic in self.topics.items() for cue in topic.heard.cues for word in cue.words}


@cache
def figure_words() -> FigureWords:
    """The topics, loaded once."""
    return validated(FigureWords, read_yaml(_FILE), _FILE.name)
