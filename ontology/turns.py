"""How sentences say that one reform became another: the cues of ``turns.yaml``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, RootModel

from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("turns.yaml")


class TurnCue(BaseModel):
    """One way to say it; see the head of ``turns.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    before: re.Pattern[str] | None = None
    between: re.Pattern[str]
    behind: re.Pattern[str] | None = None
    reversed: bool = False
    must: str
    earlier: str
    later: str
    must_not: str

    def holds(self, folded: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
        """Whether a folded text says it of the names at the spans ``first`` and ``second``."""
        if not self.between.fullmatch(folded, first[1], second[0]):
            return False
        if self.before and not re.search(rf"(?:{self.before.pattern})\Z", folded[: first[0]]):
            return False
        return self.behind is None or bool(self.behind.match(folded, second[1]))


class _TurnCues(RootModel[dict[str, TurnCue]]):
    root: dict[str, TurnCue] = Field(min_length=1)


@cache
def turn_cues() -> dict[str, TurnCue]:
    """The cues by name, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(_TurnCues, read_yaml(_FILE), _FILE.name).root
