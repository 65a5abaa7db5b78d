"""Pages of a PDF in columns, and pages that hold no text."""

from __future__ import annotations

import pytest

from extractors.readers import read_bytes
from extractors.readers.pdf_columns import VisualLine, in_reading_order
from scripts.support.tiny_pdf import Placed, tiny_pdf

FIRST = [
    "　　清源市推进审批服务便民",
    "化，十二个县全部建成一窗受",
    "理平台，办理时限压缩百分之",
    "七十，群众满意度大幅提升。",
    "　　东河县推行“最多跑一次”",
    "改革，办事材料减少了一半，",
    "窗口由三十个减少到十二个。",
]
SECOND = [
    "　　西河县推行“证照分离”改",
    "革，一百零六项事项分类办理",
    "，企业开办时间压缩到一天。",
    "　　南河县推行“双随机、一公",
    "开”监管，检查次数比上一年",
    "减少了一半，企业负担减轻，",
    "营商环境评价居全省前列了。",
]
READ = [
    "清源市推进审批服务便民化，十二个县全部建成一窗受理平台，办理时限压缩百分之七十，群众满意度大幅提升。",
    "东河县推行“最多跑一次”改革，办事材料减少了一半，窗口由三十个减少到十二个。",
    "西河县推行“证照分离”改革，一百零六项事项分类办理，企业开办时间压缩到一天。",
    "南河县推行“双随机、一公开”监管，检查次数比上一年减少了一半，企业负担减轻，营商环境评价居全省前列了。",
]


def column(lines: list[str], left: int, top: int = 720) -> list[Placed]:
    """Lines with the indent of their paragraph as a place, since wide blanks have no box."""
    return [(left + 32 * line.startswith("　　"), top - 26 * at, line.strip("　")) for at, line in enumerate(lines)]


TITLE: Placed = (200, 780, "清源市人民政府公报")


def by_rows(*columns: list[Placed]) -> list[Placed]:
    return [line for row in zip(*columns, strict=True) for line in row]


@pytest.mark.parametrize(
    "page",
    [
        [TITLE, *column(FIRST, 60), *column(SECOND, 320)],
        [TITLE, *by_rows(column(FIRST, 60), column(SECOND, 320))],
        [*column(SECOND, 320), *column(FIRST, 60), TITLE],
    ],
    ids=["column by column", "row by row", "in disorder"],
)
def test_columns_are_read_one_after_the_other(page: list[Placed]) -> None:
    assert read_bytes(tiny_pdf([page]), "a.pdf").text.split("\n") == ["清源市人民政府公报", *READ, ""]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    half = [column(FIRST[:6], 60), column(FIRST[6:] + SECOND, 320)[:6]]
    rest = column(SECOND[5:] + FIRST + SECOND, 60)
    pages = [by_rows(*half), by_rows(rest[:8], [(320 + x - 60, y + 208, text) for x, y, text in rest[8:16]])]
    assert read_bytes(tiny_pdf(pages), "a.pdf").text.split("\n") == [*READ, *READ, ""]


def test_a_title_over_the_columns_parts_them() -> None:
    page = [
        *by_rows(column(FIRST, 60, 800), column(SECOND, 320, 800)),
        (180, 590, "清源市行政审批局关于印发流程的通知"),
    ]
    page += by_rows(column(SECOND, 60, 540), column(FIRST, 320, 540))
    text = read_bytes(tiny_pdf([page]), "a.pdf").text.split("\n")
    assert text == [*READ, "清源市行政审批局关于印发流程的通知", *READ[2:], *READ[:2], ""]


@pytest.mark.parametrize(
    "rows",
    [
        [("办件", "12万件"), ("窗口", "36个"), ("网点", "9处")] * 4,
        [("推进审批服务便民化改革的工作", "市行政审批局"), ("推进监管改革", "市场监管局")] * 5,
    ],
)
def test_a_table_is_read_row_by_row(rows: list[tuple[str, str]]) -> None:
    lines = [
        VisualLine(
            f"{left} {right}",
            60,
            360 + 16 * len(right),
            800 - 20 * at,
            16,
            ((len(left) + 1, 60 + 16 * len(left), 360),),
        )
        for at, (left, right) in enumerate(rows)
    ]
    assert in_reading_order(lines) == lines


PAGES: dict[str, list[Placed] | bytes] = {
    "text": [(80, 700, "清源市推进审批服务便民化。")],
    "picture": b"q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q",
    "drawn": b"10 10 5 5 re f\n" * 50,
    "framed": b"10 10 500 700 re s",
    "blank": b"",
}


@pytest.mark.parametrize(
    ("pages", "unread"),
    [
        (["text", "picture", "picture", "text", "picture"], ("pages 2-3, 5 hold no text (scanned)",)),
        (["text", "picture"], ("page 2 holds no text (scanned)",)),
        (["text", "drawn"], ("page 2 holds no text (scanned)",)),
        (["text", "blank", "framed"], ()),
        (["text", "text"], ()),
    ],
)
def test_pages_without_text_are_told_by_number(pages: list[str], unread: tuple[str, ...]) -> None:
    assert read_bytes(tiny_pdf([PAGES[kind] for kind in pages]), "a.pdf").unread == unread
