"""An answer of several tables, each by its name: a trace, a lineage, a profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, ClassVar

from cypher.results import Result
from cypher.shown import shown as shown_text
from kg.errors import SelectionError

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Several tables.

    Attributes:
        tables: by name.
    """

    CALLED: ClassVar[str]
    tables: Mapping[str, Result]

    def __getitem__(self, table: str) -> Result:
        """The table of that name.

        Raises:
            SelectionError: there is none.
        """
        if table not in self.tables:
            raise SelectionError(f"{self.CALLED} has no table {table}; it has {', '.join(self.tables)}")
        return self.tables[table]

    def _repr_html_(self) -> str:
        """The tables that have rows, for a notebook, and what they rest on; every text escaped."""
        shown = [f"<h4>{escape(name)}</h4>{table._repr_html_()}" for name, table in self.tables.items() if table.rows]
        notes = "".join(f"<li>{escape(shown_text(note.text('en')))}</li>" for note in getattr(self, "notes", ()))
        return "".join(shown) + (f"<ul>{notes}</ul>" if notes else "")

    def to_dataframes(self) -> dict[str, DataFrame]:
        """All tables as pandas data frames.

        Raises:
            CypherError: pandas is not installed.
        """
        return {name: table.to_dataframe() for name, table in self.tables.items()}
