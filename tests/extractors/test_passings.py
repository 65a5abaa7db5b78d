"""The first passing of regulations against days known from elsewhere: the tables of ``../shared``."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.support.passings import TABLES, read_all, regulations


@pytest.mark.slow
@pytest.mark.parametrize("table", TABLES)
def test_years_and_days_of_first_passing(table: str, shared: Path) -> None:
    readings = list(read_all(shared, regulations(shared)[table]))
    told = [reading for reading in readings if reading.told]
    assert len(readings) > 10 and len(told) > 0.9 * len(readings)
    assert sum(reading.year_right for reading in readings) >= 0.95 * len(readings)
    assert sum(reading.day_right for reading in told) >= 0.90 * len(told)
