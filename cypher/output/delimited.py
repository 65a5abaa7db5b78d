"""Rows as CSV (RFC 4180): commas, CRLF, quotes doubled; null is an empty field.

A spreadsheet takes a text that opens with ``=`` or ``@`` for a formula, and may run it. Texts come from documents, so
that such a one is written with an apostrophe before it; with ``raw`` all is written as it is.
"""

from __future__ import annotations

import csv
import json
import re
from itertools import chain
from typing import Any, TextIO

from cypher.output.cells import cell
from cypher.output.rows import Written
from cypher.plain import plain

FORMULA = (
    r"^(?:[\x00-\x20\x7f-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    r"\U000e0000-\U0010ffff]*[=+\-@＝＋－＠]|[\t\r\n])"
)
"""What a spreadsheet takes for a formula: its signs, also in full width, which Chinese and Japanese versions take as
well, behind what prints nothing, which some programs drop. The pages' ``delimited.js`` has the same two patterns."""
NUMBER = r"^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$"
"""What opens with such a sign and is none."""
_FORMULA, _NUMBER = re.compile(FORMULA), re.compile(NUMBER)


def write_csv(result: Written, stream: TextIO, *, raw: bool = False) -> None:
    """Writes a header and a line a row; lists, maps, nodes, relationships and paths as JSON."""
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in chain((result.columns,), result.rows):
        writer.writerow([_field(value) if raw else guarded(_field(value)) for value in row])


def guarded(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet would take for a formula; a number stays one.

    The method is OWASP's against CSV injection.
    """
    return f"'{text}" if _FORMULA.search(text) and not _NUMBER.fullmatch(text) else text


def _field(value: Any) -> str:
    whole = plain(value)
    return json.dumps(whole, ensure_ascii=False) if isinstance(whole, list | dict) else cell(value)
