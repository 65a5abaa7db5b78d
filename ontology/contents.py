"""What a data file holds, apart from how it is written: the same for any comment, quoting, indent or line end."""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path
from typing import Any

from ontology.loading import read_yaml

DATA = (".yaml", ".csv", ".txt")
"""Endings of data files."""
TOLD = frozenset({"zh", "about", "must", "must_not"})
"""Keys under which stands what people read and tests run: no record and no graph holds it or hangs on it."""


def contents(path: Path, without: Collection[str] = ()) -> bytes:
    """The data file at ``path`` as bytes to be hashed.

    Args:
        path: a file with one of the endings in ``DATA``.
        without: keys of mappings that are passed over with what stands under them, at any depth.
    """
    held: Any
    if path.suffix == ".yaml":
        held = _without(read_yaml(path), without)
    elif path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            held = list(csv.reader(file))
    else:
        held = path.read_text(encoding="utf-8").split()
    return ascii(held).encode("ascii")  # repr would escape by the Unicode tables of the running Python


def _without(held: Any, keys: Collection[str]) -> Any:
    if isinstance(held, dict):
        return {key: _without(value, keys) for key, value in held.items() if key not in keys}
    return [_without(item, keys) for item in held] if isinstance(held, list) else held
