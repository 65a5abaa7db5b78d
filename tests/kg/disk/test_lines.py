"""Lines of CSV made of columns are those that Python's own writer makes of the rows."""

from __future__ import annotations

import csv
import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.disk.lines import SEPARATOR, Lines
from kg.disk.rows import Column, batches_of

COLUMNS = (
    Column("label", required=True),
    Column("name"),
    Column("n", "integer"),
    Column("share", "float"),
    Column("told", "boolean"),
    Column("items", "strings"),
)
TEXT = st.text(st.sampled_from("a\"',;\n\r\x1f 县#\\"), max_size=6)
ROW = st.fixed_dictionaries(
    {"label": st.sampled_from(["Region", "Year", "Agency"])},
    optional={
        "name": TEXT,
        "n": st.integers(-(2**63), 2**63 - 1),
        "share": st.floats(allow_nan=False, allow_infinity=False),
        "told": st.booleans(),
        "items": st.lists(TEXT, max_size=3),
    },
)
APART = dict.fromkeys(map(ord, "\r\n\x1f"), " ")


def cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return SEPARATOR.join(item.translate(APART) for item in value)
    return "" if value is None else str(value).translate(APART)


@given(st.lists(ROW, min_size=1, max_size=8))
def test_rows_are_written_as_by_the_writer_of_python(rows: list[dict[str, Any]]) -> None:
    (batch,) = batches_of(COLUMNS, rows)
    lines = Lines(batch, "label")
    found = {label: bytes(lines.of(begin, count, ["name", "n", "share", "told", "items"], "end")).decode()
             for label, begin, count in lines}  # fmt: skip
    expected: dict[str, str] = {}
    for label in sorted({row["label"] for row in rows}):
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        for row in rows:
            if row["label"] == label:
                writer.writerow([cell(row.get(column.name)) for column in COLUMNS[1:]] + ["end"])
        expected[label] = stream.getvalue()
    assert found == expected
