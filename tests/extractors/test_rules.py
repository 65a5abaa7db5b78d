"""Every rule of the extraction by name: a document in which it must fire, and a near one in which it must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.pipeline import Extractor
from extractors.record import FIELDS, LAYERS

ROOT = Path(__file__).parents[2]
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("rules.yaml").read_text("utf-8"))
ENTRIES = [entry for entries in CASES.values() for entry in entries]
EXTRACTOR = Extractor()
FILE = "遂宁市_2018.txt"

_LAYER = "(?:region|agency|policy|initiative|adoption|event|measurement|head|date)"
_NAME = re.compile(rf'(?:"|rule: )({_LAYER}\.[a-z_]+)\b')
_COMPOSED = re.compile(rf'f"{_LAYER}\.\{{[^"]*"')
# What f"adoption.{kind}" makes of the statuses; that of `planned` is plan_section or plan_cue instead.
COMPOSED = {"adoption.implemented", "adoption.completed", "adoption.pilot"}
# Names in the code that no record can hold.
UNRECORDED = {
    "initiative.implied",  # marks the phrase of a pilot told without a name; its adoption is adoption.pilot_place
    "head.date",  # stands in for the evidence of a missing date, from which no year is taken either
}


def sources() -> list[str]:
    """The code and the data of the extraction."""
    files = [path for folder in ("extractors", "ontology") for path in sorted((ROOT / folder).rglob("*.*"))]
    return [path.read_text("utf-8") for path in files if path.suffix in {".py", ".yaml"}]


def rules_of_the_code() -> set[str]:
    """The names of all rules."""
    return {name for text in sources() for name in _NAME.findall(text)} | COMPOSED


def fired(text: str, file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each rule that fires in a document, with what it gives: an entry of a layer, the fields of the head, a date."""
    data = text.encode("utf-8")
    record = EXTRACTOR.record(data, file)
    assert record["error"] is None
    for layer in LAYERS:
        for entry in record[layer]:
            yield from ((place["rule"], entry) for place in entry.get("mentions", [entry]))
    head = record["document"]
    for rule in sorted({evidence["rule"] for evidence in head["evidence"].values()}):
        yield rule, {name: head[name] for name in FIELDS if head["evidence"].get(name, {}).get("rule") == rule}
    for date in EXTRACTOR.analyse(EXTRACTOR.source(data, file), file).dates:
        yield date.rule, {"iso": date.iso, "to_iso": date.to_iso}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["rule"])
def test_a_rule_fires(entry: dict[str, Any]) -> None:
    given = [found for rule, found in fired(entry["must"], entry.get("file", FILE)) if rule == entry["rule"]]
    assert given, f"{entry['rule']} must fire"
    wanted = entry["gives"]
    assert wanted in [{key: found.get(key) for key in wanted} for found in given]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["rule"])
def test_a_rule_does_not_fire_on_a_near_miss(entry: dict[str, Any]) -> None:
    file = entry.get("file_not", entry.get("file", FILE))
    assert [found for rule, found in fired(entry["must_not"], file) if rule == entry["rule"]] == []


def test_every_rule_has_its_entry_and_every_entry_its_rule() -> None:
    listed = [entry["rule"] for entry in ENTRIES]
    assert sorted(listed) == sorted(rules_of_the_code() - UNRECORDED)


def test_no_other_name_is_composed() -> None:
    assert [found for text in sources() for found in _COMPOSED.findall(text)] == ['f"adoption.{kind}"']


def test_records_hold_no_rule_without_an_entry() -> None:
    seen = {rule for entry in ENTRIES for rule, _ in fired(entry["must"], entry.get("file", FILE))}
    assert seen == {entry["rule"] for entry in ENTRIES}


def test_what_no_record_holds_is_in_the_code() -> None:
    assert rules_of_the_code() >= UNRECORDED
