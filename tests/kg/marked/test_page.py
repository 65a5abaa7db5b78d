"""The page of a document, as HTML and in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kg import extract
from kg.marked.page import render_page, write_page
from tests.test_cli import run, sentence

TEXT = "射洪市2021年工作总结\n2021年，射洪市全面推行“一网通办”。\n<script>alert(1)</script><img src=http://x.example/>\n"


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    write_page(tmp_path / "page.html", extract(TEXT.encode(), "2021_射洪市.txt"), TEXT)
    return tmp_path / "page.html"


@pytest.fixture
def opened(browser: Browser, page_file: Path) -> Iterator[object]:
    said: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
    page.goto(page_file.as_uri())
    yield page
    page.close()
    assert [each for each in said if each != "data:,"] == []


def test_the_same_record_gives_the_same_page_without_a_script() -> None:
    record = extract(TEXT.encode(), "2021_射洪市.txt")
    page = render_page(record, TEXT)
    assert page == render_page(record, TEXT)
    assert "<script" not in page and "default-src &#39;none&#39;" in page and " style=" not in page


def test_the_page_speaks_chinese() -> None:
    page = render_page(extract(TEXT.encode(), "2021_射洪市.txt"), TEXT, lang="zh")
    assert "读出的内容" in page and "置信度" in page and "射洪市" in page


def test_nothing_read_is_said() -> None:
    assert "Nothing was read" in render_page(extract("无题。".encode(), "x.txt"), "无题。")


def test_a_number_leads_to_what_was_read_and_back(opened: object) -> None:
    page = opened
    page.locator("a.l.initiative").first.click()
    row = page.locator("tr:target")
    assert "一网通办" in row.inner_text()
    row.locator("a").first.click()
    assert "一网通办" in page.locator(".line:target").text_content().replace("3", "")


def test_copied_text_has_no_numbers(opened: object) -> None:
    copied = opened.evaluate(
        "() => { getSelection().selectAllChildren(document.querySelector('.text')); return getSelection().toString() }"
    )
    assert copied.split("\n")[:3] == TEXT.split("\n")[:3]


def test_the_text_stands_as_it_is_and_its_markup_is_text(opened: object) -> None:
    page = opened
    assert page.locator(".line").last.text_content() == ""
    assert "<script>alert(1)</script>" in page.locator(".line").nth(2).text_content()
    assert page.evaluate("document.querySelectorAll('.text script, .text img').length") == 0


def test_the_command_writes_a_page_of_a_file_or_a_row(tmp_path: Path) -> None:
    (tmp_path / "2021_射洪市.txt").write_text(TEXT, encoding="utf-8")
    done = run("read", tmp_path / "2021_射洪市.txt", "-o", tmp_path / "out.html")
    assert done.exit_code == 0 and "findings" in done.stderr and "射洪市2021年工作总结" in (tmp_path / "out.html").read_text()
    (tmp_path / "list.csv").write_text("标题,文号\n关于推行一网通办的通知,川办发〔2019〕7号\n关于证照分离的通知,川办发〔2020〕8号\n")
    run("read", tmp_path / "list.csv#2", "-o", tmp_path / "row.html")
    assert "证照分离" in (tmp_path / "row.html").read_text()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("list.csv", "name one, such as list.csv#1"),
        ("list.csv#9", "has no row 9"),
        ("empty.txt", "it is empty"),
        ("none.txt", "is not there"),
        (".", "is a folder"),
    ],
)
def test_what_is_no_one_document_is_refused(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "list.csv").write_text("标题,文号\n关于甲的通知,川办发〔2019〕7号\n关于乙的通知,川办发〔2020〕8号\n")
    (tmp_path / "empty.txt").write_text("")
    assert said in sentence(run("read", tmp_path / name, "-o", tmp_path / "out.html"))
    assert not (tmp_path / "out.html").exists()
