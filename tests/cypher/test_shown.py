from __future__ import annotations

import io

import pytest

from cypher.output import write_result
from cypher.results import Result
from cypher.shown import shown

HOSTILE = ["\x1b]0;owned\x07", "\x1b[2K\r", "\0", "\x9b31m", "\u202eabc", "\u2066\u2069", "\u200f", "\ud800", "\x7f"]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_a_terminal_obeys_is_shown_raw(text: str) -> None:
    said = shown(f"遂宁市{text}.txt")
    assert said.startswith("遂宁市\\") and said.endswith(".txt")
    assert all(c.isprintable() for c in said)
    said.encode("utf-8")


def test_lines_and_tabs_stay() -> None:
    assert shown("一行\n二行\t“一网通办”") == "一行\n二行\t“一网通办”"


@pytest.mark.parametrize("form", ["table", "md"])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_table_holds_a_control(form: str, text: str) -> None:
    stream = io.StringIO()
    write_result(Result((f"a{text}",), ((f"甲{text}乙",),)), form, stream)
    assert all(c.isprintable() or c == "\n" for c in stream.getvalue())
