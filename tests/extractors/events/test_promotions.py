"""Practices of a region that a superior promotes. The sentences are of our own wording."""

from __future__ import annotations

import pytest

from tests.extractors.support import AGENCIES, analysed

LAYERS = ("absolute_dates", "dates", *AGENCIES, "initiatives", "events")
ONLINE, OPEN = "一网通办", "政务公开"


def promoted(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    events = analysed(text, *LAYERS, region="510700", year=2022).events
    return [(e.subject, e.region, e.scope, e.decided_by) for e in events if e.kind == "promoted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一网通办经验获全省推广。", [(ONLINE, "510700", "province", None)]),
        ("一网通办典型做法在全国复制推广，群众满意。", [(ONLINE, "510700", "country", None)]),
        ("三台县一网通办模式获全市推广。", [(ONLINE, "510722", "prefecture", None)]),
        ("一网通办改革被国务院办公厅通报推广。", [(ONLINE, "510700", "country", "国务院办公厅")]),
        ("一网通办、政务公开等12项改革经验向全国推广。", [
            (ONLINE, "510700", "country", None), (OPEN, "510700", "country", None)]),
    ],
)  # fmt: skip
def test_what_is_promoted(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert promoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "在全省推广一网通办。",
        "一网通办经验在全市推广。",
        "形成一网通办可在全国复制推广的经验。",
        "一网通办经验将在全省推广。",
        "翠湖街道一网通办经验获全省推广。",
        "一网通办上线后办件更快，获企业推广。",
        "推行一网通办，村级积分经验获全省推广。",
    ],
)
def test_no_promotion(text: str) -> None:
    assert promoted(text) == []
