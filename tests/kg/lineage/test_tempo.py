"""Terms by thirds of the adopters."""

from __future__ import annotations

from kg.lineage.lineage import lineage
from kg.lineage.tempo import chance, tempo, thirds
from kg.model import KnowledgeGraph
from kg.tracing.trace import trace
from tests.kg.tracing.world import GRID, PLACES, told, world

CODES = [f"5107{number:02d}" for number in (3, 4, 5, 22, 23, 25, 26, 27)] + ["510781", "510903", "510904", "510921", "510922"]
CODES += ["510403", "510411", "510421"]  # sixteen districts and counties, each a region of its own


def spread(*, words: tuple[str, str, str] = ("试点", "铺开", "数字化"), each: int = 5) -> KnowledgeGraph:
    """``each`` adopters in 2015, 2017 and 2019, each silent the year before, who say another word by year."""
    PLACES.update({code: code for code in CODES if code not in PLACES})
    documents = []
    for at, code in enumerate(CODES[: 3 * each]):
        year = 2015 + 2 * (at // each)
        sentence = f"推进{GRID}，{words[at // each]}工作落地见效。"
        documents += [told(code, year - 1), told(code, year, ("implemented", sentence))]
    return world(*documents)


def test_terms_gained_and_dropped_between_thirds_with_their_counts() -> None:
    found = lineage(spread(), GRID)
    by_term = {(row["term"], row["between"]): row for row in found["tempo"].records()}
    gained = by_term["铺开", "early → middle"]
    assert (gained["change"], gained["early"], gained["middle"], gained["late"]) == ("gained", 0, 5, 0)
    assert (gained["early_of"], gained["middle_of"], gained["late_of"], gained["p"]) == (5, 5, 5, 0.0079)
    assert by_term["铺开", "middle → late"]["change"] == "dropped"
    assert by_term["数字化", "middle → late"]["change"] == "gained"
    assert ("工作", "early → middle") not in by_term  # everybody says it
    note = "\n".join(note.text() for note in found.notes)
    assert "15 adopters whose year is known, by thirds (2015, 2017, 2019)" in note


def test_too_few_adopters_are_not_compared_and_that_is_said() -> None:
    found = lineage(spread(each=4), GRID)
    assert found["tempo"].rows == ()
    assert "by thirds: 4, 4, 4; with fewer than 5 in one" in "\n".join(note.text() for note in found.notes)


def test_only_adopters_whose_year_is_known_count() -> None:
    late = [told(code, 2019, "implemented") for code in CODES[:15]]  # their first report has it
    assert list(map(len, tempo(trace(world(*late), GRID).rows).thirds)) == [0, 0, 0]


def test_a_year_is_in_one_third() -> None:
    rows = [row for row in trace(spread(), GRID).rows if row.hi]
    parts = thirds(rows)
    assert [{row.hi for row in part} for part in parts] == [{2015}, {2017}, {2019}]
    uneven = thirds([row for row in rows if row.hi != 2019])
    assert [{row.hi for row in part} for part in uneven] == [{2015}, set(), {2017}]


def test_chance_is_fishers() -> None:
    assert round(chance(5, 5, 0, 5), 4) == 0.0079
    assert round(chance(8, 10, 1, 6), 4) == 0.035
    assert chance(0, 4, 0, 9) == 1.0
