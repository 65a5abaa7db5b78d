"""What contradicts itself or another is kept and told; what lies outside of all years is left out."""

from __future__ import annotations

import dataclasses
from typing import Any

from kg.disk.parts import SourceDocument
from tests.kg.assemble.test_assemble import built, edges
from tests.kg.records import document, notice, report


def test_equal_texts_with_two_regions_are_a_conflict() -> None:
    head = dataclasses.replace(report().record.document, region="510903")
    other = dataclasses.replace(report().record, file="b/副本.txt", document=head)
    conflicts = built(report(), SourceDocument("b/副本.txt", other, report().text)).conflicts
    assert [(c.kind, c.values) for c in conflicts] == [("document.region", ("510903", "510922"))]


def test_two_founding_dates_are_a_conflict() -> None:
    def stated(file: str, date: str) -> SourceDocument:
        text = f"{file}：{date}，遂宁市行政审批局成立。"
        name: dict[str, Any] = {"name": "遂宁市行政审批局", "region": "510900", "surface": "遂宁市行政审批局"}
        event = {"kind": "established", "subject": "遂宁市行政审批局", "region": "510900", "date": date,
                 "evidence": "遂宁市行政审批局成立"}  # fmt: skip
        return document(file, text, head={"region": "510900", "year": 2018}, agencies=[name], events=[event])

    found = built(stated("a.txt", "2018-01-10"), stated("b.txt", "2018-03-01")).conflicts
    assert [(c.kind, c.subject, c.values, len(c.statements)) for c in found] == [
        ("agency.established", "agency/510900/遂宁市行政审批局", ("2018-01-10", "2018-03-01"), 2)
    ]


def test_one_number_with_two_titles_is_a_conflict() -> None:
    text = "依据《遂宁市大数据管理暂行规定》（川办发〔2016〕76号）。"
    entry = {
        "number": "川办发〔2016〕76号",
        "title": "遂宁市大数据管理暂行规定",
        "year": 2016,
        "surface": "川办发〔2016〕76号",
    }
    other = document("c.txt", text, head={"region": "510900", "year": 2018}, policies=[entry])
    assert [c.kind for c in built(report(), other).conflicts] == ["policy.title"]


def test_a_region_used_outside_its_years_is_noted() -> None:
    text = "射洪市2012年工作报告"
    early = document("d.txt", text, head={"region": "510981", "year": 2012})
    assert [(c.kind, c.subject) for c in built(early).conflicts] == [("region.validity", "region/510981/射洪市")]


def test_a_target_year_is_no_year_of_a_statement() -> None:
    text = "到2035年，全市政务服务事项网上可办率达到100%。2019年推行一网通办。"
    made = document(
        "f.txt",
        text,
        head={"region": "510900", "year": 2018},
        measurements=[{"indicator": "网上可办率", "value": 100, "unit": "%", "year": 2035, "evidence": text[:22]}],
        adoptions=[
            {"region": "510900", "initiative": "一网通办", "status": "planned", "year": 2019, "evidence": text[-12:]}
        ],
    )
    assembled = built(made)
    (figure,) = assembled.graph.nodes("Measurement")
    assert "year" not in figure.properties and assembled.graph.node("year/2035") is None
    assert [e.properties["year"] for e in edges(assembled.graph, "ADOPTED")] == [2019]
    assert [(c.kind, c.values) for c in assembled.conflicts] == [("year.outside", ("2035", "measurements"))]


def test_a_document_numbered_in_2019_and_dated_2028_contradicts_itself() -> None:
    head = dataclasses.replace(notice().record.document, date="2028-05-08")
    wrong = dataclasses.replace(notice(), record=dataclasses.replace(notice().record, document=head))
    assert [(c.kind, c.values) for c in built(wrong).conflicts] == [
        ("document.date", ("2028-05-08", "遂府办函〔2019〕12号"))
    ]


def test_a_document_of_1911_has_no_year_in_the_graph() -> None:
    assembled = built(document("h.txt", "宣统三年", head={"region": "510000", "year": 1911}))
    assert assembled.graph.node("year/1911") is None
    assert [(c.kind, c.values) for c in assembled.conflicts] == [("year.outside", ("1911", "document"))]


def test_a_region_is_not_missed_before_its_table_begins() -> None:
    early = document("g.txt", "四川省1978年的一份文件", head={"region": "510000", "year": 1978})
    assert built(early).conflicts == ()
