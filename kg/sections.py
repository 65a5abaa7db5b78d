"""Several tables written down as one: a report for a terminal or in Markdown, or all of them as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TextIO

from cypher.output import in_language, line, write_result
from cypher.plain import plain
from cypher.results import Result
from kg.tracing.notes import Note, words

_QUOTE = 44  # characters of a sentence on a terminal; the tables have the whole
_LONG = frozenset({"quote", "title", "sentence", "earlier_sentence", "later_sentence"})

Section = tuple[tuple[str, ...] | None, int]
"""What a report prints of a table: the columns (None: all) and the most rows."""


def write_sections(
    title: str,
    sections: Mapping[str, Section],
    tables: Mapping[str, Result],
    notes: Iterable[Note],
    stream: TextIO,
    form: str,
    lang: str,
) -> None:
    """Write those of ``tables`` that have rows, in the order of ``sections``, as ``table`` (for a terminal) or ``md``.

    The headings are those of ``kg/tracing/words.yaml``, by name of the table.
    """
    write_title(title, form, stream)
    for name, (columns, most) in sections.items():
        write_section(name, tables[name], columns, most, form, stream, lang)
    write_notes(notes, form, stream, lang)


def write_title(title: str, form: str, stream: TextIO) -> None:
    """Write what the report is on, as its first line."""
    stream.write(f"{'# ' if form == 'md' else ''}{line(title, form)}\n")


def write_heading(name: str, form: str, stream: TextIO, lang: str) -> None:
    """Write the heading ``name`` of a part of a report."""
    stream.write(f"\n{'## ' if form == 'md' else ''}{words(lang)[name]}\n\n")


def write_section(
    name: str, table: Result, columns: tuple[str, ...] | None, most: int, form: str, stream: TextIO, lang: str,
    *, more: str = "more",
) -> None:  # fmt: skip
    """Write a table with its heading, if it has rows: at most ``most``, and in the words ``more`` how many are left."""
    if not table.rows:
        return
    write_heading(name, form, stream, lang)
    write_result(excerpt(table, columns, most, form), form, stream, lang)
    if len(table) > most:
        left = words(lang)[more].format(n=len(table) - most, table=name)
        stream.write("\n" * (form == "md") + left + "\n")


def write_notes(notes: Iterable[Note], form: str, stream: TextIO, lang: str) -> None:
    """Write what the tables rest on, a line a note."""
    write_heading("notes", form, stream, lang)
    stream.writelines(f"- {line(note.text(lang), form)}\n" for note in notes)


def write_object(
    head: Mapping[str, Any], tables: Mapping[str, Result], notes: Collection[Note], stream: TextIO, lang: str
) -> None:
    """Write ``head``, then ``tables``, each a list of rows, and ``notes`` as one JSON object."""
    rows = {name: [plain(row) for row in in_language(table, lang).records()] for name, table in tables.items()}
    told = {**head, "tables": rows, "notes": [note.text(lang) for note in notes]}
    stream.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def excerpt(table: Result, columns: tuple[str, ...] | None, most: int, form: str) -> Result:
    """At most ``most`` rows of ``table`` with its ``columns`` (None: all); on a terminal, sentences are cut short."""
    kept = columns or table.columns
    at = [table.columns.index(name) for name in kept]
    rows = [tuple(_short(row[i]) if form == "table" and table.columns[i] in _LONG else row[i] for i in at)
            for row in table.rows[:most]]  # fmt: skip
    return replace(table, columns=tuple(kept), rows=tuple(rows))


def _short(text: str | None) -> str | None:
    if text is None:
        return None
    text = "".join(text.split("\n"))
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
