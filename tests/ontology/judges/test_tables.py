from __future__ import annotations

import pytest

from ontology.errors import OntologyError
from ontology.judges.tables import JudgeTable, Weight, judge_tables, read_table, write_table

TABLE = JudgeTable(
    "00ff", 12, -20, 5, 70, -3, (Weight("heading 2019", 31, 4, 6, 1), Weight("words, in a list", -9, 3, 0, 5))
)


def test_what_is_written_is_read_again() -> None:
    assert read_table(write_table(TABLE), "x.csv") == TABLE


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ("feature,weight\n", r"x\.csv: its head has nothing and not texts"),
        (
            write_table(TABLE).replace("# slope: 70\n", ""),
            r"x\.csv: its head has texts, documents, intercept, threshold, offset",
        ),
        (write_table(TABLE).replace("positives", "yes"), r"x\.csv: its columns are not feature, weight"),
        (write_table(TABLE).replace(",31,", ",0.5,"), r"x\.csv: invalid literal for int\(\) with base 10: '0\.5'"),
    ],
)
def test_a_broken_table_is_refused_by_its_name(broken: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        read_table(broken, "x.csv")


def test_shipped_tables_are_sorted_and_know_their_cases() -> None:
    for task, table in judge_tables().items():
        features = [weight.feature for weight in table.weights]
        assert features == sorted(set(features)), task
        assert all(weight.positives + weight.negatives > 0 and weight.documents >= 3 for weight in table.weights), task
