"""What the page of a trace says of its own, in one language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from ontology.loading import parse_yaml


class Words:
    """The sentences and labels of ``words.yaml`` in one language, with their blanks filled in."""

    def __init__(self, lang: str) -> None:
        """``lang``: ``zh``, or English."""
        self.lang = "zh" if lang == "zh" else "en"
        self._said = _read()[self.lang]

    def say(self, name: str, /, **values: Any) -> str:
        """The sentence ``name`` with ``values`` filled in; percentages and years are given as they are shown."""
        return self._said[name].format(**values)

    def level(self, level: str) -> str:
        """A level of regions."""
        return self._said[f"level_{level}"]

    def joined(self, items: Iterable[str]) -> str:
        """Several things in one sentence."""
        return ("、" if self.lang == "zh" else ", ").join(items)

    def joined_sentences(self, parts: Iterable[str]) -> str:
        """Several remarks in one line."""
        return ("；" if self.lang == "zh" else "; ").join(part for part in parts if part)

    def all(self) -> dict[str, str]:
        """All of them by name, for the page's own scripts."""
        return dict(self._said)


@cache
def _read() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = parse_yaml(files(__package__).joinpath("words.yaml").read_text("utf-8"))
    return found


def percent(share: float) -> str:
    """A share as it is shown, with a space before the sign; never 0 % or 100 % of what is not.

    >>> percent(0.9677), percent(0.998), percent(0.002), percent(1.0)
    ('97 %', '99 %', '1 %', '100 %')
    """
    shown = round(100 * share)
    if 0 < share < 1:
        shown = min(max(shown, 1), 99)
    return f"{shown} %"
