"""The parts of the agency code of a document number (机关代字): places, organs, kinds, national organs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("issuer_codes.yaml")
Style = Literal["府", "政", "署"]


class ProvinceLetter(BaseModel):
    """A province's letter: its code, what its own government writes, and what those of its cities and counties do."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    code: str
    own: Style
    cities: Style


class IssuerCodes(BaseModel):
    """The tables of ``issuer_codes.yaml``, whose head explains them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    provinces: dict[str, ProvinceLetter]
    words: dict[str, tuple[str, ...]]
    styles: dict[str, Style]
    counties: dict[str, tuple[str, ...]]
    government_offices: dict[str, tuple[str, ...]]
    office_halls: dict[str, int | None]
    organs: dict[str, str | tuple[str, ...]]
    called: dict[str, dict[str, str]]
    kinds: tuple[str, ...]
    national: dict[str, str]
    before: tuple[str, ...]


@cache
def issuer_codes() -> IssuerCodes:
    """The tables, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    return validated(IssuerCodes, read_yaml(_FILE), _FILE.name)
