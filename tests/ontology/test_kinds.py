"""The endings of titles, however long these are."""

from __future__ import annotations

import re

import pytest

from ontology import kinds
from ontology.kinds import kind_cues


class _Counted:
    """A pattern that counts the characters that it is asked to search."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.characters = pattern, 0

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        self.characters += end - start
        return self.pattern.search(text, start, end)


@pytest.mark.parametrize("behind", ["　", "”", "（试行）", "试行）"])
def test_a_title_of_any_length_is_read_from_its_end(behind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = _Counted(kinds._IN_BRACKETS)
    monkeypatch.setattr(kinds, "_IN_BRACKETS", counted)
    title = "示例市政务服务管理办法" + behind * 5000
    assert kind_cues().ending(title) == ("办法" if behind != "试行）" else None)
    assert kind_cues().ending(behind * 5000 + "示例") is None
    assert counted.characters <= 32 * len(title)
