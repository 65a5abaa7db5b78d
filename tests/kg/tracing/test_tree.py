"""Who has it from whom: relations, rates, and the tree, where evidence stays apart from years."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from kg.tracing.rates import fit_rates
from kg.tracing.relations import NONE, RELATIONS, Adopter, relate
from kg.tracing.tree import Candidate, Evidence, directions, find_origins
from scripts.support.worlds import planted_tree

RATES = {"superior": 0.5, "below": 0.1, "sibling": 0.05, "province": 0.03, "peer": 0.0002, "outside": 0.005}


def province(code: str, lo: int | None = None, hi: int | None = None) -> Adopter:
    return Adopter(code, "province", "100000", lo, hi)


def city(code: str, lo: int | None = None, hi: int | None = None) -> Adopter:
    return Adopter(code, "prefecture", code[:2] + "0000", lo, hi)


def county(code: str, lo: int | None = None, hi: int | None = None) -> Adopter:
    return Adopter(code, "county", code[:4] + "00", lo, hi)


def pairs(found: list[Candidate]) -> dict[tuple[str, str], Candidate]:
    return {(one.destination, one.origin): one for one in found}


def test_what_regions_are_to_each_other() -> None:
    regions = [province("510000"), province("500000"), city("510900"), city("510700"), city("440300"), county("510903")]
    related = relate(regions)

    def to(destination: int, origin: int) -> str | None:
        place = int(related[destination, origin])
        return None if place == NONE else RELATIONS[place]

    assert (to(2, 0), to(0, 2), to(5, 0), to(0, 5)) == ("superior", "below", "superior", "below")
    assert (to(2, 3), to(2, 4), to(0, 1)) == ("sibling", "peer", "province")
    assert (to(2, 1), to(5, 3), to(2, 2)) == (None, None, None)


@pytest.mark.slow
def test_the_rates_of_a_planted_cascade_come_back() -> None:
    regions, parents = planted_tree(np.random.default_rng(1), RATES)
    found = fit_rates(regions)
    assert found.rates[0] == pytest.approx(RATES["superior"], rel=0.5)
    assert found.rates[0] > found.rates[1] > found.rates[2] > found.rates[4]
    assert found.outside == pytest.approx(RATES["outside"], abs=0.01)
    told = found.origins[~np.isnan(found.origins[:, 0])]
    assert ((told.sum(axis=1) <= 1 + 1e-9) & (told >= 0).all(axis=1)).all()
    codes = [region.code for region in regions]
    likeliest = [
        (region.code, codes[int(np.argmax(row))])
        for region, row in zip(regions, found.origins, strict=True)
        if not np.isnan(row[0]) and row.max() >= 0.5
    ]
    right = np.mean([parents[destination] == origin for destination, origin in likeliest])
    assert len(likeliest) > 100
    assert right > 0.5


def test_the_same_cascade_gives_the_same_rates() -> None:
    regions, _ = planted_tree(np.random.default_rng(2), RATES, among=3)
    one, other = fit_rates(regions), fit_rates(regions)
    assert one.rates.tolist() == other.rates.tolist()


@pytest.mark.slow
def test_the_regulations_on_civil_conduct_leave_most_origins_open(shared: Path) -> None:
    """Nearly all passed within four years, so that years alone rarely tell an origin."""
    regions: dict[str, Adopter] = {}
    with (shared / "truth" / "conduct_regulations.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            region, year = row["region"], int(row["year"])
            above = row["province"] if region != row["province"] else None
            regions[region] = Adopter(region, "prefecture" if above else "province", above, year - 1, year)
            regions.setdefault(row["province"], Adopter(row["province"], "province", None, 2023, None))
    found = find_origins(list(regions.values()), [])
    assert all(one.lag is not None and one.lag > 0 and one.probability and one.probability <= 1 for one in found)
    assert 0 < sum(one.chosen for one in found) < 22


def test_without_an_adopter_there_is_no_rate() -> None:
    with pytest.raises(ValueError, match="nobody adopts"):
        fit_rates([province("510000", 2020)])


SMALL = [
    province("510000", 2015, 2016), city("510900", 2017, 2018), city("510700", 2017, 2018), city("510300", None, 2017),
    county("510903", 2017, 2019), county("510904", 2020, None),
]  # fmt: skip


def test_candidates_are_strictly_earlier_and_those_known_from_one_side_have_no_probability() -> None:
    found = find_origins(SMALL, [], least=0.0)
    assert all(one.lag is not None and one.lag > 0 for one in found)
    assert {one.destination for one in found} == {"510900", "510700", "510903"}
    assert not any(one.proven for one in found)
    assert all(one.chosen == (one.probability is not None and one.probability >= 0.5) for one in found)


def test_evidence_makes_a_link_proven_in_the_same_year_or_without_years_and_changes_no_probability() -> None:
    proofs = [
        Evidence("510900", "510700", "learned", "s1"), Evidence("510900", "510700", "cited", "s2"),
        Evidence("510300", "510000", "sent", "s3"), Evidence("510900", "510900", "learned", "s4"),
    ]  # fmt: skip
    plain, found = pairs(find_origins(SMALL, [], least=0.0)), pairs(find_origins(SMALL, proofs, least=0.0))
    told = found["510900", "510700"]
    assert (told.proven, told.chosen, told.lag, told.relation) == (True, True, 0, "sibling")
    assert (told.kinds, told.evidence) == (("cited", "learned"), ("s1", "s2"))
    assert (found["510300", "510000"].probability, found["510300", "510000"].chosen) == (None, True)
    assert found["510900", "510000"].probability == plain["510900", "510000"].probability
    assert not found["510900", "510000"].chosen
    assert ("510900", "510900") not in found


def test_two_regions_that_name_each_other_stand_in_the_tree_one_way() -> None:
    proofs = [
        Evidence("510900", "510700", "learned", "s1"), Evidence("510700", "510900", "learned", "s2"),
        Evidence("510900", "510000", "sent", "s3"),
    ]  # fmt: skip
    found = pairs(find_origins(SMALL, proofs))
    assert all(found[pair].proven for pair in [("510900", "510700"), ("510700", "510900"), ("510900", "510000")])
    assert found["510900", "510000"].chosen
    assert found["510700", "510900"].chosen
    assert not found["510900", "510700"].chosen


def test_all_evidence_is_kept_where_a_fifth_of_the_parents_is_told() -> None:
    rng = np.random.default_rng(3)
    regions, parents = planted_tree(rng, RATES | {"outside": 0.02}, among=6)
    told = [(code, parent) for code, parent in sorted(parents.items()) if parent and rng.random() < 0.2]
    found = find_origins(regions, [Evidence(code, parent, "learned", f"s{code}") for code, parent in told])
    assert {pair for pair, one in pairs(found).items() if one.proven and one.chosen} == set(told)
    assert max(sum(one.chosen for one in found if one.destination == region.code) for region in regions) == 1


def test_shares_of_directions_are_of_proven_links_with_ten_at_least() -> None:
    def link(relation: str | None, *, proven: bool = True) -> Candidate:
        return Candidate("a", "b", relation, 1, (), (), 0.9, chosen=True, proven=proven)

    nine = [link("superior")] * 5 + [link("below")] * 2 + [link("sibling"), link(None)]
    assert directions(nine).top_down is None
    assert directions(nine).proven == 9
    ten = [*nine, link("province"), link("superior", proven=False)]
    shares = directions(ten)
    assert (shares.proven, shares.top_down, shares.bottom_up, shares.sideways) == (10, 0.5, 0.2, 0.2)
