"""Every real file beside the checkout is read or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.readers import is_readable, read_path
from extractors.source import ReadError


@pytest.mark.slow
def test_every_file_reads(shared: Path) -> None:
    refused = {}
    for path in sorted((shared / "corpus").rglob("*")):
        if not path.is_file() or not is_readable(path.name):
            continue
        try:
            _, source = read_path(path)
        except ReadError as error:
            refused[path.name] = str(error)
            continue
        ends = [end for span in source.furniture for end in span]
        assert ends == sorted(ends)
        assert not set("\r\0\ufeff") & set(source.text)
        # Little of a document is furniture: more would mean that sentences are lost.
        assert sum(end - start for start, end in source.furniture) < 0.05 * len(source.text) + 100, path
    assert refused == {}


def test_the_metadata_table_of_a_state_council_page(shared: Path) -> None:
    _, source = read_path(shared / "corpus" / "other" / "001.html")
    assert source.metadata["number"] == "国发〔2019〕5号"
    assert source.metadata["date"] == "2019-01-27"
    assert source.metadata["issuer"] == "国务院"
    assert source.metadata["published"] == "2019-02-15"
    assert "扫一扫" not in source.text


def test_a_word_document_reads_as_its_twin_in_text(shared: Path) -> None:
    def letters(text: str) -> str:
        return "".join(text.split())

    folder = shared / "corpus" / "work_reports_2024"
    twins = [path for path in sorted(folder.glob("*.docx")) if path.with_suffix(".txt").exists()]
    assert twins
    for path in twins:
        assert letters(read_path(path)[1].text) == letters(read_path(path.with_suffix(".txt"))[1].text), path.name


def test_a_copied_page_knows_its_day(shared: Path) -> None:
    (path,) = (shared / "corpus" / "seeds").glob("004_*.txt")
    _, source = read_path(path)
    marked = [source.text[start:end] for start, end in source.furniture]
    assert source.metadata == {"published": "2020-12-31"}
    assert any(line.startswith("主办单位") for line in marked)
    assert not any("法治政府" in line for line in marked)
