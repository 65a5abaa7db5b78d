"""Writing an answer of several tables: one of them, or all as a report or as one object."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.commands.base import language, say
from kg.commands.showing import ONE_TABLE, reporting, show_rows, writing

if TYPE_CHECKING:
    from cypher.results import Result
    from kg.info.info import Info
    from kg.lineage.lineage import Lineage
    from kg.profile.profile import Profile
    from kg.sections import Section
    from kg.shared_text.shares import Shares


def only(form: str, table: str) -> str | None:
    """The table that a format of one table holds."""
    return table if form in ONE_TABLE else None


def show_tables(
    found: Info | Lineage | Profile | Shares,
    head: Mapping[str, Any],
    sections: Mapping[str, Section],
    table: str | None,
    form: str,
    output: Path | None,
) -> None:
    """One table, with what it rests on to stderr; or all of them as a report or as one object."""
    if table:
        rows: Result = found[table]
        show_rows(rows, form, output)
        for note in found.notes:
            say(note.text(language()))
        return
    from kg.sections import write_object, write_sections

    if form == "json":
        with writing(output) as stream:
            write_object(head, found.tables, found.notes, stream, language())
        return
    with reporting(form, output) as report:
        write_sections(str(next(iter(head.values()))), sections, found.tables, found.notes, report)
