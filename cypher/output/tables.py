"""Rows as a table that lines up Chinese text, and as a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, islice
from typing import Any, TextIO

from tabulate import tabulate

from cypher.output.cells import cell
from cypher.output.fitting import columns_of, fitted
from cypher.output.rows import Written
from cypher.results import Result
from cypher.shown import shown

MEASURED = 1_000
"""How many rows tell how wide a table is whose rows are written as they come."""
_GAP = "  "
_MARKUP = re.compile(r"[\\|\[\]`*]|~(?=~)")


def write_table(result: Written, stream: TextIO, *, width: int | None = None) -> None:
    """Writes an aligned table and the number of rows; numbers to the right, long texts cut to fit ``width``.

    Of rows that are written as they come the first ``MEASURED`` tell the widths; what is longer later stands out.
    """
    coming = iter(result.rows)
    first = list(coming) if isinstance(result, Result) else list(islice(coming, MEASURED))
    numbers = [_is_number(row[i] for row in first) for i in range(len(result.columns))]
    lines = [[_one_line(name) for name in result.columns], *map(_texts, first)]
    text = tabulate(
        lines[1:] if width is None else _ruled(fitted(lines, numbers, width)),
        headers=lines[0] if width is None else (),
        tablefmt="simple" if width is None else "plain",
        disable_numparse=True,
        colalign=["right" if number else "left" for number in numbers] if first else None,
    )
    stream.write(f"{text}\n")
    count = len(first)
    widths = [len(rule) for rule in text.split("\n")[1].split()]
    for row in coming:
        count += 1
        aligned = (_aligned(*one) for one in zip(_texts(row), widths, numbers, strict=True))
        stream.write(_GAP.join(aligned).rstrip() + "\n")
    stream.write(f"({count} {'row' if count == 1 else 'rows'})\n")


def _ruled(lines: list[list[str]]) -> list[list[str]]:
    """``lines`` with rules below the first, as narrow as they are; those of tabulate are wider than a name by two."""
    rules = ["-" * max(map(columns_of, column)) for column in zip(*lines, strict=True)]
    return [lines[0], rules, *lines[1:]]


def _texts(row: Iterable[Any]) -> list[str]:
    return [_one_line(cell(value)) for value in row]


def _aligned(text: str, width: int, number: bool) -> str:
    blanks = " " * max(0, width - columns_of(text))
    return blanks + text if number else text + blanks


def _is_number(column: Iterable[Any]) -> bool:
    values = [value for value in column if value is not None]
    return bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def line(text: str, form: str) -> str:
    """``text``, of others' words, as one line beside the tables of a report in ``form`` (``table`` or ``md``)."""
    return _escaped(" ".join(text.split())) if form == "md" else _one_line(text)


def _one_line(text: str) -> str:
    return shown(" ".join(text.split()))


def write_markdown(result: Written, stream: TextIO) -> None:
    """Writes a Markdown table; what would be a bar, a tag, a link or a picture within a cell is escaped."""
    head = (list(result.columns), ["---"] * len(result.columns))
    for line in chain(head, ([cell(value) for value in row] for row in result.rows)):
        stream.write("| " + " | ".join(_escaped(text) for text in line) + " |\n")


def _escaped(text: str) -> str:
    lines = (shown(line) for line in text.splitlines())
    return "<br>".join(_MARKUP.sub(r"\\\g<0>", line).replace("&", "&amp;").replace("<", "&lt;") for line in lines)
