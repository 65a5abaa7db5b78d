"""Cues of local initiatives that no list knows: the word lists of ``new_initiatives.yaml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import OntologyError
from ontology.initiatives import Form, initiative_table
from ontology.loading import read_yaml

_FILE = Path(__file__).with_name("new_initiatives.yaml")


@dataclass(frozen=True, slots=True)
class Common:
    """A reform of many places that the reference list lacks, found by its name, and the wider initiative if any."""

    form: Form
    parent: str | None


@dataclass(frozen=True, slots=True)
class NewInitiativeCues:
    """Patterns; see the head of the YAML file. ``heads`` gives the least length of a name by its head noun."""

    verb: re.Pattern[str]
    head: re.Pattern[str]
    heads: dict[str, int]
    quoted: re.Pattern[str]
    brand: re.Pattern[str]
    numbered: re.Pattern[str]
    listed: re.Pattern[str]
    listed_head: re.Pattern[str]
    subject: re.Pattern[str]
    presented: re.Pattern[str]
    telling: re.Pattern[str]
    campaign: re.Pattern[str]
    conduct: re.Pattern[str]
    first: re.Pattern[str]
    common: tuple[Common, ...]


def _either(words: list[str]) -> str:
    return "|".join(f"(?:{word})" for word in sorted(words, key=lambda w: (-len(w), w)))


def _common(row: dict[str, Any]) -> Iterator[Common]:
    where = {key: row[key] for key in ("only", "unless") if key in row}
    for name in row["names"]:
        yield Common(Form.model_validate({"form": name} | where), _listed(row["parent"], name))


def _listed(parent: str | None, where: str) -> str | None:
    if parent is not None and parent not in initiative_table().by_name:
        raise OntologyError(f"new_initiatives.yaml: {where}: {parent} is not in initiatives.yaml")
    return parent


@cache
def new_initiative_cues() -> NewInitiativeCues:
    """The cues of ``new_initiatives.yaml``, loaded once.

    Raises:
        OntologyError: for an entry that is not a regular expression.
    """
    data = read_yaml(_FILE)
    try:
        return NewInitiativeCues(
            verb=re.compile(_either(data["verbs"])),
            head=re.compile(f"(?:{_either(list(data['heads']))})(?!{_either(data['not_behind'])})"),
            heads=data["heads"],
            quoted=re.compile(_either(data["quoted"])),
            brand=re.compile(f"(?:{_either(data['brands'])})$"),
            numbered=re.compile(data["numbered"]),
            listed=re.compile(data["listed"]),
            listed_head=re.compile(f"(?:{_either(data['listed_heads'])})$"),
            subject=re.compile(_either(data["subjects"])),
            presented=re.compile(_either(data["presented"])),
            telling=re.compile(f"(?:{_either(data['telling'])})$"),
            campaign=re.compile(f"(?:{_either(data['campaigns'])})$"),
            conduct=re.compile(_either(data["conduct"])),
            first=re.compile(_either(data["first"])),
            common=tuple(common for row in data["common"] for common in _common(row)),
        )
    except re.error as error:
        raise OntologyError(f"new_initiatives.yaml: an entry is not a regular expression: {error}") from error
