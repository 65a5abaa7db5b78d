"""What a record states, as numbered findings."""

from __future__ import annotations

from extractors.record import Record
from kg import extract
from kg.marked.marks import findings
from tests.kg.records import report

TEXT = "射洪市2021年工作总结\n依据川办发〔2016〕76号，射洪市行政审批局全面推行“一网通办”。\n"


def of(text: str = TEXT) -> Record:
    return extract(text.encode(), "2021_射洪市.txt")


def test_findings_are_numbered_in_the_order_of_the_text() -> None:
    found = findings(of())
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    starts = [one.spans[0].start for one in found]
    assert starts == sorted(starts)
    assert {"region", "policy", "agency", "initiative", "adoption"} <= {one.noun for one in found}


def test_names_have_the_keys_of_their_nodes_and_statements_none() -> None:
    keys = {one.noun: one.key for one in findings(of())}
    assert keys["region"] == "region/510981/射洪市"
    assert keys["agency"] == "agency/510981/射洪市行政审批局"
    assert keys["policy"] == "policy/川办发〔2016〕76号"
    assert keys["initiative"] == "initiative/一网通办"
    assert keys["adoption"] is None


def test_an_adoption_tells_what_it_says_its_rule_and_how_sure_it_is() -> None:
    (adoption,) = [one for one in findings(of()) if one.noun == "adoption"]
    assert adoption.told["initiative"] == "一网通办" and adoption.told["year"] == 2021
    assert adoption.rules and adoption.confidence is not None and 0 < adoption.confidence <= 1


def test_the_features_of_a_judge_are_no_part_of_what_is_told() -> None:
    assert all("features" not in one.told and None not in one.told.values() for one in findings(report().record))
