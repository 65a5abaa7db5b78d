"""The fields of a statement that a correction may name, and what each may hold."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from extractors.record import LAYERS, DocumentHead, fields_of
from extractors.text.web_address import web_address
from kg.corrections.corrections import DOCUMENT
from ontology.errors import ReformkgError
from ontology.limits import FIRST_YEAR, LAST_YEAR
from ontology.regions import region_table
from ontology.schema import schema


class FieldError(ReformkgError):
    """A field that an entry may not have, or a value that it may not hold; the message does not name the entry."""


_SHAPES: Mapping[str, type[Any]] = {shape.noun: shape for shape in LAYERS.values()} | {DOCUMENT: DocumentHead}
FIELDS: Mapping[str, tuple[str, ...]] = {kind: fields_of(shape).told for kind, shape in _SHAPES.items()}
"""By kind of statement, the fields that tell it, as the record names them."""
REQUIRED: Mapping[str, tuple[str, ...]] = {kind: fields_of(shape).required for kind, shape in _SHAPES.items()}
"""Fields without which a statement that nothing else states cannot be added."""

_NULL = ("", "~", "null")
_LONGEST = 1_000  # characters of a value: the longest titles have some two hundred


def typed_fields(kind: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    """The fields ``raw`` (all values as text) of a statement of ``kind`` with values of their types.

    Raises:
        FieldError: for a field that such a statement does not have, or a value that it cannot hold.
    """
    found: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in FIELDS[kind]:
            raise FieldError(f"a statement of kind {kind} has no field {name}; it has {', '.join(FIELDS[kind])}")
        value = single(raw, name) or ""
        if value in _NULL:
            if name in REQUIRED[kind]:
                raise FieldError(f"{name} cannot be empty")
            found[name] = None
        else:
            found[name] = _value(kind, name, value)
    return found


def single(raw: Mapping[str, Any], field: str) -> str | None:
    """The text of ``field`` without blanks around it, None where it is not there.

    Raises:
        FieldError: for a list or a mapping, for a text of several lines, and for one that is too long to be a value.
    """
    value = raw.get(field)
    if value is None:
        return None
    if not isinstance(value, str) or "\n" in value or "\t" in value:
        raise FieldError(f"{field} holds no single value")
    if len(value) > _LONGEST:
        raise FieldError(f"{field} has {len(value):,} characters, more than {_LONGEST:,}")
    return value.strip()


def _value(kind: str, name: str, value: str) -> Any:
    words = _words().get((kind, name))
    if words and value not in words:
        raise FieldError(f"{name} is {value}; it may be one of {', '.join(words)}")
    check = _CHECKS.get(name)
    return check(name, value) if check and not (kind == "event" and name == "kind") else value


def _region(name: str, value: str) -> str:
    if not region_table().by_code(value):
        raise FieldError(f"{name} is {value}, which is no code of a region such as 510900")
    return value


def _year(name: str, value: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", value) or not FIRST_YEAR <= int(value) <= LAST_YEAR:
        raise FieldError(f"{name} is {value}, which is no year from {FIRST_YEAR} to {LAST_YEAR}")
    return int(value)


def _date(name: str, value: str) -> str:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", value):
        raise FieldError(f"{name} is {value}; write it as 2018, 2018-05 or 2018-05-08")
    parts = [int(part) for part in value.split("-")]
    try:
        datetime.date(*[*parts, 1, 1][:3])
    except ValueError as error:
        raise FieldError(f"{name} is {value}, which is no day of the calendar") from error
    if not FIRST_YEAR <= parts[0] <= LAST_YEAR:
        raise FieldError(f"{name} is {value}, which lies not in the years {FIRST_YEAR} to {LAST_YEAR}")
    return value


def _number(name: str, value: str) -> float | int:
    number = float(value) if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", value) else math.nan
    if not math.isfinite(number):
        raise FieldError(f"{name} is {value:.40}, which is no number that can be reckoned with")
    return int(number) if number.is_integer() and abs(number) < 1 << 53 else number


def _url(name: str, value: str) -> str:
    address = web_address(value)
    if address is None:
        raise FieldError(f"{name} is {value}, which is no address such as https://example.org/1.html")
    return address


def _flag(name: str, value: str) -> bool:
    if value not in ("true", "True"):
        raise FieldError(f"{name} is {value}; write true, or leave it empty")
    return True


_CHECKS: Mapping[str, Callable[[str, str], Any]] = {
    "region": _region, "code": _region, "other": _region, "year": _year, "date": _date, "value": _number, "url": _url,
    "planned": _flag, "laid_down": _flag, "target": _flag, "change": _flag,
}  # fmt: skip


@cache
def _words() -> dict[tuple[str, str], tuple[str, ...]]:
    """The closed lists of words, by kind and field."""
    return {
        ("adoption", "status"): tuple(schema().statuses),
        ("claim", "kind"): tuple(schema().claim_kinds),
        ("claim", "scope"): tuple(schema().levels),
        ("event", "kind"): tuple(schema().event_kinds),
        ("policy", "relation"): tuple(schema().relations),
        ("document", "kind"): tuple(schema().document_kinds),
    }
