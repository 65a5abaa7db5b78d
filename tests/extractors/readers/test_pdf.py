"""PDF: lines rejoined by their places. Most are written by hand; one is printed by a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from extractors.readers import read_bytes
from extractors.source import ReadError
from scripts.support.tiny_pdf import tiny_pdf

PAGES = [
    [
        (160, 780, "关于政务服务改革情况的报告"),
        (80, 750, "市人民政府："),
        (112, 720, "一是推进审批服务便民化，全市十二个县全部建成一窗受"),
        (80, 690, "理平台，办理时限压缩百分之七十。群众满意度大幅提升。"),
        (112, 660, "二是推进“一件事一次办”，群众办理出生登记由五次减"),
        (280, 40, "— 1 —"),
    ],
    [
        (80, 780, "到一次，三年办理 12 万件，"),
        (300, 740, "清 源 市 审 批 局"),
        (280, 40, "— 2 —"),
    ],
]


def test_paragraphs_over_lines_and_pages() -> None:
    assert read_bytes(tiny_pdf(PAGES), "a.pdf").text.split("\n") == [
        "关于政务服务改革情况的报告",
        "市人民政府：",
        "一是推进审批服务便民化，全市十二个县全部建成一窗受理平台，办理时限压缩百分之七十。群众满意度大幅提升。",
        "二是推进“一件事一次办”，群众办理出生登记由五次减到一次，三年办理12万件，",
        "清源市审批局",
        "",
    ]


def test_without_indents_a_sentence_ends_its_paragraph() -> None:
    lines = [
        (80, 780, "推进审批服务便民化，十二个县全部建成一窗受理的平台，"),
        (80, 750, "全市办理时限压缩百分之七十，群众满意度得到大幅提升。"),
        (80, 720, "推进政务数据共享，打通省市县三级的四十六个业务系统，"),
        (80, 690, "（二）全面规范行政执法行为，做到事前公开、事中留痕。"),
    ]
    text = read_bytes(tiny_pdf([lines]), "a.pdf").text
    assert text == f"{lines[0][2]}{lines[1][2]}\n{lines[2][2]}\n{lines[3][2]}\n"


def test_running_heads_are_left_out_in_whatever_order_they_are_drawn() -> None:
    pages = [
        [
            (80, 700, f"第{number}页的正文讲的是改革。"),
            (80, 680, "改革在继续。"),
            (80, 810, f"清源市政府公报 2021年第{number}期"),
        ]
        for number in range(1, 5)
    ]
    text = read_bytes(tiny_pdf(pages), "a.pdf").text
    assert "公报" not in text
    assert text.count("正文") == 4


def test_rows_of_figures_at_a_pages_end_stay() -> None:
    pages = [
        [(80, 700, f"表{number}：办件情况表"), (80, 680, f"{number}2　{number}86　12.{number}")]
        for number in range(1, 5)
    ]
    text = read_bytes(tiny_pdf(pages), "a.pdf").text
    assert "12　186　12.1" in text
    assert "42　486　12.4" in text


def test_a_pdf_without_text() -> None:
    with pytest.raises(ReadError, match="scanned"):
        read_bytes(tiny_pdf([[], [(280, 40, "- 2 -")]]), "a.pdf")


def test_a_damaged_pdf() -> None:
    with pytest.raises(ReadError, match="cut off or damaged"):
        read_bytes(tiny_pdf(PAGES)[:300], "a.pdf")


def test_a_protected_pdf() -> None:
    # The standard security handler with hashes that no password fits: what matters is that the reader asks for one.
    locked = tiny_pdf(PAGES).replace(
        b"/Root 1 0 R>>",
        b"/Root 1 0 R/ID[<" + b"0" * 32 + b"><" + b"0" * 32 + b">]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44"
        b"/O<" + b"1" * 64 + b">/U<" + b"2" * 64 + b">>>>>",
    )
    with pytest.raises(ReadError, match="password"):
        read_bytes(locked, "a.pdf")


def test_printed_by_a_browser(browser: Browser, tmp_path: Path) -> None:
    paragraphs = [
        "按照《关于报送改革情况的函》（省府办函〔2022〕5号）要求，现将我市长期推进“一件事一次办”改革的情况报告如下。"
        * 3,
        "截至2022年12月，行政审批局承接21个部门的186项许可，全年办件12.6万件，按时办结率99.8%。" * 4,
    ]
    page = tmp_path / "a.html"
    page.write_text(
        "<meta charset=utf-8><title>报告</title><style>p {text-indent: 2em; font: 16pt/28pt 'Noto Serif CJK SC'; margin: 0;"
        " text-align: justify}</style>" + "".join(f"<p>{text}</p>" for text in paragraphs * 4),
        encoding="utf-8",
    )
    opened = browser.new_page()
    opened.goto(page.as_uri())
    edges = dict.fromkeys(("top", "bottom", "left", "right"), "2cm")
    printed = opened.pdf(format="A4", display_header_footer=True, margin=edges)  # with the day, the title, the address and the page
    opened.close()
    assert read_bytes(printed, "a.pdf").text == "\n".join(paragraphs * 4) + "\n"
