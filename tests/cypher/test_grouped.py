"""What goes to a store at a time: rows of one kind, few of which wait for others."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from cypher.grouped import grouped


def test_no_row_is_lost_and_few_wait() -> None:
    dice = random.Random(3)
    rows = [(dice.choice("abcdefgh"), {"n": n}) for n in range(500)]
    asked = 0

    def coming() -> Iterator[tuple[str, dict[str, Any]]]:
        nonlocal asked
        for row in rows:
            asked += 1
            yield row

    given = 0
    found: list[tuple[str, int]] = []
    for kind, part in grouped(coming(), 10):
        assert 0 < len(part) <= 10 and asked - given <= 40
        given += len(part)
        found += [(kind, row["n"]) for row in part]
    assert sorted(found, key=lambda pair: pair[1]) == [(kind, row["n"]) for kind, row in rows]
    assert list(grouped(iter(()), 10)) == []
