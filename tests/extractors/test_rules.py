"""Every rule of the extraction by name: a document in which it must fire, and a near one in which it must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.pipeline import Extractor
from ontology.rules import Rule

ROOT = Path(__file__).parents[2]
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("rules.yaml").read_text("utf-8"))
ENTRIES = [entry for entries in CASES.values() for entry in entries]
EXTRACTOR = Extractor()
FILE = "遂宁市_2018.txt"

# Rules that no record can hold.
UNRECORDED = {
    Rule.INITIATIVE_IMPLIED,  # marks the phrase of a pilot told without a name; its adoption is adoption.pilot_place
}


def rules_of_records() -> set[Rule]:
    """The rules of the extractors: all but those of the graph, of corrections and of the ontology."""
    return {rule for rule in Rule if rule.layer not in {"parent", "correction", "ontology"}}


def fired(text: str, file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each rule that fires in a document, with what it gives: an entry of a layer, the fields of the head, a date."""
    data = text.encode("utf-8")
    record = EXTRACTOR.record(data, file)
    assert record.error is None
    for entry in record.entries():
        yield from ((span.rule, entry.to_json()) for span in entry.spans)
    head, told = record.document, record.document.told()
    for rule in sorted({evidence.rule for evidence in head.evidence.values()}):
        yield rule, {name: told[name] for name, evidence in head.evidence.items() if evidence.rule == rule}
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
    assert sorted(listed) == sorted(rules_of_records() - UNRECORDED)


# "policy.title" is a kind of conflict, too.
_LITERAL = re.compile(rf'(?<!Conflict\()"(?:{"|".join(map(re.escape, Rule))})"')


def test_a_rule_is_spelt_out_nowhere_else() -> None:
    code = [path for package in ("extractors", "kg") for path in sorted((ROOT / package).rglob("*.py"))]
    spelt = {path.relative_to(ROOT).as_posix(): _LITERAL.findall(path.read_text("utf-8")) for path in code}
    assert {file: names for file, names in spelt.items() if names} == {}


def test_records_hold_no_rule_without_an_entry() -> None:
    seen = {rule for entry in ENTRIES for rule, _ in fired(entry["must"], entry.get("file", FILE))}
    assert seen == {entry["rule"] for entry in ENTRIES}
