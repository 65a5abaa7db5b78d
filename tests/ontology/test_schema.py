"""The schema: what it lists, what it accepts, what it refuses to load."""

from __future__ import annotations

import pytest

from ontology.errors import OntologyError
from ontology.schema import _FILE, PropertySpec, parse_schema, schema

TEXT = _FILE.read_text(encoding="utf-8")


def test_labels_and_types_are_those_of_the_contract() -> None:
    assert set(schema().labels) == {
        "Document", "Policy", "Region", "Agency", "Initiative", "Event", "Measurement", "Year", "Graph", "Area",
    }  # fmt: skip
    assert set(schema().relationships) == {
        "PART_OF", "SUCCEEDED_BY", "EVOLVED_INTO", "LAUNCHED_BY", "ORIGINATED_IN", "OF_REGION", "TEXT_OF", "ISSUED_BY",
        "ADDRESSED_TO", "COVERS", "REPORTS_ON", "ISSUED_IN", "APPLIES_TO", "CITES", "IMPLEMENTS", "FORWARDS", "AMENDS", "REPEALS",
        "CONCERNS", "MENTIONS", "ADOPTED", "CARRIES_OUT", "STATED_IN", "HAPPENED_IN", "ABOUT", "DECIDED_BY",
        "MEASURED_IN", "OF_YEAR", "OF_AREA", "IN_REGION", "SPLIT_FROM", "AREA_ADOPTED", "LEARNED_FROM", "CLAIMED_FIRST",
    }  # fmt: skip


def test_every_relationship_carries_evidence_and_every_node_a_name() -> None:
    for spec in schema().relationships.values():
        assert {"source", "quote", "start", "end", "rule", "confidence", "from"} <= set(spec.properties)
    for label in schema().labels.values():
        assert label.properties["name"].required


def test_citations_share_their_ends() -> None:
    ends = {schema().relationships[name].ends for name in schema().relations.values()}
    assert ends == {(("Document", "Policy"), ("Policy", "Policy"))}


def test_statuses_are_ordered_from_weak_to_strong() -> None:
    assert list(schema().statuses) == ["planned", "implemented", "pilot", "completed"]


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("integer", 3, True),
        ("float", 3.0, 3),
        ("boolean", False, 0),
        ("strings", ["a"], ["a", 1]),
        ("date", "2018-11", "2018-1"),
        ("string", "a", None),
    ],
)
def test_types_accept_only_their_own(kind: str, good: object, bad: object) -> None:
    spec = PropertySpec("x", kind, False)
    assert spec.accepts(good)
    assert not spec.accepts(bad)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("ends: [Agency → Region]", "ends: [Agency → Place]", "Place"),
        ("implements: IMPLEMENTS", "implements: FOLLOWS", "FOLLOWS"),
        ("policy_kinds: [notice,", "policy_kinds: [decree,", "decree"),
        ("unit: string", "unit: text", "text"),
        ("established: date", "year: string", "year"),
        ("version: 2", "", "version"),
        ("labels:", "labels: [", "schema.yaml"),
    ],
)
def test_a_schema_that_contradicts_itself_is_refused_by_name(old: str, new: str, named: str) -> None:
    assert old in TEXT
    with pytest.raises(OntologyError, match=named):
        parse_schema(TEXT.replace(old, new, 1))
