"""The answer to a query, the same from every store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cypher.errors import CypherError

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of values.

    Values are None, bool, int, float, str, ``datetime`` dates and times, lists, dicts, and the ``Node``,
    ``Relationship`` and ``Path`` of :mod:`cypher.elements`.

    Attributes:
        columns: names, in the order of RETURN.
        rows: one tuple a row, as long as ``columns``.
        notes: remarks that do not change the rows, such as a property that nothing in the graph has.
        truncated: whether the caller's limit cut rows off.

    Examples:
        >>> result = Result(("region", "year"), (("射洪县", 2017), ("遂宁市", 2019)))
        >>> len(result), list(result)
        (2, [('射洪县', 2017), ('遂宁市', 2019)])
        >>> result.column("region")
        ['射洪县', '遂宁市']
        >>> result.records()[0]
        {'region': '射洪县', 'year': 2017}
        >>> list(result.to_dataframe())
        ['region', 'year']
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    notes: tuple[str, ...] = ()
    truncated: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.rows)

    def records(self) -> list[dict[str, Any]]:
        """The rows as dicts by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Any]:
        """The values of one column, from the first row to the last.

        Raises:
            CypherError: there is no such column.
        """
        if name not in self.columns:
            raise CypherError(f"there is no column `{name}`; there are {', '.join(self.columns)}")
        at = self.columns.index(name)
        return [row[at] for row in self.rows]

    def _repr_html_(self) -> str:
        """A table for a notebook: the first rows, every text escaped."""
        from cypher.output.page_table import html_table  # noqa: PLC0415 - only a notebook asks

        return html_table(self.columns, self.rows, truncated=self.truncated)

    def to_dataframe(self) -> DataFrame:
        """The rows as a pandas DataFrame; nodes, relationships and paths stay objects.

        Raises:
            CypherError: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - only for those who have it
        except ImportError as error:
            raise CypherError("to_dataframe() needs pandas; install it with `pip install pandas`") from error
        return pd.DataFrame(list(self.rows), columns=list(self.columns))
