"""Which words of a local initiative's name say under which known initiative it belongs."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from ontology.errors import OntologyError
from ontology.initiatives import initiative_table
from ontology.loading import problem, read_yaml

_FILE = Path(__file__).with_name("initiative_parents.yaml")


class ParentWords(BaseModel):
    """One row of ``initiative_parents.yaml``; see its head."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: re.Pattern[str]
    parent: str
    unless: re.Pattern[str] | None = None
    from_year: int | None = Field(None, alias="from")

    def place(self, folded: str, year: int | None) -> bool:
        """Whether a local initiative of the folded name, in a document on ``year``, belongs under ``parent``."""
        if year is not None and self.from_year is not None and year < self.from_year:
            return False
        return bool(self.words.search(folded)) and not (self.unless and self.unless.search(folded))


@cache
def parent_words() -> tuple[ParentWords, ...]:
    """The rows of ``initiative_parents.yaml``, loaded once, in the order in which they are asked.

    Raises:
        OntologyError: for a row that is not well formed, or whose parent is not in ``initiatives.yaml``.
    """
    try:
        rows = TypeAdapter(tuple[ParentWords, ...]).validate_python(read_yaml(_FILE))
    except ValidationError as error:
        raise OntologyError(f"{_FILE.name}: {problem(error)}") from error
    for row in rows:
        if row.parent not in initiative_table().by_name:
            raise OntologyError(f"{_FILE.name}: {row.words.pattern}: {row.parent} is not in initiatives.yaml")
    return rows
