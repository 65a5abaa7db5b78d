"""Approved pilots, with who was approved and by whom. The sentences are of our own wording."""

from __future__ import annotations

import pytest

from tests.extractors.support import AGENCIES, analysed

LAYERS = ("absolute_dates", "dates", *AGENCIES, "initiatives", "events")
SEAL = "相对集中行政许可权改革"


def rows(text: str) -> list[tuple[str, str | None, str, str | None]]:
    events = analysed(text, *LAYERS, region="510700", year=2022).events
    return [(e.subject, e.region, e.date, e.decided_by) for e in events if e.kind == "pilot_approved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我市成功入选全国一枚印章管审批改革试点。", [(SEAL, "510700", "2022", None)]),
        ("2021年5月，省里批复同意开展一枚印章管审批试点。", [(SEAL, "510700", "2021-05", None)]),
        ("游仙区、安州区被国家发展改革委确定为一枚印章管审批试点区。", [
            (SEAL, "510704", "2022", "国家发展和改革委员会"), (SEAL, "510705", "2022", "国家发展和改革委员会")]),
        ("一枚印章管审批改革入选全省试点。", [(SEAL, "510700", "2022", None)]),
    ],
)  # fmt: skip
def test_who_is_approved(text: str, expected: list[tuple[str, str | None, str, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "积极争取一枚印章管审批试点，申报列入全国一枚印章管审批试点。",
        "三台镇等8个乡镇入选全省一枚印章管审批试点。",
        "入选一枚印章管审批试点合格城市。",
        "入选全国第一批低空经济试点。",
        "一枚印章管审批走在前列，入选完整社区建设试点。",
    ],
)
def test_no_approval(text: str) -> None:
    assert rows(text) == []
