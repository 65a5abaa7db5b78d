"""Mails: their subject and text; of several forms of one text the plain one."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from extractors.readers import read_bytes
from extractors.readers.mail import attachments, mail_of, read_mail
from extractors.source import ReadError
from tests.extractors.archives.packed import mailed

PAGE = "<html><body><p>遂宁市2019年推行一网通办。</p></body></html>"


def mail(subject: str, plain: str = "", page: str = "") -> bytes:
    made = EmailMessage()
    made["Subject"], made["MIME-Version"] = subject, "1.0"
    if plain:
        made.set_content(plain, charset="gbk")
    if page:
        (made.add_alternative if plain else made.set_content)(page, subtype="html")
    return made.as_bytes()


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (mail("转发: Re：遂宁市总结", "遂宁市推行一网通办。\n"), "遂宁市总结\n遂宁市推行一网通办。\n"),
        (mail("遂宁市总结", "遂宁市推行一网通办。\n", PAGE), "遂宁市总结\n遂宁市推行一网通办。\n"),
        (mail("遂宁市总结", "", PAGE), "遂宁市总结\n遂宁市2019年推行一网通办。\n"),
        (mail("遂宁市总结", "遂宁市总结\n正文。\n"), "遂宁市总结\n正文。\n"),
        ("Subject: 遂宁市总结\nMIME-Version: 1.0\n\n正文。\n".encode("gbk"), "遂宁市总结\n正文。\n"),
        (b"Message-ID: <1>\nSubject: =?gbk?B?y+zE/srQ?=\n\n\xd5\xfd\xce\xc4\xa1\xa3\n", "遂宁市\n正文。\n"),
    ],
)
def test_read(data: bytes, read: str) -> None:
    assert read_bytes(data, "信.eml").text == read


def test_what_hangs_on_a_mail() -> None:
    inner = mail_of(mailed("遂宁市总结", "正文。", {"射洪.txt": b"1", "图 1.png": b"2"}))
    outer = EmailMessage()
    outer["Subject"] = "转发"
    outer.set_content("见附件。")
    outer.add_attachment(inner)
    assert [name for name, _ in attachments(mail_of(inner.as_bytes()))] == ["射洪.txt", "图 1.png"]
    assert [name for name, _ in attachments(mail_of(outer.as_bytes()))] == ["遂宁市总结.eml"]


def test_a_mail_that_says_nothing() -> None:
    with pytest.raises(ReadError, match="says nothing itself"):
        read_mail(mail("遂宁市总结", " \n"))


def test_a_page_saved_as_a_mail_is_read_as_one() -> None:
    head = "From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    saved = f"{head}--b\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n--b--\n".encode()
    assert read_bytes(saved, "页.mht").text == "遂宁市2019年推行一网通办。\n"
    assert "遂宁市2019年推行一网通办。" in read_bytes(saved, "页.eml").text


def test_a_text_is_no_mail() -> None:
    assert read_bytes("Subject: 遂宁市\n推行一网通办。\n".encode(), "a.txt").text.startswith("Subject")
    with pytest.raises(ReadError, match=r"named \.eml, but is no mail"):
        read_bytes("遂宁市推行一网通办。".encode(), "a.eml")
