"""When a regulation was first passed, apart from its approval and amendments. The documents are of our own making."""

from __future__ import annotations

import pytest

from extractors.document import Head
from tests.extractors.head.test_own import read

TITLE = "绵阳市政务服务条例"
BODY = "第一条 为了规范窗口服务，方便企业和群众办事，制定本条例。\n第二条 窗口应当一次告知所需材料。"
PASSED = "2019年3月2日绵阳市第七届人民代表大会常务委员会第三十次会议通过"
APPROVED = "2019年5月16日四川省第十三届人民代表大会常务委员会第十一次会议批准"
AMENDED = "根据2021年4月8日绵阳市第七届人民代表大会常务委员会第四十次会议《关于修改〈绵阳市政务服务条例〉的决定》修正"


def law(*history: str) -> Head:
    return read(f"{TITLE}\n（{' '.join(history)}）\n{BODY}").own_head


@pytest.mark.parametrize(
    ("history", "passed", "date"),
    [
        ((PASSED,), "2019-03-02", "2019-03-02"),
        ((PASSED, APPROVED), "2019-03-02", "2019-05-16"),
        ((PASSED, APPROVED, AMENDED), "2019-03-02", "2021-04-08"),
        ((PASSED.replace("通过", "通\n过"), APPROVED), "2019-03-02", "2019-05-16"),
        ((PASSED.replace("通过", "制定"), APPROVED), "2019-03-02", "2019-05-16"),
        ((APPROVED,), None, "2019-05-16"),
        ((PASSED.replace("通过", "修订"), APPROVED), None, "2019-05-16"),
        ((PASSED.replace("通过", "修订"), APPROVED.replace("批准", "通过")), None, "2019-05-16"),
        (("自2019年7月1日起施行", PASSED), "2019-03-02", "2019-03-02"),
    ],
)
def test_the_first_passing_and_the_date_of_the_version(history: tuple[str, ...], passed: str | None, date: str) -> None:
    head = law(*history)
    assert (head.passed, head.date, head.year) == (passed, date, int(date[:4]))


def test_the_evidence_is_the_day_below_the_title() -> None:
    evidence = law(PASSED, APPROVED).evidence["passed"]
    assert (evidence.rule, evidence.source, evidence.start) == ("head.passed_first", "text", len(TITLE) + 2)


def test_a_notice_that_tells_of_a_meeting_was_not_passed() -> None:
    text = f"绵阳市人民政府关于推行一网通办的通知\n{PASSED}\n各县（市、区）人民政府：\n现将有关事项通知如下。"
    assert read(text).own_head.passed is None


RESOLUTION = f"""四川省人民代表大会常务委员会
关于批准《{TITLE}》的决议
（2019年5月16日四川省第十三届人民代表大会常务委员会第十一次会议通过）
四川省第十三届人民代表大会常务委员会第十一次会议审查了《{TITLE}》，决定予以批准，由绵阳市人民代表大会常务委员会公布施行。
"""
FILED = f"""四川省人民代表大会常务委员会
备 案 报 告
全国人民代表大会常务委员会：
《{TITLE}》已由四川省第十三届人民代表大会常务委员会第十一次会议于2019年5月16日批准，现报请备案。
"""


@pytest.mark.parametrize("cover", [RESOLUTION, FILED])
def test_a_regulation_below_the_resolution_that_approves_it(cover: str) -> None:
    head = read(f"{cover}\n{TITLE}\n（{PASSED} {APPROVED}）\n{BODY}").own_head
    assert (head.title, head.kind, head.region) == (TITLE, "law", "510700")
    assert (head.passed, head.date) == ("2019-03-02", "2019-05-16")
    assert head.evidence["title"].rule == "head.under_cover"


def test_a_resolution_alone_is_itself() -> None:
    head = read(RESOLUTION).own_head
    assert (head.kind, head.region, head.passed) == ("decision", "510000", None)
