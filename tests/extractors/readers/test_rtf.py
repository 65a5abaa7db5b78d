"""Rich text: characters in every encoding, tables, notes, margins; what is hidden, deleted or no text is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.readers import read_bytes
from extractors.readers.rtf import read_rtf
from extractors.source import ReadError

FILES = Path(__file__).parent / "files"
REPORT = [
    "遂宁市人民政府文件",
    "遂府发〔2019〕8号",
    "遂宁市人民政府关于推进一网通办的通知",
    "各县（区）人民政府：",
    "2019年，全市推行“一网通办”，各县（区）进展如下。",
    "县（区）\t改革事项\t起始年份",
    "船山区\t一网通办\t2017年",
    "船山区\t证照分离\t2018年",
    "安居区\t最多跑一次\t2016年",
    "请认真贯彻执行。",
    "2019年3月8日",
]


def gbk(text: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gb18030"))


def rich(body: str, head: str = "\\ansicpg936\\uc1{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}}") -> bytes:
    return f"{{\\rtf1\\ansi{head}\\f0 {body}}}".encode("latin-1")


def text(body: str, **head: str) -> str:
    return read_rtf(rich(body, **head)).text


def test_a_document_of_a_word_processor() -> None:
    assert read_rtf((FILES / "report.rtf").read_bytes()).text.splitlines() == REPORT


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (gbk("遂宁市推行一网通办。"), "遂宁市推行一网通办。"),
        ("\\u36930?\\u23425?\\u24066?", "遂宁市"),
        ("\\uc2\\u36930\\'cb\\'ec\\u23425\\'c4\\'fe", "遂宁"),
        ("\\uc0\\u36930\\u23425", "遂宁"),
        ("\\u-10240?\\u-9216?", "\U00010000"),
        (f"\\f1 {gbk('遂宁')}", "遂宁"),
        ("a\\tab b\\line c\\~d\\emdash e\\{f\\}", "a\tb\nc\u00a0d—e{f}"),
        (gbk("一") + "\\par " + gbk("二") + "\\par", "一\n二"),
        ("a{\\v b\\v0 c}{\\deleted d}{\\v e}f", "acf"),
        ("a{\\*\\unknown b}{\\info c}{\\*\\generator d;}{\\pict e}f", "af"),
        ("{\\upr{a}{\\*\\ud b}}", "b"),
        ("{\\field{\\*\\fldinst HYPERLINK \"https://example.org\"}{\\fldrslt a}}b", "ab"),
        ("{\\listtext 1.\\tab}a\\par", "1.a"),
        ("a{\\pict\\bin5 }}}}}}b", "ab"),
        ("a\r\nb", "ab"),
    ],
)
def test_characters(body: str, read: str) -> None:
    assert text(body) == read


def test_bytes_of_another_code_page() -> None:
    assert text("\\'e9", head="\\ansicpg1252") == "é"
    assert text("\\'a4\\'a4\\'a4\\'e5", head="\\ansicpg950{\\fonttbl{\\f0\\fcharset136 MingLiU;}}") == "中文"
    assert text(gbk("遂宁"), head="{\\fonttbl{\\f0\\fcharset134 SimSun;}}") == "遂宁"


def test_notes_boxes_and_margins_stand_where_they_belong() -> None:
    body = (
        f"{{\\header {gbk('遂宁市人民政府文件')}\\par}}{{\\footer - 1 -\\par}}"
        f"a{{\\footnote\\pard {gbk('注一')}\\par}}b\\par"
        "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt c\\par}}{\\shprslt d}}\\par e\\par"
    )
    source = read_rtf(rich(body))
    assert source.text == "遂宁市人民政府文件\nab\n注一\n\nc\ne"
    running = read_rtf(rich(f"{{\\header {gbk('政务公开读本')}\\par}}a\\par"))
    assert running.text == "政务公开读本\na" and running.furniture == ((0, 6),)


def test_cells_merged_over_rows_and_cells_that_lay_out_a_page() -> None:
    row = "\\trowd{first}\\cellx100\\cellx200\\pard\\intbl {a}\\cell b\\cell\\row"
    merged = row.format(first="\\clvmgf", a="x", b="") + row.format(first="\\clvmrg", a="", b="")
    assert text(merged) == "x\tb\nx\tb"
    assert text("\\trowd\\cellx100\\pard\\intbl a\\par b\\cell\\row c\\par") == "a\nb\nc"
    assert text("\\trowd\\cellx100\\cellx200\\pard\\intbl a\\par b\\cell c\\cell\\row") == "a b\tc"


def test_a_table_that_is_cut_off_is_read_to_its_end() -> None:
    source = read_rtf(rich("\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b")[:-1])
    assert source.text == "a\tb" and source.unread == ("it is cut off at its end",)


def test_pictures_as_large_as_a_page_and_objects_are_told() -> None:
    source = read_rtf(rich("a{\\pict\\picwgoal9000\\pichgoal12000 00}{\\pict\\picwgoal90\\pichgoal12 00}{\\object{\\*\\objdata 00}}"))
    assert source.unread == ("1 picture as large as a page and 1 embedded object left out",)


def test_notes_inside_each_other_without_end() -> None:
    assert text("a" + "{\\footnote b" * 1_500)[:1] == "a"


@pytest.mark.parametrize(("body", "message"), [("{\\pict 00}", "holds no text"), ("{" * 3000, "nested without end")])
def test_refused(body: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_rtf(rich(body))


def test_it_is_known_by_its_first_bytes() -> None:
    assert read_bytes(rich(gbk("遂宁")), "a.txt").text == "遂宁"
    with pytest.raises(ReadError, match=r"named \.rtf, but is no rich text"):
        read_bytes("遂宁".encode(), "a.rtf")
