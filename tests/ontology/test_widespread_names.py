"""The table of names that stand in documents of several provinces."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology import widespread_names
from ontology.errors import OntologyError
from ontology.widespread_names import FEWEST


def test_policies_of_the_whole_country_are_there_and_local_names_are_not() -> None:
    table = widespread_names.widespread_names()
    assert table["国有企业改革"] > 10
    assert "粤省事" not in table
    assert min(table.values()) >= FEWEST


@pytest.mark.parametrize("row", ["国有企业改革", "国有企业改革,many", "国有企业,改革,3"])
def test_a_row_that_is_no_name_and_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str) -> None:
    file = tmp_path / "widespread_names.csv"
    file.write_text(f"name,provinces\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(widespread_names, "WIDESPREAD_NAMES", file)
    with pytest.raises(OntologyError, match=r"widespread_names\.csv"):
        widespread_names.widespread_names.__wrapped__()
