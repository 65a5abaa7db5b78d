"""The page of a document: its head, its text with the marks, and the list of what they say."""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from cypher.output.names import column_name
from extractors.record import Record
from kg.marked.lines import BELOW, STEP, TOP, depth_of, marked_lines
from kg.marked.marks import findings
from kg.views.embed import asset, inline, policy
from kg.views.html_file import template, write_html
from ontology.loading import parse_yaml
from ontology.regions import region_table


def render_page(record: Record, text: str, *, lang: str = "en") -> str:
    """Makes the page of a document.

    Args:
        record: what was read of it.
        text: the text that the record's spans count in.
        lang: ``zh``, or English.

    Returns:
        HTML without a script, the same for the same record.
    """
    found = findings(record)
    styles = asset("kg.marked", "page.css") + inline(_depths(depth_of(found)), "depths")
    html: str = template("kg.marked").render(
        record=record,
        head={name: value for name, value in record.document.told().items() if value is not None},
        findings=found,
        lines=marked_lines(text, found),
        line_of=lambda at: text.count("\n", 0, at) + 1,
        words=_words()[lang],
        name=lambda field: column_name(field, lang),
        place=partial(_place, year=record.document.year),
        lang=lang,
        policy=policy([], [styles]),
        styles=styles,
    )
    return html


def write_page(path: str | Path, record: Record, text: str, *, lang: str = "en") -> None:
    """Writes the page of a document: UTF-8 under every locale, whole or not at all.

    Raises:
        DiskError: its folder is not there.
        OSError: the file cannot be written.
    """
    write_html(path, render_page(record, text, lang=lang))


def _place(code: str, year: int | None) -> str:
    """What a region is called in the year that its document is on; no word for a code that no table holds."""
    table = region_table()
    found = table.at(code, year) or next(iter(table.by_code(code)[-1:]), None)
    return found.full_name if found else ""


def _depths(depth: int) -> str:
    """The sheet for marks above each other: heights and offsets as displaCy counts them."""
    tops = [f".t{TOP + STEP * n} {{ top: {TOP + STEP * n}px }}" for n in range(depth)]
    heights = [f".h{TOP + BELOW + STEP * n} {{ height: {TOP + BELOW + STEP * n}px }}" for n in range(depth)]
    return "\n".join([*tops, *heights]) + "\n"


@cache
def _words() -> Any:
    return parse_yaml((files("kg.marked") / "words.yaml").read_text(encoding="utf-8"))
