"""What the fields of a record are for, as the dataclasses declare it: ``year: int | None = field(metadata=TIME)``.

A field without such a mark tells the statement: region, initiative and status tell an adoption.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

TIME: Mapping[str, str] = MappingProxyType({"role": "time"})
"""It tells the statement, too, and is a year or an ISO date, which a document can get wrong."""
DERIVED: Mapping[str, str] = MappingProxyType({"role": "derived"})
"""It follows from the other fields, so that nobody corrects it."""
PLACE: Mapping[str, str] = MappingProxyType({"role": "place"})
"""It says where the statement stands and by which rule it was read; it comes last in JSON."""


@dataclass(frozen=True, slots=True)
class FieldNames:
    """The fields of one dataclass of the record.

    Attributes:
        told: those that tell the statement, which an analyst may correct.
        required: those of ``told`` that cannot be None: without them nothing is stated.
        times: those of ``told`` that hold a year or a date.
        derived: those that follow from others.
        json: all, in the order in which JSON gives them: what is said, then where.
    """

    told: tuple[str, ...]
    required: tuple[str, ...]
    times: tuple[str, ...]
    derived: tuple[str, ...]
    json: tuple[str, ...]


_KNOWN: dict[type[Any], FieldNames] = {}


def fields_of(shape: type[Any]) -> FieldNames:
    """The names of the fields of ``shape``, a dataclass of the record."""
    found = _KNOWN.get(shape)
    if found is None:
        found = _KNOWN[shape] = _names(shape)
    return found


def _names(shape: type[Any]) -> FieldNames:
    hints = get_type_hints(shape)
    roles = {each.name: each.metadata.get("role") for each in fields(shape)}
    told = tuple(name for name, role in roles.items() if role in (None, "time"))
    return FieldNames(
        told=told,
        required=tuple(name for name in told if type(None) not in get_args(hints[name])),
        times=tuple(name for name in told if roles[name] == "time"),
        derived=tuple(name for name, role in roles.items() if role == "derived"),
        json=tuple(sorted(roles, key=lambda name: roles[name] == "place")),
    )
