"""From an analysis to its record: nothing is left out, and everything in the order of the text."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from extractors.analysis import Analysis
from extractors.document import Head
from extractors.found import InitiativeMention, Measurement, Mention
from extractors.record import LAYERS, DocumentHead, StatementEntry, fields_of
from extractors.record.making import record_of
from extractors.source import SourceText
from ontology.rules import Rule

TEXT = "全市设窗口12个，减材料30%。一网通办与一网通办。"


def test_the_head_has_all_fields_of_the_record() -> None:
    assert {each.name for each in fields(Head)} == set(fields_of(DocumentHead).json)


@pytest.mark.parametrize("layer", [name for name, shape in LAYERS.items() if issubclass(shape, StatementEntry)])
def test_an_analysis_has_all_fields_of_a_claim(layer: str) -> None:
    (made,) = [each for each in get_args(get_type_hints(Analysis)[layer]) if each is not ...]
    names = fields_of(LAYERS[layer])
    assert {each.name for each in fields(made)} == {*names.told, *names.derived, "start", "end", "rule"}


def test_claims_are_sorted_by_their_place_and_quote_it() -> None:
    analysis = Analysis(SourceText(TEXT), "a.txt")
    later = Measurement("减材料", 30, "%", None, None, 9, 15, Rule.MEASUREMENT_AFTER)
    first = Measurement("设窗口", 12, "个", "510900", 2019, 2, 8, Rule.MEASUREMENT_AFTER, "一网通办")
    analysis.measurements = [later, first]
    made = record_of(analysis, "0", "1", "test").measurements
    assert [(m.indicator, m.evidence) for m in made] == [("设窗口", "设窗口12个"), ("减材料", "减材料30%")]
    assert (made[0].value, made[0].region, made[0].year, made[0].initiative) == (12, "510900", 2019, "一网通办")


def test_the_mentions_of_one_name_are_one_entry() -> None:
    analysis = Analysis(SourceText(TEXT), "a.txt")
    places = [TEXT.rindex("一网通办"), TEXT.index("一网通办")]
    analysis.initiatives = [InitiativeMention(Mention(at, at + 4, Rule.INITIATIVE_ALIAS), "一网通办") for at in places]
    (entry,) = record_of(analysis, "0", "1", "test").initiatives
    assert [(span.start, span.surface) for span in entry.mentions] == [(at, "一网通办") for at in sorted(places)]
    assert not entry.new
