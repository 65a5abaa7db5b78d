"""What the headings of a document say about the text below them: cues of plans and of problems."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("sections.yaml")


class SectionCues(BaseModel):
    """The sets of ``sections.yaml``; kinds and turns stand in their order of precedence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: dict[Literal["problem", "plan"], CueSet]
    done: CueSet
    turns: dict[Literal["plan", "done", "glossary"], CueSet]
    remedy: CueSet

    def turn(self, line: str) -> tuple[str, str] | None:
        """``plan``, ``done`` or ``glossary`` with the words that say so, where the folded line turns the text to it."""
        if not self._any_turn.search(line):
            return None
        found = ((kind, cues.search(line)) for kind, cues in self.turns.items())
        return next((kind, match[0]) for kind, match in found if match)

    @cached_property
    def _any_turn(self) -> re.Pattern[str]:
        """All turning lines at once, by which most lines are passed over."""
        return re.compile("|".join(cues.pattern.pattern for cues in self.turns.values()))

    def plans(self, title: str) -> bool:
        """Whether a heading names plans, whatever else it names."""
        return bool(self.kinds["plan"].search(title))

    def kind(self, title: str) -> str | None:
        """``plan``, ``problem``, ``done`` or None for a heading that tells nothing."""
        done = self.done.search(title)
        found = next((kind for kind, cues in self.kinds.items() if cues.search(title)), None)
        if done and found:
            return None
        return "done" if done else found


@cache
def section_cues() -> SectionCues:
    """The cues of ``sections.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(SectionCues, read_yaml(_FILE), _FILE.name)
