"""The bill of materials of a release."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.support.pins import CONSTRAINTS, read_pins
from tests.scripts.starting import printed


def test_the_bill_names_each_pin_once_and_is_the_same_each_time(tmp_path: Path) -> None:
    pins = read_pins(CONSTRAINTS)
    assert printed("write_sbom.py", "-o", tmp_path / "sbom.json", folder=tmp_path) == []
    written = (tmp_path / "sbom.json").read_text(encoding="utf-8")
    assert printed("write_sbom.py", folder=tmp_path, PYTHONHASHSEED="5") == written.splitlines()
    told = json.loads(written)
    assert [(c["name"], c["version"]) for c in told["components"]] == sorted(pins)
    assert told["specVersion"] == "1.6" and told["metadata"]["component"]["name"] == "reformkg"
    lxml = next(c for c in told["components"] if c["name"] == "lxml")
    assert lxml["purl"] == f"pkg:pypi/lxml@{dict(pins)['lxml']}" and lxml["licenses"]
