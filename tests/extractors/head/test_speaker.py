"""In whose name a report is given. The sentences are of our own wording."""

from __future__ import annotations

import pytest

from extractors.head.speaker import find_speaker


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("现在，我代表绵阳市人民政府，向大会报告工作。", "绵阳市"),
        ("我谨代表两江新区管委会向大家致谢。", "两江新区"),
        ("我代表国务院，向大会作政府工作报告。", "国务院"),
        ("下面，我代表行署作工作报告。", ""),
        ("在绵阳市人民代表大会上，市长代表市政府作报告。", "市"),
    ],
)
def test_a_government_is_spoken_for(text: str, region: str) -> None:
    match = find_speaker(text)
    assert match and match["region"] == region


@pytest.mark.parametrize(
    "text",
    [
        "市人民代表大会常务委员会对本级人民政府的工作提出意见。",
        "各位代表！建设人民满意的政府，任重道远。",
        "组织人大代表、政协委员视察市政府重点工作。",
        "组织人大代表视察市政府重点工作。",
        "由两名居民代表向社区说明。",
    ],
)
def test_a_deputy_speaks_for_no_government(text: str) -> None:
    assert find_speaker(text) is None
