"""Rows as a table that lines up Chinese text, and as a Markdown table."""

from __future__ import annotations

import re
from typing import TextIO

from tabulate import tabulate

from cypher.output.cells import cell
from cypher.output.fitting import columns_of, fitted
from cypher.results import Result
from cypher.shown import shown

_MARKUP = re.compile(r"[\\|\[\]`*]|~(?=~)")


def write_table(result: Result, stream: TextIO, *, width: int | None = None) -> None:
    """Writes an aligned table and the number of rows; numbers to the right, long texts cut to fit ``width``."""
    numbers = [_is_number(result, i) for i in range(len(result.columns))]
    lines = [[_one_line(name) for name in result.columns]]
    lines += [[_one_line(cell(value)) for value in row] for row in result.rows]
    text = tabulate(
        lines[1:] if width is None else _ruled(fitted(lines, numbers, width)),
        headers=lines[0] if width is None else (),
        tablefmt="simple" if width is None else "plain",
        disable_numparse=True,
        colalign=["right" if number else "left" for number in numbers] if result.rows else None,
    )
    stream.write(f"{text}\n({len(result)} {'row' if len(result) == 1 else 'rows'})\n")


def _ruled(lines: list[list[str]]) -> list[list[str]]:
    """``lines`` with rules below the first, as narrow as they are; those of tabulate are wider than a name by two."""
    rules = ["-" * max(map(columns_of, column)) for column in zip(*lines, strict=True)]
    return [lines[0], rules, *lines[1:]]


def _is_number(result: Result, at: int) -> bool:
    values = [row[at] for row in result.rows if row[at] is not None]
    return bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def line(text: str, form: str) -> str:
    """``text``, of others' words, as one line beside the tables of a report in ``form`` (``table`` or ``md``)."""
    return _escaped(" ".join(text.split())) if form == "md" else _one_line(text)


def _one_line(text: str) -> str:
    return shown(" ".join(text.split()))


def write_markdown(result: Result, stream: TextIO) -> None:
    """Writes a Markdown table; what would be a bar, a tag, a link or a picture within a cell is escaped."""
    lines = [list(result.columns), ["---"] * len(result.columns)]
    lines += [[cell(value) for value in row] for row in result.rows]
    for line in lines:
        stream.write("| " + " | ".join(_escaped(text) for text in line) + " |\n")


def _escaped(text: str) -> str:
    lines = (shown(line) for line in text.splitlines())
    return "<br>".join(_MARKUP.sub(r"\\\g<0>", line).replace("&", "&amp;").replace("<", "&lt;") for line in lines)
