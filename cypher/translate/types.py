"""What is known of an expression's value before the query runs: its kinds, its elements, its fields."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from cypher.elements import Node, Path, Relationship

TEMPORAL = frozenset({"date", "datetime", "localdatetime", "time", "localtime"})
NUMBERS = frozenset({"integer", "float"})
_PLAIN = TEMPORAL | NUMBERS | {"boolean", "string"}
ALL_KINDS = TEMPORAL | NUMBERS | {"boolean", "string", "duration", "list", "map", "node", "relationship", "path"}


@dataclass(frozen=True, slots=True)
class Type:
    """The values that an expression may have.

    Attributes:
        kinds: kinds of value other than null; empty where only null is possible.
        nullable: whether it may be null.
        element: of the elements, where it may be a list.
        fields: of a map's entries, where all are known; None where not.
        stored: whether its maps carry the engine's own property names (``properties(n)``).
        clash: whether two of its values may be equal although one is an integer and the other a float (1 and 1.0).
    """

    kinds: frozenset[str]
    nullable: bool = True
    element: Type | None = None
    fields: tuple[tuple[str, Type], ...] | None = None
    stored: bool = False
    clash: bool = False

    def is_only(self, *kinds: str) -> bool:
        """Whether it is of these kinds, if it is not null, and not always null."""
        return bool(self.kinds) and self.kinds <= set(kinds)

    def may_be(self, *kinds: str) -> bool:
        """Whether it may be of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known."""
        return self.kinds == ALL_KINDS

    @property
    def is_plain(self) -> bool:
        """Whether its values are numbers, strings, Booleans, dates and times, in which no node can hide."""
        return bool(self.kinds) and self.kinds <= _PLAIN

    @property
    def mixed(self) -> bool:
        """Whether two of its values, or two values within them, may be equal but an integer and a float."""
        parts = [self.element] if self.element is not None else []
        return self.clash or any(part.mixed for part in (*parts, *(field for _, field in self.fields or ())))

    @property
    def elements(self) -> Type:
        """The type of the elements of a list of this type."""
        return self.element if self.element is not None else ANY

    def describe(self) -> str:
        """The kinds in Neo4j's words, for messages."""
        return " or ".join(sorted(kind.capitalize() for kind in self.kinds)) or "Null"


def of_kinds(*kinds: str, nullable: bool = True) -> Type:
    """A type of these kinds."""
    return Type(frozenset(kinds), nullable)


def list_of(element: Type, nullable: bool = False) -> Type:
    """A list of such elements."""
    return Type(frozenset({"list"}), nullable, element)


ANY = Type(ALL_KINDS, clash=True)
NULL = Type(frozenset())
NODE = of_kinds("node")
RELATIONSHIP = of_kinds("relationship")
BOOLEAN = of_kinds("boolean")
INTEGER = of_kinds("integer")
FLOAT = of_kinds("float")
STRING = of_kinds("string")


def not_null(kind: Type) -> Type:
    """The same type, never null."""
    return replace(kind, nullable=False)


def nullable(kind: Type) -> Type:
    """The same type, perhaps null."""
    return replace(kind, nullable=True)


def union(*types: Type) -> Type:
    """What is one of these types."""
    if not types:
        return NULL
    first = types[0]
    for other in types[1:]:
        first = _join(first, other)
    return first


def _join(one: Type, other: Type) -> Type:
    if one == other:
        return one
    elements = [t.elements for t in (one, other) if "list" in t.kinds]
    maps = [t for t in (one, other) if "map" in t.kinds]
    fields = None
    if len(maps) == 1:
        fields = maps[0].fields
    elif maps and maps[0].fields is not None and maps[1].fields is not None:
        names = {name for t in maps for name, _ in t.fields or ()}
        tables = [dict(t.fields or ()) for t in maps]
        fields = tuple((name, union(*(table.get(name, NULL) for table in tables))) for name in sorted(names))
    return Type(
        one.kinds | other.kinds,
        one.nullable or other.nullable or not one.kinds or not other.kinds,
        union(*elements) if elements else None,
        fields,
        any(t.stored for t in maps),
        one.clash or other.clash or _meet(one, other),
    )


def _meet(one: Type, other: Type) -> bool:
    numbers = (one.kinds | other.kinds) >= NUMBERS and not (one.kinds >= NUMBERS and not other.kinds & NUMBERS)
    inside = "list" in one.kinds and "list" in other.kinds and _meet(one.elements, other.elements)
    return numbers or inside


def type_of_value(value: Any) -> Type:
    """The type of a parameter or of a property's value."""
    if value is None:
        return NULL
    if isinstance(value, list | tuple):
        element = union(*(type_of_value(item) for item in value)) if value else NULL
        return list_of(replace(element, clash=_clashes(value)))
    if isinstance(value, Mapping):
        fields = tuple((str(name), type_of_value(item)) for name, item in value.items())
        return Type(frozenset({"map"}), False, None, fields)
    return of_kinds(_kind(value), nullable=False)


def _clashes(values: Iterable[Any]) -> bool:
    """Whether an integer among these equals a float among them; lists and maps are taken to clash if they hold both."""
    kinds: dict[Any, type] = {}
    for value in values:
        if isinstance(value, list | tuple | Mapping):
            if _holds_both(value):
                return True
        elif (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and kinds.setdefault(value, type(value)) is not type(value)
        ):
            return True
    return False


def _holds_both(value: Any) -> bool:
    kind = type_of_value(value)
    inner = [kind.elements] if "list" in kind.kinds else [field for _, field in kind.fields or ()]
    return any(t.clash or t.kinds >= NUMBERS for t in inner)


def _kind(value: Any) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "boolean"), (int, "integer"), (float, "float"), (str, "string"), (datetime.timedelta, "duration"),
        (Node, "node"), (Relationship, "relationship"), (Path, "path"),
    )  # fmt: skip
    for cls, kind in kinds:
        if isinstance(value, cls):
            return kind
    if isinstance(value, datetime.datetime):
        return "datetime" if value.tzinfo else "localdatetime"
    if isinstance(value, datetime.time):
        return "time" if value.tzinfo else "localtime"
    if isinstance(value, datetime.date):
        return "date"
    raise TypeError(type(value).__name__)


def property_types(elements: Iterable[Node | Relationship]) -> dict[str, Type]:
    """The types of all properties of these elements by name, over all labels and types.

    Raises:
        TypeError: a value of a kind that no store holds.
    """
    classes: dict[tuple[str, type], list[Any]] = {}
    numbers: dict[tuple[str, type], set[Any]] = {}
    for element in elements:
        for name, value in element.properties.items():
            cls = value.__class__
            if cls is list and value and all(item.__class__ is str for item in value):
                cls = _Texts
            known = classes.get((name, cls))
            if known is None:
                classes[name, cls] = known = [value]
            if cls is int or cls is float:
                numbers.setdefault((name, cls), set()).add(value)
            elif cls not in _SETTLED:
                known.append(value)
    found: dict[str, Type] = {}
    for (name, _), values in classes.items():
        settled = isinstance(values[0], int | float)
        kind = type_of_value(values[0]) if settled else union(*(type_of_value(value) for value in values))
        found[name] = union(found[name], kind) if name in found else kind
    mixed = {name for name, kind in found.items() if kind.kinds >= NUMBERS}
    return {
        name: replace(
            kind,
            nullable=True,
            clash=name in mixed and _clashes(v for cls in (int, float) for v in numbers[name, cls]),
        )
        for name, kind in found.items()
    }


class _Texts:
    """Stands for a list of texts alone, as most lists are."""


# one value tells the type of all
_SETTLED = frozenset({str, bool, datetime.date, datetime.datetime, datetime.time, _Texts})
