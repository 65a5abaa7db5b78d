"""Questions to the tables of a graph directory, answered by DuckDB: the only module that knows it.

DuckDB reads of a Parquet file the columns and the rows that are asked for, and sorts and joins within a limit of memory
by writing to a temporary folder. It is loaded when something is asked.
"""

from __future__ import annotations

import contextlib
import glob
import tempfile
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.disk.rows import filled
from kg.errors import DiskError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "256MB"
"""What DuckDB itself may hold; batches of rows on their way out come on top."""
_THREADS = 2  # each holds batches of its own
_ROWS = 10_000

Values = Mapping[str, str | float | Collection[str]]


class Duck:
    """Parquet files under the names by which queries ask for them."""

    def __init__(self, tables: Mapping[str, Path]) -> None:
        """Name ``tables``; nothing is opened before something is asked."""
        self._tables = tables

    @cached_property
    def _connection(self) -> DuckDBPyConnection:
        import duckdb  # noqa: PLC0415 - as the module says

        # preserve_insertion_order stays: without it 2.0.1 gives sorted rows out of order
        opened = duckdb.connect(config={"threads": _THREADS, **self._room()})
        for name, path in self._tables.items():
            # a path is no pattern, and a view takes no parameters
            pattern = glob.escape(str(path)).replace("'", "''")
            opened.execute(f"CREATE VIEW {name} AS FROM read_parquet('{pattern}')")
        return opened

    def _room(self) -> dict[str, str]:
        """What it may hold in memory with a folder for the rest; where nothing can be written, all that there is."""
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="reformkg-", ignore_cleanup_errors=True)
        except OSError:  # a full disk, a read-only mount
            return {"temp_directory": ""}
        return {"memory_limit": MEMORY, "temp_directory": self._folder.name}  # which goes with this object

    def rows(self, query: str, values: Values | None = None) -> Iterator[dict[str, Any]]:
        """The rows that ``query`` gives, without their empty cells, a few thousand in memory at a time.

        Args:
            query: SQL over the tables; what stands there is ours, what is another's is among ``values``.
            values: by name, for ``$name``; several texts for ``IN (SELECT unnest($name))``.

        Raises:
            DiskError: when a table cannot be read, or the disk is full.
        """
        import duckdb  # noqa: PLC0415 - as the module says

        given = {k: value if isinstance(value, str | float) else list(value) for k, value in (values or {}).items()}
        try:
            # a cursor each: what is not read to its end would hold up the next one
            with contextlib.closing(self._connection.cursor()) as cursor:
                for batch in cursor.sql(query, params=given).to_arrow_reader(_ROWS):
                    yield from filled(batch)
        except (duckdb.IOException, duckdb.InvalidInputException, duckdb.OutOfMemoryException) as error:
            raise DiskError(f"{', '.join(map(str, self._tables.values()))} cannot be asked ({error})") from error
