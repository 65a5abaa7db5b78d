"""What holds of every record and panel, whatever is stated and observed: worlds drawn at random."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cypher.elements import Node
from kg.tracing.background import Superiors
from kg.tracing.facts import Facts
from kg.tracing.panel import risk_years
from kg.tracing.record import Row, make_record, naming_rate
from kg.tracing.seen import seen_of
from kg.tracing.statements import Statement
from kg.tracing.words import DONE, MENTION, STAGES

YEARS = st.integers(2010, 2020)
KEY = "region/510903/x"
ONE = st.builds(
    lambda year, told, stage, n: Statement(str(n), KEY, "initiative/x", stage, year, None, "d", told, "", False),
    YEARS, YEARS, st.sampled_from([*STAGES, MENTION]), st.integers(),
)  # fmt: skip


def row(observed: set[int], statements: list[Statement]) -> Row | None:
    node = Node(KEY, "Region", {"key": KEY, "name": "x", "code": "510903", "level": "county"})
    facts = Facts(
        name="x", parts=(), part_count=0, regions={KEY: node}, shown=None, documents={},
        statements=tuple(sorted(statements, key=lambda s: s.order)), undated=0, areas=(), areas_joined=(),
        observed={KEY: tuple(sorted(observed))} if observed else {}, heirs={}, joined=False, superiors=Superiors([]),
        launches=(), origins=(),
    )  # fmt: skip
    return make_record(facts, DONE).get(KEY)


@given(st.sets(YEARS), st.lists(ONE, max_size=6))
def test_bounds_hold(observed: set[int], statements: list[Statement]) -> None:
    found = row(observed, statements)
    if found is None:
        assert not observed and not statements
        return
    adopted = [s.year for s in statements if s.stage in DONE]
    assert found.hi == (min(adopted) if adopted else None)
    assert found.lo is None or (found.lo in observed and (found.hi is None or found.lo < found.hi))
    between = [y for y in observed if found.lo is not None and found.hi is not None and found.lo < y < found.hi]
    assert between == []
    expected = {
        "exact": found.hi is not None and found.hi - 1 in observed,
        "interval": found.hi is not None and found.lo is not None and found.lo < found.hi - 1,
        "left": found.hi in observed and found.lo is None,
        "unobserved": found.lo is None and found.hi not in observed and (found.hi is not None or not observed),
        "right": found.hi is None and bool(observed),
    }
    assert [bound for bound, holds in expected.items() if holds] == [found.bound]
    rate, years = naming_rate([found])
    assert rate is None or 0 <= rate <= 1
    assert years <= len(observed)


@given(st.sets(YEARS), st.lists(ONE, max_size=6))
def test_the_panel_holds(observed: set[int], statements: list[Statement]) -> None:
    found = row(observed, statements)
    years = list(risk_years(found)) if found else []
    assert [at.year for at in years] == list(range(years[0].year, years[-1].year + 1)) if years else True
    assert sum(at.event for at in years) <= 1
    if found and years:
        later = found.hi is not None and any(year >= found.hi for year in observed)
        assert sum(at.event for at in years) == later
        assert not later or (years[-1].event and years[-1].at_risk)
        assert all(at.observed for at in years if at.at_risk)
        assert sum(at.gap or 0 for at in years) == years[-1].year - years[0].year


@given(st.sets(YEARS, min_size=1), st.lists(ONE, max_size=6))
def test_what_the_models_see_holds(observed: set[int], statements: list[Statement]) -> None:
    found = row(observed, statements)
    seen = seen_of([found], DONE) if found else None
    assert seen is not None and found is not None
    assert set(seen.years[seen.observed[0]].tolist()) <= observed
    if found.hi is not None:
        assert seen.first[0] <= max(found.hi, min(observed))
