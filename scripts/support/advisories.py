"""Known vulnerabilities as the OSV schema (https://ossf.github.io/osv-schema) records them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from .pins import Pin

_ECOSYSTEM = "PyPI"


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records in a zip or a folder of JSON files, by name."""
    if path.is_dir():
        yield from (json.loads(file.read_bytes()) for file in sorted(path.rglob("*.json")))
        return
    with zipfile.ZipFile(path) as packed:
        yield from (json.loads(packed.read(name)) for name in sorted(packed.namelist()) if name.endswith(".json"))


def matches(record: Mapping[str, Any], pins: Sequence[Pin]) -> Iterator[tuple[Pin, str | None]]:
    """Those of ``pins`` that a record is about, with the first version behind them that mends it (None: there is none).

    A record that was withdrawn is about none.
    """
    if record.get("withdrawn"):
        return
    for pin in pins:
        entries = [entry for entry in record.get("affected", ()) if _names(entry) == pin.name]
        if any(_falls_under(entry, pin.version) for entry in entries):
            yield pin, _mended(entries, Version(pin.version))


def _names(entry: Mapping[str, Any]) -> str | None:
    package = entry.get("package", {})
    return canonicalize_name(package.get("name", "")) if package.get("ecosystem") == _ECOSYSTEM else None


def _falls_under(entry: Mapping[str, Any], version: str) -> bool:
    return version in entry.get("versions", ()) or any(
        _within(events["events"], Version(version)) for events in _ranges(entry)
    )


def _ranges(entry: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (told for told in entry.get("ranges", ()) if told.get("type") == "ECOSYSTEM")


def _within(events: Sequence[Mapping[str, str]], version: Version) -> bool:
    """Whether ``version`` lies in a range: its events, by version, open and close it (the algorithm of the schema)."""
    inside = False
    for at, kind in sorted(_dated(events), key=lambda event: event[0]):
        if kind == "introduced" and version >= at:
            inside = True
        elif (kind == "fixed" and version >= at) or (kind == "last_affected" and version > at):
            inside = False
    return inside


def _dated(events: Sequence[Mapping[str, str]]) -> Iterator[tuple[Version, str]]:
    for event in events:
        for kind, told in event.items():
            try:
                yield Version(told), kind
            except InvalidVersion:  # of a package whose old releases had versions of another form
                continue


def _mended(entries: Sequence[Mapping[str, Any]], version: Version) -> str | None:
    fixed = [
        at
        for entry in entries
        for told in _ranges(entry)
        for at, kind in _dated(told["events"])
        if kind == "fixed" and at > version
    ]
    return str(min(fixed)) if fixed else None
