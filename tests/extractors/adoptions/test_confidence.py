"""How likely an adoption is right: what speaks for and against it, by the weights that were learnt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.adoptions.confidence import Stated
from extractors.judges.judge import shipped_judges
from tests.extractors.support import analysed

LAYERS = ("absolute_dates", "dates", "regions", "initiatives", "adoptions")
PLAIN = Stated("initiative.name", "adoption.implemented", "implemented", "report", None, 8, 60, 1, False, False)


def judged(text: str) -> tuple[float, tuple[str, ...]]:
    (adoption,) = analysed(text, *LAYERS).adoptions
    assert adoption.confidence is not None
    return adoption.confidence, adoption.features


def test_a_statement_bears_what_was_heard_and_how_likely_it_is_right() -> None:
    confidence, features = judged("我局全面推行容缺受理，群众办事更加省心，窗口等候更短。")
    assert {"name read by initiative.name", "stated by adoption.implemented", "document: report"} <= set(features)
    assert 0.5 < confidence < 1


def test_a_listed_name_is_surer_than_one_by_its_form() -> None:
    known, _ = judged("我局全面推行容缺受理，群众办事更加省心，窗口等候更短。")
    new, features = judged("我局全面推行“暖心办”政务服务模式，群众办事更加省心，窗口等候更短。")
    assert new < known
    assert "name read by initiative.quoted" in features


def test_only_features_with_a_weight_are_kept() -> None:
    weights = shipped_judges()["adoption"].weights
    for text in ("推行容缺受理。", "试点推行一网通办、容缺受理、告知承诺制。"):
        for adoption in analysed(text, *LAYERS).adoptions:
            assert all(weights[feature] for feature in adoption.features)
            assert list(adoption.features) == sorted(adoption.features)


@pytest.mark.parametrize(
    ("changed", "feature"),
    [
        ({"name": 4}, "short name"),
        ({"quote": 12}, "short quote"),
        ({"quote": 200}, "long quote"),
        ({"crowd": 3}, "one of many in its quote"),
        ({"heading": True}, "quote is a heading"),
        ({"title": True}, "name stands in the title"),
        ({"section": "plan"}, "section: plan"),
        ({"document": None}, "document: kind not known"),
    ],
)
def test_each_feature_holds_where_it_says_so(changed: dict[str, object], feature: str) -> None:
    assert feature in set(replace(PLAIN, **changed).features())  # type: ignore[arg-type]
    assert feature not in set(PLAIN.features())


def test_places_of_the_name_are_told_apart() -> None:
    _, features = judged("一、全面推行容缺受理\n")
    assert "quote is a heading" in features
