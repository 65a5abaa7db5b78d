"""The day under a label of the page on which a document takes force. The pages are of our own wording."""

from __future__ import annotations

import pytest

from extractors.pipeline import Extractor

PAGE = "梓州市人民政府办公室关于推行容缺受理的通知\n{label}\n各区人民政府：\n推行容缺受理，现通知如下。\n"


def in_force(label: str) -> list[tuple[str, str]]:
    record = Extractor().record(PAGE.format(label=label).encode(), "d01.txt").to_json()
    return [(event["subject"], event["date"]) for event in record["events"] if event["rule"] == "event.in_force"]


@pytest.mark.parametrize(
    "label",
    [
        "实施日期：2021年04月16日",
        "施行日期: 2021-4-16",
        "生效日期：\n2021年4月16日",
        "实施日期 | 2021-04-16 | 失效日期 | 2023-06-01",
    ],
)
def test_the_document_takes_force_on_the_day_under_the_label(label: str) -> None:
    assert in_force(label) == [("梓州市人民政府办公室关于推行容缺受理的通知", "2021-04-16")]


@pytest.mark.parametrize(
    "label", ["失效日期：2023年6月1日", "实施日期：2021年", "实施日期：2021年13月40日", "实施日期：\n发布机关："]
)
def test_other_labels_and_days_that_no_calendar_has_say_nothing(label: str) -> None:
    assert in_force(label) == []
