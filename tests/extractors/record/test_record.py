"""The record's shape: JSON in its order, there and back, and what is no record."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from extractors.pipeline import Extractor
from extractors.record import (
    LAYER_OF,
    LAYERS,
    VERSION,
    DocumentHead,
    NameEntry,
    Record,
    RecordError,
    StatementEntry,
    fields_of,
)

TEXT = """遂宁市人民政府办公室关于推行一网通办的通知
遂府办函〔2019〕12号
各县（区）人民政府：
根据《四川省人民政府办公厅关于优化服务的意见》（川办发〔2016〕76号），2019年全市推行一网通办，设立综合窗口30个。
2019年4月2日，射洪市行政审批局挂牌成立。
遂宁市人民政府办公室
2019年5月8日
"""
ENTRIES = {
    "regions": ["code", "name", "mentions"],
    "agencies": ["name", "region", "kind", "mentions"],
    "policies": ["number", "title", "issuer", "year", "relation", "mentions"],
    "initiatives": ["name", "new", "mentions"],
    "adoptions": ["region", "area", "initiative", "status", "year", "date", "agency", "policy", "laid_down", "confidence", "features",
        "evidence", "start", "end", "rule"],
    "claims": ["kind", "region", "other", "initiative", "scope", "planned", "year", "date", "evidence", "start", "end",
        "rule"],
    "events": ["kind", "subject", "region", "date", "decided_by", "scope", "evidence", "start", "end", "rule"],
    "measurements": ["indicator", "value", "unit", "region", "area", "year", "target", "change", "initiative", "confidence",
        "features", "evidence", "start", "end", "rule"],
}  # fmt: skip
RECORD = Extractor().record(TEXT.encode(), "2019/遂宁.txt")


def raw() -> Any:
    return json.loads(json.dumps(RECORD.to_json()))


def test_json_has_the_version_and_all_fields_in_their_order() -> None:
    found = raw()
    assert list(found) == ["version", "file", "sha256", "text_sha256", "extractor", "error", "unread", "document", *LAYERS]
    assert found["version"] == VERSION
    assert list(found["document"]) == [
        "title", "number", "issuer", "region", "area", "recipient", "year", "date", "passed", "kind", "url", "evidence"
    ]  # fmt: skip
    start = TEXT.index("遂府办函")
    printed = {"from": "text", "start": start, "end": TEXT.index("\n各县"), "rule": "head.number"}
    assert found["document"]["evidence"]["number"] == printed
    assert list(LAYERS)[:8] == list(ENTRIES)
    assert {layer: list(fields_of(LAYERS[layer]).json) for layer in ENTRIES} == ENTRIES
    assert {layer for layer in ENTRIES if not found[layer]} == {"claims"}  # a notice claims nothing
    assert all(list(found[layer][0]) == names for layer, names in ENTRIES.items() if found[layer])
    assert list(found["regions"][0]["mentions"][0]) == ["start", "end", "surface", "rule"]


def test_what_json_gives_is_the_same_record() -> None:
    assert Record.from_json(raw()) == RECORD
    assert json.dumps(Record.from_json(raw()).to_json()) == json.dumps(RECORD.to_json())
    refused = Record.refused("空.txt", "0" * 64, "1.0+0", "it is empty")
    assert Record.from_json(refused.to_json()) == refused and refused.document == DocumentHead.empty()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r: r.pop("version"), f"it is a record of version None, and this program reads {VERSION}"),
        (lambda r: r.update(version=VERSION + 1), f"it is a record of version {VERSION + 1}, and this program reads {VERSION}"),
        (lambda r: r.pop("events"), "it is no record: it has no field events"),
        (lambda r: r.update(lineage=[]), "it is no record: it has a field lineage, which no record has"),
        (lambda r: r["document"].pop("url"), "it is no record: document has no field url"),
        (lambda r: r["initiatives"][0].update(parent=None), r"initiatives\[0\] has a field parent, which no record has"),
        (lambda r: r["adoptions"][-1].pop("status"), r"adoptions\[\d\] has no field status"),
        (lambda r: r["regions"][0]["mentions"][0].pop("rule"), r"regions\[0\].mentions\[0\] has no field rule"),
        (lambda r: r.update(policies={"number": None}), "it is no record: policies is no list"),
        (lambda r: r.update(regions=[None]), r"it is no record: regions\[0\] is no object"),
        (lambda r: r.update(document="x"), "it is no record: document is no object"),
        (lambda r: r["document"]["evidence"]["number"].pop("from"), "it is no record: 'from'"),
    ],
)
def test_json_of_another_shape_is_refused_by_its_field(change: Callable[[Any], object], says: str) -> None:
    found = raw()
    change(found)
    with pytest.raises(RecordError, match=says):
        Record.from_json(found)


def test_a_layer_is_known_by_the_noun_of_its_entries() -> None:
    assert {LAYERS[layer].noun: layer for layer in LAYERS} == LAYER_OF
    assert LAYER_OF["agency"] == "agencies" and LAYER_OF["adoption"] == "adoptions"
    assert all(issubclass(shape, NameEntry) != issubclass(shape, StatementEntry) for shape in LAYERS.values())


def test_what_a_field_is_for_is_declared_once() -> None:
    adoption = fields_of(LAYERS["adoptions"])
    assert adoption.required == ("initiative", "status") and adoption.times == ("year", "date")
    assert fields_of(LAYERS["events"]).times == ("date",)
    assert fields_of(LAYERS["initiatives"]).told == ("name",), "whether it is new follows from the ontology"
    assert fields_of(DocumentHead).required == () and "url" in fields_of(DocumentHead).told


def test_spans_are_the_mentions_of_a_name_and_the_sentence_of_a_claim() -> None:
    for entry in RECORD.entries():
        assert entry.spans and all(TEXT[span.start : span.end] == span.surface for span in entry.spans)
    (event,) = RECORD.events
    assert [span.surface for span in event.spans] == [event.evidence]
    assert type(event).at(event.spans[0], event.told()) == event


def test_what_was_judged_of_a_statement_goes_where_an_analyst_states_it() -> None:
    adoption = RECORD.adoptions[0]
    assert adoption.confidence is not None and adoption.features
    assert "confidence" not in adoption.told()
    again = type(adoption).at(adoption.spans[0], adoption.told())
    assert (again.confidence, again.features) == (None, None)
