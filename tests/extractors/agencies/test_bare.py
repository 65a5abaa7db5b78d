"""Departments without their region take the name that the document gives them elsewhere."""

from __future__ import annotations

from ontology.rules import Rule
from tests.extractors.agencies.helpers import FUCHENG, bodies, names


def test_a_bare_department_of_the_region_is_its_own() -> None:
    found = bodies("涪城区行政审批局成立。行政审批局承接事项。", FUCHENG).agencies
    assert [m.mention.rule for m in found] == [Rule.AGENCY_REGION, Rule.AGENCY_BARE]


def test_a_bare_department_takes_the_name_of_the_one_above_that_is_named() -> None:
    found = bodies("绵阳市航天产业局印发要点，航天产业局抓落实。", FUCHENG).agencies
    assert [(m.name, m.mention.rule) for m in found] == [
        ("绵阳市航天产业局", Rule.AGENCY_REGION),
        ("绵阳市航天产业局", Rule.AGENCY_AGAIN),
    ]
    assert len(bodies("绵阳市航天产业局印发要点，某航天产业局抓落实。", FUCHENG).agencies) == 1


def test_a_bare_department_is_the_one_that_is_named_in_full() -> None:
    assert names("天府新区行政审批局成立。行政审批局承接事项。", "510100") == {"天府新区行政审批局"}
