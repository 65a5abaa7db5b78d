"""The list of sources that a graph keeps: later builds hold to it without being given it again."""

from __future__ import annotations

import json
from pathlib import Path

from kg.build.source_list import SourceLine, SourceList
from kg.disk.directory import SOURCES
from kg.disk.workspace import current_file
from kg.errors import InputError


def to_bytes(given: SourceList) -> bytes:
    """The lines of ``given`` as they were understood, a line of JSON each, under the name of its file alone."""
    rows = ([line.number, line.file, dict(sorted(line.told.items()))] for line in given.lines)
    body = ",\n ".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"name": {json.dumps(given.file, ensure_ascii=False)}, "lines": [\n {body}\n]}}\n'.encode()


def kept_list(graph: Path) -> SourceList | None:
    """The list that the graph directory ``graph`` keeps, None where it keeps none.

    Raises:
        InputError: it is damaged.
    """
    path = current_file(graph, SOURCES)
    if path is None:
        return None
    try:
        raw = json.loads(path.read_bytes())
        lines = tuple(SourceLine(int(number), str(file), dict(told)) for number, file, told in raw["lines"])
        name = str(raw["name"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{path} is damaged ({type(error).__name__}); give the list again with --sources, or --no-sources"
        ) from error
    return SourceList(f"{name} kept in {graph}", lines, file=name)
