"""Numbers that a word processor prints before paragraphs (一、 （二） 3.) without their being in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Form = Callable[[int], str]
"""How a count is written."""

_PLACE = re.compile(r"%(\d)")
_LAST_CIRCLED = 20


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: in ``text`` the count of the first level stands for ``%1``; ``form`` is None of a bullet."""

    form: Form | None
    text: str
    start: int = 1


@dataclass(slots=True)
class Counts:
    """How far each list of a document has been counted, by what lists that count together have in common."""

    _counted: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, key: str, levels: Mapping[int, Level], depth: int, start: int | None = None) -> str:
        """The number printed before the next paragraph of a list, from ``start`` on; empty where it is only a bullet.

        Args:
            key: what it counts together with.
            levels: of the list, from 0.
            depth: the level of the paragraph.
            start: its own count; None for the next one.
        """
        level = levels.get(depth)
        if level is None:
            return ""
        counted = self._counted.setdefault(key, {})
        counted[depth] = counted.get(depth, level.start - 1) + 1 if start is None else start
        for deeper in [one for one in counted if one > depth]:
            del counted[deeper]
        if level.form is None:
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, level)
            return (other.form or str)(counted.get(at, other.start))

        return _PLACE.sub(shown, level.text)


def circled(count: int) -> str:
    """①, as far as there are such signs."""
    return chr(0x245F + count) if 0 < count <= _LAST_CIRCLED else str(count)
