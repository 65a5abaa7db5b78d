"""Page furniture: the labels of a web page's metadata, and the cues of what is not the document's own text."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator, model_validator

from ontology.errors import OntologyError
from ontology.loading import read_yaml

_FILE = Path(__file__).with_name("furniture.yaml")

KEYS = ("title", "number", "issuer", "recipient", "date", "published", "url", "kind")
"""What a page can say about its document; the names that a label or a ``<meta>`` may stand for."""


def _compiled(regex: str, flags: int = 0) -> re.Pattern[str]:
    try:
        return re.compile(regex, flags)
    except re.error as error:
        raise ValueError(f"{regex!r} is no regular expression: {error}") from error


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class LabelGroup(_Row):
    """Labels of one meaning.

    Attributes:
        key: one of ``KEYS``; None for what the project has no use for (索引号, 浏览次数).
        furniture: whether such a line is furniture, from which nothing is extracted.
        everywhere: whether the label counts in the middle of a text, too.
        record: whether the label belongs to the metadata table though the project has no use for its value.
        beside: whether the label counts only next to other furniture.
        names: the labels without blanks and colon, the most telling first.
    """

    key: str | None
    furniture: bool
    everywhere: bool = False
    record: bool = False
    beside: bool = False
    names: tuple[str, ...]

    @property
    def describes(self) -> bool:
        """Whether the label says something about the document, not about the page or the site."""
        return self.key is not None or self.record


class Words(_Row):
    """Button words: strong ones are furniture anywhere, weak ones only beside other furniture."""

    strong: frozenset[str]
    weak: frozenset[str]

    @cached_property
    def all(self) -> frozenset[str]:
        """Both kinds."""
        return self.strong | self.weak


class LinePattern(_Row):
    """A named regular expression for a whole line without blanks, and the zone of the text in which it holds."""

    name: str
    zone: Literal["anywhere", "edge", "top", "bottom"]
    regex: re.Pattern[str]

    @field_validator("regex", mode="before")
    @classmethod
    def _compile(cls, value: str) -> re.Pattern[str]:
        return _compiled(value, re.IGNORECASE)


class Furniture(_Row):
    """All cues of page furniture and metadata, as ``furniture.yaml`` gives them."""

    labels: tuple[LabelGroup, ...]
    words: Words
    patterns: tuple[LinePattern, ...]
    closers: tuple[str, ...]
    openers: tuple[re.Pattern[str], ...]
    header: re.Pattern[str]
    footer: re.Pattern[str]
    containers: tuple[str, ...]
    metas: dict[str, str]
    blanks: frozenset[str]

    @field_validator("openers", mode="before")
    @classmethod
    def _compile(cls, value: list[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(_compiled(one) for one in value)

    @field_validator("header", "footer", mode="before")
    @classmethod
    def _compile_margin(cls, value: str) -> re.Pattern[str]:
        return _compiled(value)

    @model_validator(mode="after")
    def _consistent(self) -> Furniture:
        seen: set[str] = set()
        for name in (name for group in self.labels for name in group.names):
            if name in seen or re.search(r"[\s:：]", name):
                raise ValueError(f"label {name!r} is given twice, or holds a blank or a colon")
            seen.add(name)
        for key in (*(group.key for group in self.labels), *self.metas.values()):
            if key is not None and key not in KEYS:
                raise ValueError(f"key {key!r} is none of {', '.join(KEYS)}")
        return self

    @cached_property
    def by_name(self) -> dict[str, LabelGroup]:
        """The group of each label."""
        return {name: group for group in self.labels for name in group.names}


@cache
def furniture() -> Furniture:
    """The cues of ``furniture.yaml``, read once.

    Raises:
        OntologyError: the file contradicts itself or its schema.
    """
    return parse(read_yaml(_FILE))


def parse(data: Any) -> Furniture:
    """Cues from the parsed YAML ``data``; raises OntologyError naming the offender."""
    try:
        return Furniture.model_validate(data)
    except ValidationError as error:
        raise OntologyError(f"furniture.yaml does not hold: {error}") from error
