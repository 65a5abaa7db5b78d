"""Encodings: each gives the same text; what no encoding fits, or a wrong one spoilt, is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers import read_bytes
from extractors.readers.cleaning import clean
from extractors.source import ReadError

TEXT = "清源市2021年政务服务工作总结\n一是推进“放管服”改革，承接许可事项186项，办理12.6万件，按时办结率99.8%。\n"
BARE = "清源市政务服务管理局推进相对集中行政许可权改革"  # no figure, no line end: no NUL in UTF-16


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
@pytest.mark.parametrize("text", [TEXT, BARE])
def test_each_encoding_gives_the_same_text(encoding: str, text: str) -> None:
    assert read_bytes(text.encode(encoding), "a.txt").text == text


def test_big_endian_mark() -> None:
    assert read_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt").text == TEXT


def test_latin_text_in_utf16_without_mark() -> None:
    assert read_bytes("reform report 2021\n".encode("utf-16-le"), "a.txt").text == "reform report 2021\n"


def test_traditional_characters_in_big5() -> None:
    text = "關於推進行政審批制度改革的報告，內容包括集中辦理與一次辦好。" * 8
    assert read_bytes(text.encode("big5"), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_file_cut_inside_its_last_character_keeps_the_rest(encoding: str) -> None:
    assert read_bytes(BARE.encode(encoding)[:-1], "a.txt").text == BARE[:-1]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_damaged_byte_in_a_long_text_shows_and_is_let_pass(encoding: str) -> None:
    data = bytearray((TEXT * 60).encode(encoding))
    data[1500] = 0xFF
    text = read_bytes(bytes(data), "a.txt").text
    assert "\ufffd" in text
    assert text.endswith(TEXT)


@pytest.mark.parametrize(
    "spoilt",
    [
        TEXT.encode().decode("latin-1"),
        TEXT.encode("gbk").decode("utf-8", "replace"),
        TEXT.encode().decode("gbk", "replace"),
        "锟斤拷" * 30,
        "?" * 50 + "2021" + "?" * 50,
    ],
    ids=["utf-8 as latin-1", "gbk as utf-8", "utf-8 as gbk", "worn twice", "question marks"],
)
def test_mojibake_is_refused(spoilt: str) -> None:
    with pytest.raises(ReadError, match="get the file anew"):
        read_bytes(spoilt.encode(), "a.txt")


def test_utf8_that_was_read_as_gbk_is_named() -> None:
    whole = "政务服务" * 40  # twelve bytes a time: nothing is lost on the way, no replacement character shows
    with pytest.raises(ReadError, match="read as GBK"):
        read_bytes(whole.encode().decode("gbk").encode(), "a.txt")


def test_accents_and_signs_are_no_mojibake() -> None:
    text = "André Müller 介绍：气温25℃，面积3㎡，增长5‰。\n"
    assert read_bytes(text.encode(), "a.txt").text == text


def test_cleaning() -> None:
    assert clean("\ufeff甲\r\n乙\r丙\x00\x07\u200b\u00ad丁\u2028戊\x0c己") == "甲\n乙\n丙丁\n戊\n己"
    assert clean("Ａ１（全角）　\t\u00a0") == "Ａ１（全角）　\t\u00a0"


@given(st.text())
def test_cleaned_text_can_be_written_and_cleaned_again(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a"]))
def test_no_bytes_crash_a_reader(data: bytes, name: str) -> None:
    try:
        source = read_bytes(data, name)
    except ReadError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        assert source.text.strip()
