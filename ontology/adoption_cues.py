"""Cues of how far a region is with an initiative: the patterns of ``adoption_cues.yaml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.loading import read_yaml

_SINGLE = ("pilot", "completed", "partly", "planned", "sought", "negated", "acts", "decided")
_FILE = Path(__file__).with_name("adoption_cues.yaml")


@dataclass(frozen=True, slots=True)
class AdoptionCues:
    """Patterns over a folded phrase in which ``_`` stands for the initiative; see the head of the YAML file."""

    pilot: re.Pattern[str]
    completed: re.Pattern[str]
    partly: re.Pattern[str]
    planned: re.Pattern[str]
    sought: re.Pattern[str]
    negated: re.Pattern[str]
    higher: dict[str, re.Pattern[str]]
    actors: dict[str, re.Pattern[str]]
    acts: re.Pattern[str]
    decided: re.Pattern[str]
    policies: frozenset[str]


def _either(patterns: list[str] | str) -> re.Pattern[str]:
    joined = patterns if isinstance(patterns, str) else "|".join(f"(?:{pattern})" for pattern in patterns)
    try:
        return re.compile(joined)
    except re.error as error:
        raise OntologyError(f"adoption_cues.yaml: {joined} is not a regular expression: {error}") from error


@cache
def adoption_cues() -> AdoptionCues:
    """The cues of ``adoption_cues.yaml``, loaded once."""
    data = read_yaml(_FILE)
    single = {name: _either(data[name]) for name in _SINGLE}
    higher = {how: _either(patterns) for how, patterns in data["higher"].items()}
    actors = {how: _either(pattern) for how, pattern in data["actors"].items()}
    return AdoptionCues(**single, higher=higher, actors=actors, policies=frozenset(data["policies"]))
