"""The page that ``trace --html`` writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import language, say

if TYPE_CHECKING:
    from kg.stores.base import Store
    from kg.tracing.trace import Trace


def write_pictures(
    found: Trace, store: Store, again: Callable[[str], Trace], output: Path | None, outlines: Path | None = None
) -> None:
    """Write the page of ``found`` to ``output``.

    Args:
        found: the trace.
        store: the graph, which knows what turned into what.
        again: traces another reform with the same options.
        output: the file.
        outlines: a GeoJSON whose outlines are drawn in place of tiles.

    Raises:
        UsageError: without a file.
        SelectionError: there is nothing to draw, or no map.
        InputError: ``outlines`` is no GeoJSON with outlines of the regions of the map.
    """
    from kg.pictures.names import family
    from kg.pictures.outlines import read_outlines
    from kg.pictures.page import write_page

    if output is None or str(output) == "-":
        raise click.UsageError("--html writes a page to a file: name it with -o page.html", click.get_current_context())
    read = read_outlines(outlines) if outlines else None
    names = family(store, f"initiative/{found.initiative}")
    chain = [found if name == found.initiative else again(name) for name in names] if len(names) > 1 else []
    write_page(output, found, lang=language(), chain=chain, outlines=read)
    say(f"{output}: {found.initiative}, {sum(1 for row in found.rows if row.level != 'country')} regions")
