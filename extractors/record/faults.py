"""Why JSON is no record: the field that is missing, unknown or of another shape, by its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from extractors.record.fields import fields_of


def fault_in(raw: Any, shape: type[Any], at: str = "") -> str | None:
    """The first field of ``raw`` (an object of JSON that stands ``at``) that a dataclass of the record does not have.

    None where every object has the fields of its dataclass; what values they hold is not looked at.
    """
    if not isinstance(raw, Mapping):
        return f"{at or 'it'} is no object"
    expected = fields_of(shape).json
    missing = next((name for name in expected if name not in raw), None)
    unknown = next((name for name in raw if name not in expected and (at or name != "version")), None)
    if missing or unknown:
        told = f"has no field {missing}" if missing else f"has a field {unknown}, which no record has"
        return f"{at or 'it'} {told}"
    return next((fault for fault in _faults_inside(raw, shape, f"{at}." if at else "") if fault), None)


def _faults_inside(raw: Mapping[str, Any], shape: type[Any], before: str) -> Iterator[str | None]:
    for name, hint in get_type_hints(shape).items():
        inner = next((each for each in (hint, *get_args(hint)) if is_dataclass(each)), None)
        if not isinstance(inner, type):
            continue
        if get_origin(hint) is not tuple:
            yield fault_in(raw[name], inner, before + name) if inner is hint else None
        elif not isinstance(raw[name], list):
            yield f"{before}{name} is no list"
        else:
            for index, each in enumerate(raw[name]):
                yield fault_in(each, inner, f"{before}{name}[{index}]")
