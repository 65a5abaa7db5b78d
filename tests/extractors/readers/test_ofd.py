"""OFD: text objects put together to lines and paragraphs by their places; templates, pictures, attached files."""

from __future__ import annotations

import pytest

from extractors.readers import read_bytes
from extractors.readers.ofd import read_ofd
from extractors.source import ReadError
from scripts.support.tiny_ofd import text_object, tiny_ofd

TITLE = (50.0, 30.0, "遂宁市人民政府关于推进一网通办的通知")


def text(*pages: object, **more: object) -> str:
    return read_ofd(tiny_ofd(list(pages), **more)).text  # type: ignore[arg-type]


def test_lines_are_joined_to_paragraphs() -> None:
    full = "二" * 34
    page = [TITLE, (36.0, 50.0, "2019年，" + "一" * 26), (28.0, 56.0, full), (28.0, 62.0, "三。"), (36.0, 68.0, "四。")]
    assert text(page) == f"{TITLE[2]}\n2019年，{'一' * 26}{full}三。\n四。\n"


def test_objects_of_one_line_are_joined_in_the_order_of_their_places() -> None:
    objects = text_object(60, 30, "人民政府") + text_object(20, 50, "正文。" * 12) + text_object(48, 30.3, "遂宁市")
    assert text(objects) == f"遂宁市人民政府\n{'正文。' * 12}\n"


def test_figures_set_as_wide_as_characters_are_not_torn_apart() -> None:
    assert text([(20.0, 30.0, "遂府发〔2019〕8号")]) == "遂府发〔2019〕8号\n"


def test_blanks_inside_an_object_and_between_objects() -> None:
    assert text([(20.0, 30.0, "IT service")]) == "IT service\n"
    assert text(text_object(20, 30, "IT") + text_object(40, 30, "service")) == "IT service\n"


@pytest.mark.parametrize(
    ("delta", "read"),
    [('DeltaX="4 4 4 4"', "遂宁市推行"), ('DeltaX="g 4 4"', "遂宁市推行"), ('DeltaX="g 2 4 4 4"', "遂宁市推行"), ("", "遂宁市推行")],
)
def test_distances_between_characters(delta: str, read: str) -> None:
    objects = (
        '<ofd:TextObject Boundary="20 30 40 5" Size="4">'
        f'<ofd:TextCode X="0" Y="3.5" {delta}>遂宁市推行</ofd:TextCode></ofd:TextObject>'
    )
    assert text(objects) == f"{read}\n"


def test_objects_that_are_scaled_or_not_shown() -> None:
    scaled = text_object(20, 30, "遂宁市", 'CTM="0.5 0 0 0.5 0 0"')
    assert text(scaled + text_object(20, 60, "x", 'Visible="false"') + text_object(26, 28.28, "推行")) == "遂宁市推行\n"


def test_page_numbers_are_left_out_and_paragraphs_go_on_over_pages() -> None:
    pages = [[(36.0, 50.0, "一" * 32), (28.0, 56.0, "二" * 34), (100.0, 280.0, f"- {n} -")] for n in (1, 2)]
    assert text(*pages) == f"{'一' * 32}{'二' * 34}\n" * 2


def test_what_stands_in_the_template_is_read() -> None:
    assert text([TITLE], template=text_object(60, 15, "遂宁市人民政府文件")) == f"遂宁市人民政府文件\n{TITLE[2]}\n"


def test_pages_that_only_show_a_picture_and_attached_files_are_told() -> None:
    source = read_ofd(tiny_ofd([[TITLE], '<ofd:ImageObject ID="4" ResourceID="7"/>']))
    assert source.unread == ("page 2 holds no text (scanned)",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (tiny_ofd(['<ofd:ImageObject ID="4"/>']), "holds no text"),
        (tiny_ofd([[TITLE]])[:-40], "cut off or damaged"),
        (tiny_ofd([[TITLE]], more={"Doc_0/Pages/Page_0/Content.xml": b"<ofd"}), "damaged"),
        (tiny_ofd([[TITLE]], more={"OFD.xml": b"<OFD><DocRoot>no.xml</DocRoot></OFD>"}), "damaged"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_bytes(data, "a.ofd")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.readers.ofd.MAX_PAGES", 1)
    with pytest.raises(ReadError, match="more than 1 pages"):
        text([TITLE], [TITLE])
