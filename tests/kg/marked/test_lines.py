"""The text as HTML: what is marked where, and that nothing in it is lost or run."""

from __future__ import annotations

import html
import re

from extractors.record import TextSpan
from kg.marked.lines import BELOW, STEP, TOP, depth_of, marked_lines
from kg.marked.marks import Finding


def finding(number: int, text: str, surface: str, noun: str = "region") -> Finding:
    start = text.index(surface)
    span = TextSpan(start, start + len(surface), surface, "regions.test")
    return Finding(number, noun, {}, (span,), None, None)


def plain(line: str) -> str:
    """The line's text without the numbers of marks."""
    return html.unescape(re.sub(r"<a [^>]*>\d+</a>|<[^>]+>", "", line))


def test_every_line_keeps_its_text_blanks_and_all() -> None:
    text = "遂宁市 2018 年\n\n　一网通办 <b>&amp; 上线\tA\n"
    lines = list(marked_lines(text, [finding(1, text, "遂宁市"), finding(2, text, "一网通办 <b>", "initiative")]))
    assert [plain(line) for line in lines] == text.split("\n")
    assert "<b>" not in "".join(lines)


def test_each_character_of_a_mark_is_underlined_and_the_first_is_numbered() -> None:
    text = "在遂宁市推行"
    (line,) = marked_lines(text, [finding(7, text, "遂宁市")])
    assert line.count('<i class="s t22 region">') == 3
    assert re.findall(r'<a class="l t22 region" href="#f(\d+)">\1</a>', line) == ["7"]
    assert line.startswith("在<span")


def test_marks_above_each_other_are_drawn_below_each_other() -> None:
    text = "遂宁市推行一网通办"
    found = [finding(1, text, text, "adoption"), finding(2, text, "遂宁市"), finding(3, text, "一网通办", "initiative")]
    (line,) = marked_lines(text, found)
    assert f't{TOP} adoption"' in line and f't{TOP + STEP} region"' in line and f't{TOP + STEP} initiative"' in line
    assert f'class="m h{TOP + BELOW + STEP}"' in line
    assert (depth_of(found), depth_of([])) == (2, 0)


def test_a_mark_over_two_lines_stands_on_both() -> None:
    text = "推行一网\n通办"
    first, second = marked_lines(text, [finding(1, text, "一网\n通办", "initiative")])
    assert first.count("<i") == second.count("<i") == 2


def test_what_html_cannot_hold_is_shown_as_such() -> None:
    text = "甲\x00乙\ue000 丙\ud800"
    (line,) = marked_lines(text, [])
    assert line == "甲\ufffd乙\ufffd 丙\ufffd"
