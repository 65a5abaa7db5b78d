"""What in a list of sources asks for a look: empty fields, and those that rules of little weight tell."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.loading import read_yaml, validated
from ontology.rules import Rule

_FILE = Path(__file__).with_name("source_doubts.yaml")


class Reason(BaseModel):
    """A reason in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: str
    zh: str

    def told(self, language: str) -> str:
        """It in ``language`` (``en`` or ``zh``)."""
        return self.zh if language == "zh" else self.en


class SourceDoubts(BaseModel):
    """The reasons of ``source_doubts.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    empty: Reason
    rules: dict[Rule, Reason]


@cache
def source_doubts() -> SourceDoubts:
    """The reasons of ``source_doubts.yaml``, loaded once."""
    return validated(SourceDoubts, read_yaml(_FILE), _FILE.name)
