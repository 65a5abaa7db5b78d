"""Refusals: what a trace does not give, each with a sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason.

    Attributes:
        reason: a key of ``refusals.yaml``.
        values: the numbers of its sentence.
    """

    reason: str
    values: Mapping[str, float] = field(default_factory=dict)

    def sentence(self, language: str = "en") -> str:
        """The reason as a sentence; ``language`` is en or zh."""
        return _sentences()[self.reason][language].format(**self.values)


@cache
def _sentences() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(files(__package__).joinpath("refusals.yaml").read_text("utf-8"))
    return found
