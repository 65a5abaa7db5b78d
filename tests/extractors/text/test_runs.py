"""Runs between marks."""

from __future__ import annotations

from extractors.text.runs import run_start


def test_a_run_begins_behind_the_last_mark_before_it() -> None:
    text = "深化改革，推行容缺受理、告知承诺；办结三件"
    assert text[run_start(text, 0, text.index("告知")) :].startswith("推行容缺受理、告知承诺")
    assert run_start(text, 0, 2) == 0
    assert run_start(text, 7, text.index("告知")) == 7
