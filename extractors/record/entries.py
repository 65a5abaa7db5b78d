"""What the entries of all layers have in common: names with their mentions, statements with their sentence."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from extractors.record.fields import PLACE, fields_of


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A passage: ``text[start:end]`` is ``surface``, ``rule`` is what read it."""

    start: int
    end: int
    surface: str
    rule: str

    def to_json(self) -> dict[str, Any]:
        """As JSON gives it."""
        return {"start": self.start, "end": self.end, "surface": self.surface, "rule": self.rule}


@dataclass(frozen=True, slots=True)
class HeadEvidence:
    """Where a field of the document comes from: ``text``, ``metadata``, ``path``, or an analyst's ``sources``.

    Only what is from the text has a span.
    """

    source: str
    rule: str
    start: int | None = None
    end: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As JSON gives it."""
        place = {} if self.start is None else {"start": self.start, "end": self.end}
        return {"from": self.source, **place, "rule": self.rule}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Read ``raw``."""
        return cls(raw["from"], raw["rule"], raw.get("start"), raw.get("end"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(ABC):
    """An entry of a layer; ``noun`` is what one is called: an ``adoption`` of the layer ``adoptions``."""

    noun: ClassVar[str]

    @property
    @abstractmethod
    def spans(self) -> tuple[TextSpan, ...]:
        """Where in the text it stands, in their order."""

    @classmethod
    @abstractmethod
    def at(cls, span: TextSpan, told: Mapping[str, Any]) -> Self:
        """One that stands at ``span`` alone; ``told`` are its other fields."""

    @abstractmethod
    def to_json(self) -> dict[str, Any]:
        """As JSON gives it."""

    @classmethod
    @abstractmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Read ``raw``."""

    def told(self) -> dict[str, Any]:
        """The fields that tell the statement, by name."""
        return {name: getattr(self, name) for name in fields_of(type(self)).told}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEntry(Entry):
    """Something that the text names, with all its mentions."""

    mentions: tuple[TextSpan, ...] = field(metadata=PLACE)

    @property
    def spans(self) -> tuple[TextSpan, ...]:
        """The mentions."""
        return self.mentions

    @classmethod
    def at(cls, span: TextSpan, told: Mapping[str, Any]) -> Self:
        """One that is mentioned at ``span`` alone."""
        return cls(**told, mentions=(span,))

    def to_json(self) -> dict[str, Any]:
        """As JSON gives it."""
        told = {name: getattr(self, name) for name in fields_of(type(self)).json}
        return told | {"mentions": [mention.to_json() for mention in self.mentions]}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Read ``raw``."""
        return cls(**{**raw, "mentions": tuple([TextSpan(**mention) for mention in raw["mentions"]])})


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry(Entry):
    """Something that one sentence states: ``text[start:end]`` is ``evidence``."""

    evidence: str = field(metadata=PLACE)
    start: int = field(metadata=PLACE)
    end: int = field(metadata=PLACE)
    rule: str = field(metadata=PLACE)

    @property
    def spans(self) -> tuple[TextSpan, ...]:
        """The sentence."""
        return (TextSpan(self.start, self.end, self.evidence, self.rule),)

    @classmethod
    def at(cls, span: TextSpan, told: Mapping[str, Any]) -> Self:
        """One that is stated at ``span``; what follows from other fields is None where ``told`` does not say it."""
        values = dict.fromkeys(fields_of(cls).derived) | dict(told)
        return cls(**values, evidence=span.surface, start=span.start, end=span.end, rule=span.rule)

    def to_json(self) -> dict[str, Any]:
        """As JSON gives it."""
        return {name: getattr(self, name) for name in fields_of(type(self)).json}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Read ``raw``."""
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()
        }
        return cls(**values)
