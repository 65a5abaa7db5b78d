"""What the headings of a document say about the text below them: cues of plans and of problems."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.loading import read_yaml

_FILE = Path(__file__).with_name("sections.yaml")


class SectionCues:
    """Patterns over headings; see the head of ``sections.yaml``."""

    def __init__(self, kinds: dict[str, list[str]], done: list[str], turns: dict[str, list[str]] | None = None) -> None:
        """Compile the patterns, kinds in their order of precedence."""
        self._kinds = [(kind, _alternatives(patterns)) for kind, patterns in kinds.items()]
        self._done = _alternatives(done)
        self._turns = [(kind, _alternatives(patterns)) for kind, patterns in (turns or {}).items()]

    def turn(self, line: str) -> tuple[str, str] | None:
        """``plan``, ``done`` or ``glossary`` with the words that say so, where the folded line turns the text to it."""
        for kind, pattern in self._turns:
            match = pattern.search(line)
            if match:
                return kind, match[0]
        return None

    def plans(self, title: str) -> bool:
        """Whether a heading names plans, whatever else it names."""
        return any(kind == "plan" and pattern.search(title) for kind, pattern in self._kinds)

    def kind(self, title: str) -> str | None:
        """``plan``, ``problem``, ``done`` or None for a heading that tells nothing."""
        done = self._done.search(title)
        found = next((kind for kind, pattern in self._kinds if pattern.search(title)), None)
        if done and found:
            return None
        return "done" if done else found


def _alternatives(patterns: list[str]) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    except re.error as error:
        raise OntologyError(f"sections.yaml: a pattern is not a regular expression: {error}") from error


@cache
def section_cues() -> SectionCues:
    """The cues of ``sections.yaml``, loaded once."""
    data = read_yaml(_FILE)
    return SectionCues(data["kinds"], data["done"], data["turns"])
