"""Regular expressions made of lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BRACKETED = re.compile(r"\\\(([^()\\]+)\\\)")


def alternatives(words: Iterable[str]) -> str:
    """The alternatives of a regular expression that match the ``words`` themselves, the longest first."""
    return "|".join(re.escape(word) for word in longest_first(words))


def optional_parts(words: Iterable[str]) -> str:
    """Like ``alternatives``; what a word has in round brackets may be missing: 实现(了)全覆盖.

    >>> optional_parts(["达到", "实现(了)全覆盖"])
    '实现(?:了)?全覆盖|达到'
    """
    return "|".join(_BRACKETED.sub(r"(?:\1)?", re.escape(word)) for word in longest_first(words))


def longest_first(words: Iterable[str]) -> list[str]:
    """``words`` in the order in which the alternatives of a pattern must stand for the longest to be found."""
    return sorted(words, key=lambda w: (-len(w), w))
