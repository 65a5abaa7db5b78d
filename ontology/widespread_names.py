"""In how many provinces' documents a run of words stands as a name: the table ``widespread_names.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError

WIDESPREAD_NAMES = Path(__file__).with_name("widespread_names.csv")
FEWEST = 4
"""Provinces in which a name must stand to be in the table."""


@cache
def widespread_names() -> Mapping[str, int]:
    """The number of provinces by folded name; what fewer than ``FEWEST`` have is not there.

    Raises:
        OntologyError: for a row that is not a name and a whole number.
    """
    _, *rows = WIDESPREAD_NAMES.read_text(encoding="utf-8").splitlines()
    try:
        return {name: int(count) for name, count in (row.split(",") for row in rows)}
    except ValueError as error:
        raise OntologyError(f"{WIDESPREAD_NAMES.name}: {error}") from error
