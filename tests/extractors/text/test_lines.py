"""Lines that are printed, and those that a page ran together."""

from __future__ import annotations

import pytest

from extractors.text.lines import lines_of

BODY = "为方便群众办事，各窗口应当一次告知所需材料，不得要求群众重复提交。" * 3


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in lines_of(text)]


def test_short_lines_stay_whole() -> None:
    assert parts("通知如下：　　一、推行。\n\n二、完善。") == ["通知如下：　　一、推行。", "二、完善。"]


def test_a_long_line_is_divided_where_paragraphs_open() -> None:
    assert parts(f"{BODY}　　一、推行证照联办。　　二、完善窗口。") == [
        f"{BODY}　　",
        "一、推行证照联办。　　",
        "二、完善窗口。",
    ]


def test_blanks_inside_a_sentence_divide_nothing() -> None:
    assert len(parts(f"{BODY[:-1]}　　市公安局　　市司法局")) == 1


def test_number_title_and_recipient_run_together() -> None:
    text = f"遂府发〔2021〕9号遂宁市人民政府关于推行证照联办的通知各县（区）人民政府：{BODY}"
    assert parts(text)[:3] == ["遂府发〔2021〕9号", "遂宁市人民政府关于推行证照联办的通知", "各县（区）人民政府："]


def test_a_recipient_alone_opens_the_text() -> None:
    assert parts(f"各县（区）人民政府，市级各部门：{BODY}")[0] == "各县（区）人民政府，市级各部门："


@pytest.mark.parametrize(
    "opening", ["市政府关于推行证照联办的通知要求，", "依据关于推行证照联办的意见，各窗口应当做到："]
)
def test_a_sentence_that_speaks_of_a_notice_is_no_title(opening: str) -> None:
    assert len(parts(opening + BODY)) == 1
