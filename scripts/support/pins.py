"""The versions that the tests passed with, as `constraints.txt` pins them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CONSTRAINTS = Path(__file__).resolve().parents[2] / "constraints.txt"


class Pin(NamedTuple):
    """One package, by its canonical name, and its version."""

    name: str
    version: str


def read_pins(path: Path) -> list[Pin]:
    """The packages that a file of constraints pins, also those for other systems than this.

    Raises:
        ValueError: for a line that does not pin one version.
    """
    pins = []
    for line in path.read_text(encoding="utf-8").splitlines():
        told = line.partition("#")[0].strip()
        if not told:
            continue
        requirement = Requirement(told)
        versions = [one.version for one in requirement.specifier if one.operator == "=="]
        if len(versions) != 1:
            raise ValueError(f"{path.name}: {told} pins no version")
        pins.append(Pin(canonicalize_name(requirement.name), versions[0]))
    return pins
