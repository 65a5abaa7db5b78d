"""The lag plot: only pairs that tell an order are drawn, and bounded ones as what they are."""

from __future__ import annotations

from types import SimpleNamespace

from kg.pictures.lags import lag_model
from kg.pictures.words import Words
from kg.tracing.record import Row
from tests.kg.pictures.hand import Above, row

CITY = row("510900", "遂宁市", ("implemented", 2017), observed=(2016, 2017), level="prefecture")
BY_THEN = row("510700", "绵阳市", ("implemented", 2017), observed=(2017,), level="prefecture")


def drawn(*rows: Row, city: Row = CITY) -> dict | None:
    facts = SimpleNamespace(superiors=Above({of.region.key: city.region.key for of in rows}))
    return lag_model(rows, facts, {city.region.key: city}, Words("en"))  # type: ignore[arg-type]


def county(year: int, *observed: int) -> Row:
    return row(f"5109{year % 100}", f"{year}县", ("implemented", year), observed=observed)


def test_exact_pairs_are_dots_above_on_and_below_the_diagonal() -> None:
    model = drawn(county(2016, 2015, 2016), county(2017, 2016, 2017), county(2018, 2017, 2018), county(2019, 2018, 2019))
    assert model is not None
    assert [(dot["x"], dot["y"], dot["order"]) for dot in model["dots"]] == [
        (2017, 2016, "earlier"), (2017, 2017, "same"), (2017, 2018, "later"), (2017, 2019, "later"),
    ]  # fmt: skip
    assert model["counts"] == {"earlier": 1, "same": 1, "later": 2}
    assert model["finding"] == "Of 4 exact pairs the region is later in 2, the same year in 1, earlier in 1"


def test_bounded_regions_are_bars_of_which_only_some_tell_an_order() -> None:
    surely_later, either, unknown, surely_earlier = county(2020, 2017, 2020), county(2019, 2015, 2019), county(2018, 2018), county(2016, 2016)
    model = drawn(surely_later, either, unknown, surely_earlier)
    assert model is not None
    found = {bar["region"]: (bar["low"], bar["high"], bar["order"]) for bar in model["bars"]}
    assert found == {0: (2018, 2020, "later"), 1: (2016, 2019, "open"), 2: (None, 2018, "open"), 3: (None, 2016, "earlier")}
    assert model["bounded"] == {"later": 1, "open": 2, "earlier": 1}


def test_a_superior_whose_year_is_not_exact_tells_nothing() -> None:
    assert drawn(county(2018, 2017, 2018), city=BY_THEN) is None
    mixed = [county(2018, 2017, 2018), county(2019, 2018, 2019)]
    facts = SimpleNamespace(superiors=Above({mixed[0].region.key: CITY.region.key, mixed[1].region.key: BY_THEN.region.key}))
    model = lag_model(mixed, facts, {of.region.key: of for of in (CITY, BY_THEN)}, Words("en"))  # type: ignore[arg-type]
    assert model is not None
    assert (len(model["dots"]), model["undrawn"]) == (1, 1)


def test_provinces_and_silent_regions_have_no_pair() -> None:
    assert drawn(row("510000", "四川省", ("implemented", 2018), observed=(2017, 2018), level="province")) is None
    assert drawn(row("510903", "船山区", observed=(2018,))) is None
