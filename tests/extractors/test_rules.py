"""Every rule of the extraction by name: a document in which it must fire, and a near one in which it must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.pipeline import Extractor
from ontology.rule_book import RuleEntry, rule_book
from ontology.rules import Rule

ROOT = Path(__file__).parents[2]
ENTRIES = [pytest.param(rule, entry, id=rule) for rule, entry in rule_book().items() if entry.must]
EXTRACTOR = Extractor()

# Rules that no record of a document by itself can hold.
UNRECORDED = {
    Rule.HEAD_SOURCES,  # a list beside the document, which tests/kg/build/test_source_list.py gives
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


@pytest.mark.parametrize(("rule", "entry"), ENTRIES)
def test_a_rule_fires(rule: Rule, entry: RuleEntry) -> None:
    given = [found for fires, found in fired(entry.must or "", entry.file) if fires == rule]
    assert given, f"{rule} must fire"
    assert entry.gives in [{key: found.get(key) for key in entry.gives} for found in given]


@pytest.mark.parametrize(("rule", "entry"), ENTRIES)
def test_a_rule_does_not_fire_on_a_near_miss(rule: Rule, entry: RuleEntry) -> None:
    near = fired(entry.must_not or "", entry.file_not or entry.file)
    assert [found for fires, found in near if fires == rule] == []


def test_every_rule_of_records_has_its_document_and_no_other_rule_has() -> None:
    assert {rule for rule, entry in rule_book().items() if entry.must} == rules_of_records() - UNRECORDED


# "policy.title" is a kind of conflict, too.
_LITERAL = re.compile(rf'(?<!Conflict\()"(?:{"|".join(map(re.escape, Rule))})"')


def test_a_rule_is_spelt_out_nowhere_else() -> None:
    code = [path for package in ("extractors", "kg") for path in sorted((ROOT / package).rglob("*.py"))]
    spelt = {path.relative_to(ROOT).as_posix(): _LITERAL.findall(path.read_text("utf-8")) for path in code}
    assert {file: names for file, names in spelt.items() if names} == {}


def test_records_hold_no_rule_without_a_document() -> None:
    with_document = {rule: entry for rule, entry in rule_book().items() if entry.must}
    seen = {rule for entry in with_document.values() for rule, _ in fired(entry.must or "", entry.file)}
    assert seen == with_document.keys()
