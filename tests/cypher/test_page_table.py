"""The table that a notebook shows: whole, and safe whatever stands in its cells."""

from __future__ import annotations

import pytest
from IPython.core.formatters import DisplayFormatter
from lxml import html

from cypher.output.page_table import LONGEST, SHOWN, html_table
from cypher.results import Result

HOSTILE = ["<script>alert(1)</script>", "</td></table><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "&lt;b&gt;", "'><svg/onload=1>"]


def cells(text: str) -> list[str]:
    return [str(cell.text_content()) for cell in html.fromstring(f"<div>{text}</div>").iter("td", "th")]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_is_shown_and_nothing_else(value: str) -> None:
    table = html_table([value], [[value], [value + "x" * LONGEST]])
    assert cells(table) == [value, value, f"{(value + 'x' * LONGEST)[:LONGEST]}…"]
    elements = list(html.fromstring(f"<div>{table}</div>").iter())
    assert {element.tag for element in elements} == {"div", "table", "thead", "tbody", "tr", "th", "td", "p"}
    assert {name for element in elements for name in element.attrib} <= {"style", "title"}


def test_what_would_turn_a_line_round_is_written_out() -> None:
    assert cells(html_table(["a"], [["射洪\u202e市"]]))[1] == r"射洪\u202e市"


def test_numbers_stand_to_the_right_and_rows_are_counted() -> None:
    table = html_table(["region", "year", "so"], [["射洪市", 2019, True]])
    assert '<td style="text-align:right">2019</td>' in table and '<td style="text-align:left">true</td>' in table
    assert table.endswith("<p>1 row</p>")
    many = html_table(["n"], [[n] for n in range(SHOWN + 1)], truncated=True)
    assert len(cells(many)) == SHOWN + 1
    assert many.endswith(f"<p>{SHOWN + 1} rows and more, of which the first {SHOWN} are shown</p>")


def test_a_notebook_takes_a_result_for_a_table() -> None:
    shown, _ = DisplayFormatter().format(Result(("region",), (("射洪市",),)))
    assert cells(shown["text/html"]) == ["region", "射洪市"]
