"""Rows as the HTML table that a notebook shows, every text escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from cypher.output.cells import cell
from cypher.shown import shown

SHOWN = 60
"""Rows of a table; more are counted beneath it."""
LONGEST = 300
"""Characters of a cell; of a longer one the beginning is shown, and all of it where the mouse rests on it."""


def html_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], *, truncated: bool = False) -> str:
    """A table of ``rows``, numbers to the right; ``truncated`` says that there are more than these.

    >>> html_table(["region"], [["<b>"]]).count("&lt;b&gt;")
    1
    """
    head = "".join(f"<th>{_text(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows[:SHOWN])
    rest = f", of which the first {SHOWN} are shown" if len(rows) > SHOWN else ""
    count = f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}{' and more' if truncated else ''}{rest}"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{count}</p>"


def _cell(value: Any) -> str:
    text = cell(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f'<td style="text-align:right">{_text(text)}</td>'
    if len(text) > LONGEST:
        return f'<td style="text-align:left" title="{_text(text)}">{_text(text[:LONGEST])}…</td>'
    return f'<td style="text-align:left">{_text(text)}</td>'


def _text(text: str) -> str:
    return escape(shown(text))
