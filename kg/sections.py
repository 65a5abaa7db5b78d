"""Several tables written down as one: a report for a terminal or in Markdown, or all of them as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TextIO

from cypher.output import in_language, line, write_result
from cypher.plain import plain
from cypher.results import Result
from kg.tracing.notes import Note, words

_QUOTE = 44  # characters of a sentence where no width bounds a table; the tables have the whole
_LONG = frozenset({"quote", "title", "sentence", "earlier_sentence", "later_sentence"})

Section = tuple[tuple[str, ...] | None, int]
"""What a report prints of a table: the columns (None: all) and the most rows."""


@dataclass(frozen=True, slots=True)
class Report:
    """Where a report is written, and how.

    Attributes:
        stream: where.
        form: ``table`` (lined up, for a terminal) or ``md``.
        lang: ``en`` or ``zh``.
        width: columns of the terminal that its tables are to fit; None for one that is written elsewhere, in which
            sentences are cut short.
        wide: whether nothing is cut.
    """

    stream: TextIO
    form: str
    lang: str = "en"
    width: int | None = None
    wide: bool = False

    def said(self) -> dict[str, str]:
        """What reports say, by name, in its language."""
        return words(self.lang)

    def lines(self, texts: Iterable[str], before: str = "") -> None:
        """Write ``texts``, of others' words, each as a line behind ``before``."""
        self.stream.writelines(f"{before}{line(text, self.form)}\n" for text in texts)

    def title(self, text: str) -> None:
        """Write what the report is on, as its first line."""
        self.lines([text], "# " if self.form == "md" else "")

    def heading(self, name: str) -> None:
        """Write the heading ``name`` of a part."""
        self.stream.write(f"\n{'## ' if self.form == 'md' else ''}{self.said()[name]}\n\n")

    def section(self, name: str, table: Result, section: Section, *, more: str = "more") -> None:
        """Write what ``section`` prints of a table, if it has rows, and in the words ``more`` how many are left."""
        if not table.rows:
            return
        columns, most = section
        self.heading(name)
        write_result(self._excerpt(table, columns, most), self.form, self.stream, self.lang, width=self.width)
        if len(table) > most:
            left = self.said()[more].format(n=len(table) - most, table=name)
            self.stream.write("\n" * (self.form == "md") + left + "\n")

    def notes(self, notes: Iterable[Note]) -> None:
        """Write what the tables rest on, a line a note."""
        self.heading("notes")
        self.lines((note.text(self.lang) for note in notes), "- ")

    def _excerpt(self, table: Result, columns: tuple[str, ...] | None, most: int) -> Result:
        """At most ``most`` rows of ``table`` with its ``columns`` (None: all); without a width, sentences are cut."""
        kept = columns or table.columns
        at = [table.columns.index(name) for name in kept]
        cut = _LONG if self.form == "table" and self.width is None and not self.wide else frozenset[str]()
        rows = [tuple(_short(row[i]) if table.columns[i] in cut else row[i] for i in at) for row in table.rows[:most]]
        return replace(table, columns=tuple(kept), rows=tuple(rows))


def write_sections(
    title: str, sections: Mapping[str, Section], tables: Mapping[str, Result], notes: Iterable[Note], report: Report
) -> None:
    """Write those of ``tables`` that have rows, in the order of ``sections``.

    The headings are those of ``kg/tracing/words.yaml``, by name of the table.
    """
    report.title(title)
    for name, section in sections.items():
        report.section(name, tables[name], section)
    report.notes(notes)


def write_object(
    head: Mapping[str, Any], tables: Mapping[str, Result], notes: Collection[Note], stream: TextIO, lang: str
) -> None:
    """Write ``head``, then ``tables``, each a list of rows, and ``notes`` as one JSON object."""
    rows = {name: [plain(row) for row in in_language(table, lang).records()] for name, table in tables.items()}
    told = {**head, "tables": rows, "notes": [note.text(lang) for note in notes]}
    stream.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _short(text: str | None) -> str | None:
    if text is None:
        return None
    text = "".join(text.split("\n"))
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
