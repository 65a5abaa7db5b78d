"""Characters that look like others, and what prints nothing, in every reader."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest

from extractors.catalogues import read_catalogue
from extractors.readers import read_bytes
from extractors.readers.cleaning import clean

ODD, PLAIN = "⼈⺠政府推⾏⼀⽹通办，⻄充县⽤⼾", "人民政府推行一网通办，西充县用户"


@pytest.mark.parametrize(
    ("odd", "plain"),
    [(ODD, PLAIN), ("⻓江⻔户⻋站⻢路⻛险", "长江门户车站马路风险"), ("\uf914園\u2f00\U0002f80c", "樂園一\u349e")],
)
def test_look_alikes_are_folded_one_for_one(odd: str, plain: str) -> None:
    assert clean(odd) == plain
    assert len(odd) == len(plain)


@pytest.mark.parametrize("text", ["（一）２０１９年　①㎡㈠Ⅲ", "\ufa0e\ufa0f"])
def test_other_characters_stay_as_they_are_printed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_in_texts(name: str) -> None:
    body = f"<html><body><p>{ODD}</p></body></html>" if name.endswith("html") else ODD
    assert PLAIN in read_bytes(body.encode(), name).text


def test_in_word_documents_and_tables() -> None:
    document, book, file = docx.Document(), openpyxl.Workbook(), io.BytesIO()
    document.add_paragraph(ODD)
    document.save(file)
    assert read_bytes(file.getvalue(), "a.docx").text == PLAIN
    assert book.active is not None
    book.active.append(["标题"])
    book.active.append([f"关于{ODD}的通知"])
    book.save(file := io.BytesIO())
    assert [source.text for _, source in read_catalogue(file.getvalue(), "a.xlsx")] == [f"关于{PLAIN}的通知"]  # type: ignore[union-attr]
