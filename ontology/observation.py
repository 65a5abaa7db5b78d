"""Which documents observe a region, so that what they do not name was not told: the denominator of every share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from ontology.errors import OntologyError
from ontology.loading import read_yaml, validated
from ontology.schema import schema

_FILE = Path(__file__).with_name("observation.yaml")


class ObservingKind(BaseModel):
    """When documents of a kind observe: always, or where the title holds one of ``titles``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    titles: tuple[str, ...] = ()
    must: str
    must_not: str


class Observation(BaseModel):
    """The kinds of documents that observe a region."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: dict[str, ObservingKind] = Field(min_length=1)

    def observes(self, kind: str | None, title: str | None) -> bool:
        """Whether a document of ``kind`` called ``title`` tells of a whole year's work."""
        found = self.kinds.get(kind or "")
        return found is not None and (not found.titles or any(words in (title or "") for words in found.titles))


@cache
def observation() -> Observation:
    """The kinds of ``observation.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed, or a kind that the schema does not have.
    """
    found = validated(Observation, read_yaml(_FILE), _FILE.name)
    for kind in found.kinds:
        if kind not in schema().document_kinds:
            raise OntologyError(f"{_FILE.name}: {kind} is no document kind of schema.yaml")
    return found
