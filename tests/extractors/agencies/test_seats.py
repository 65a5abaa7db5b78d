"""The seat of a league and its offices. The sentences are of our own wording."""

from __future__ import annotations

from tests.extractors.agencies.helpers import MIANYANG, XINGAN, names


def test_agency_seat_of_a_league() -> None:
    assert names("配合行署督查室检查，报行署同意。", XINGAN) == {"兴安盟行政公署督查室", "兴安盟行政公署"}
    assert names("报行署同意。", MIANYANG) == set()
