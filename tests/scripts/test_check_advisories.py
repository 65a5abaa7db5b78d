"""What of the pins of a release is known to be vulnerable, and that all of it is pinned."""

from __future__ import annotations

import json
import zipfile
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.support.advisories import matches
from scripts.support.pins import CONSTRAINTS, Pin, read_pins
from tests.scripts.starting import start


def record(*events: dict[str, str], name: str = "lxml", **more: Any) -> dict[str, Any]:
    """A record of the OSV schema on a range of a package's versions."""
    ranges = [{"type": "ECOSYSTEM", "events": list(events)}]
    affected = [{"package": {"ecosystem": "PyPI", "name": name}, "ranges": ranges}]
    return {"id": "OSV-1", "summary": "a test", "affected": affected, **more}


@pytest.mark.parametrize(
    ("events", "version", "mended"),
    [
        ([{"introduced": "0"}, {"fixed": "6.2"}], "6.1.3", "6.2"),
        ([{"introduced": "0"}, {"fixed": "6.1.3"}], "6.1.3", False),
        ([{"introduced": "6.1.10"}], "6.1.3", False),
        ([{"introduced": "6"}, {"last_affected": "6.1.3"}], "6.1.3", None),
        ([{"introduced": "6"}, {"last_affected": "6.1.2"}], "6.1.3", False),
        ([{"introduced": "4"}, {"fixed": "4.9"}, {"introduced": "6"}, {"fixed": "6.1.4"}], "5.0", False),
        ([{"fixed": "6.1.4"}, {"introduced": "6"}, {"fixed": "4.9"}, {"introduced": "4"}], "6.1.3", "6.1.4"),
    ],
)
def test_a_version_falls_under_a_record_by_its_range(
    events: list[dict[str, str]], version: str, mended: str | bool | None
) -> None:
    found = list(matches(record(*events), [Pin("lxml", version), Pin("click", version)]))
    assert found == ([] if mended is False else [(Pin("lxml", version), mended)])


def test_names_are_compared_as_indexes_do_and_withdrawn_records_are_none() -> None:
    pins = [Pin("prompt-toolkit", "3.0.53")]
    everything = {"introduced": "0"}
    assert list(matches(record(everything, name="Prompt_Toolkit"), pins)) == [(pins[0], None)]
    assert list(matches(record(everything, name="Prompt_Toolkit", withdrawn="2020-01-01T00:00:00Z"), pins)) == []
    listed = {"affected": [{"package": {"ecosystem": "PyPI", "name": "prompt-toolkit"}, "versions": ["3.0.53"]}]}
    assert list(matches(listed, pins)) == [(pins[0], None)]


@pytest.mark.parametrize("packed", [False, True])
def test_the_script_finds_what_is_known_of_the_pins(tmp_path: Path, packed: bool) -> None:
    version = dict(read_pins(CONSTRAINTS))["lxml"]
    known = json.dumps(record({"introduced": "0"}, {"last_affected": version}))
    if packed:
        with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
            archive.writestr("OSV-1.json", known)
    else:
        (tmp_path / "OSV-1.json").write_text(known)
    where = tmp_path / "all.zip" if packed else tmp_path
    done = start("check_advisories.py", where, folder=tmp_path)
    assert done.returncode == 1
    assert f"lxml {version}: OSV-1 (not mended yet) a test" in done.stdout and "1 known vulnerabilities" in done.stdout


def test_a_line_that_pins_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("lxml>=5\n")
    with pytest.raises(ValueError, match="lxml>=5 pins no version"):
        read_pins(tmp_path / "c.txt")


def test_all_that_an_installation_brings_is_pinned() -> None:
    pinned = {pin.name for pin in read_pins(CONSTRAINTS)}
    assert sorted(needed("reformkg", frozenset({"dev", "fast-neo4j", "mcp", "text", "dataframe"})) - pinned) == ["reformkg"]


def needed(name: str, extras: frozenset[str], found: set[tuple[str, frozenset[str]]] | None = None) -> set[str]:
    """The installed packages that ``name`` with ``extras`` needs, itself among them."""
    found = set() if found is None else found
    if (name, extras) not in found:
        try:
            told = requires(name) or ()
        except PackageNotFoundError:  # for another system or Python
            return {one for one, _ in found}
        found.add((name, extras))
        for requirement in map(Requirement, told):
            wanted = (requirement.marker is None) or any(
                requirement.marker.evaluate({"extra": extra}) for extra in {"", *extras}
            )
            if wanted:
                needed(canonicalize_name(requirement.name), frozenset(requirement.extras), found)
    return {one for one, _ in found}
