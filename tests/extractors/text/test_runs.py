"""Runs between marks."""

from __future__ import annotations

from extractors.text.runs import Runs, run_start


def test_a_run_begins_behind_the_last_mark_before_it() -> None:
    text = "深化改革，推行容缺受理、告知承诺；办结三件"
    assert text[run_start(text, 0, text.index("告知")) :].startswith("推行容缺受理、告知承诺")
    assert run_start(text, 0, 2) == 0
    assert run_start(text, 7, text.index("告知")) == 7


def test_runs_are_told_whole_and_again() -> None:
    text = "深化改革，推行容缺受理、告知承诺；办结三件。推行并联审批"
    low, high = 0, text.index("。")
    runs = Runs(text)
    told = [runs.around(at, at + 2, low, high) for at in map(text.index, ("深化", "容缺", "告知", "办结"))]
    assert [text[start:end] for start, end in told] == ["深化改革", *["推行容缺受理、告知承诺"] * 2, "办结三件"]
    start, end = runs.around(high + 1, high + 3, high + 1, len(text))
    assert text[start:end] == "推行并联审批"
