"""The names of columns, as they are compared."""

from __future__ import annotations

import pytest

from extractors.catalogues.header import plain


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("标题", "标题"),
        (" 发文 字号＊：", "发文字号"),
        ("发布日期（年月日）", "发布日期"),
        ("URL[链接]", "url"),
        ("（备注）", "（备注）"),
    ],
)
def test_without_blanks_marks_and_brackets(name: str, compared: str) -> None:
    assert plain(name) == compared


def test_brackets_that_never_close_are_read_in_the_time_of_their_length() -> None:
    """Where each was sought to the end of the cell, the 60,000 of a damaged list took half a minute."""
    brackets = "[" * 300_000
    assert plain(f"{brackets}标题") == f"{brackets}标题"
