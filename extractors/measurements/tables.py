"""Figures in the tables of yearly reports on open government: what the row counts, as its column counts it.

The tables are those of 国办公开办函〔2019〕60号 and of the years before it. A cell of 0 says that there was nothing to
count and gives no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors.analysis import Analysis
from extractors.found import Measurement
from extractors.text.tables import Cell
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives
from ontology.rules import Rule

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
_NO_TEXT = re.compile(r"[\d\s,.—－/-]*")


@cache
def _open_government() -> re.Pattern[str]:
    return re.compile(alternatives(measurement_cues().open_government))


@cache
def _unit() -> re.Pattern[str]:
    units = alternatives(measurement_cues().units)
    return re.compile(rf"[(（](?:单位[:：])?({units})[)）]|(?:单位[:：]\s?)({units})|({units})数")


def table_figures(analysis: Analysis) -> Iterator[Measurement]:
    """The figures of all tables of a report on open government; none of any other document."""
    if not _open_government().search(analysis.head.title or ""):
        return
    region = analysis.context.region
    for rows in analysis.tables:
        header: list[Cell] = []
        for row in rows:
            numbers = [cell for cell in row if _NUMBER.fullmatch(cell.text)]
            if not numbers:
                header = row if len(row) > 1 else header
                continue
            label = "".join(cell.text for cell in row if not _NO_TEXT.fullmatch(cell.text))
            for cell in numbers:
                column = _column(header, row, cell)
                value = float(cell.text.replace(",", ""))
                if value and (label or column):
                    yield Measurement(
                        indicator=f"{label}{column}",
                        value=int(value) if value.is_integer() else value,
                        unit=_unit_in(column) or _unit_in(label),
                        region=region.code if region else None,
                        year=analysis.context.year,
                        start=row[0].start,
                        end=cell.end,
                        rule=Rule.MEASUREMENT_TABLE,
                    )


def _column(header: Sequence[Cell], row: Sequence[Cell], cell: Cell) -> str:
    """The head of a cell's column: counted from the right, since what spans rows stands on the left."""
    place = len(row) - row.index(cell)
    return header[-place].text if place <= len(header) else ""


def _unit_in(head: str) -> str | None:
    found = _unit().search(head)
    return next((unit for unit in found.groups() if unit), None) if found else None
