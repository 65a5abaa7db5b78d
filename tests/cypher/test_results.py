from __future__ import annotations

import sys

import pytest

from cypher.errors import CypherError
from cypher.results import Result

RESULT = Result(("a", "b"), ((1, "x"), (2, None)))


def test_rows_records_and_columns() -> None:
    assert len(RESULT) == 2
    assert list(RESULT) == [(1, "x"), (2, None)]
    assert RESULT.records() == [{"a": 1, "b": "x"}, {"a": 2, "b": None}]
    assert RESULT.column("b") == ["x", None]
    with pytest.raises(CypherError, match="no column `c`; there are a, b"):
        RESULT.column("c")


def test_a_dataframe_needs_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(CypherError, match="pip install pandas"):
        RESULT.to_dataframe()


def test_a_dataframe_holds_the_rows() -> None:
    pytest.importorskip("pandas")
    frame = RESULT.to_dataframe()
    assert list(frame.columns) == ["a", "b"]
    assert frame["a"].tolist() == [1, 2]
