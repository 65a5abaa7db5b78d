"""Pages whose document stands in a textarea, in a script, in a frame or among the parts of a web archive."""

from __future__ import annotations

import base64
import json
import quopri

import pytest

from extractors.readers import read_bytes
from extractors.source import ReadError

TITLE = "清源市人民政府关于推行河长制的通知"
BODY = "<p>各县人民政府：</p><p>全市推行河长制，各级设立总河长。</p><p>2019年5月6日</p>"
LINES = [TITLE, "各县人民政府：", "全市推行河长制，各级设立总河长。", "2019年5月6日"]
MENU = "<div class='nav'><a href='/'>首页</a> <a href='/a'>政务公开</a> <a href='/b'>互动交流</a></div>"
ESCAPED = BODY.replace("<", "&lt;").replace(">", "&gt;")
CODED = "".join(f"\\u{ord(char):04x}" if ord(char) > 127 else char for char in BODY)


def page(inside: str, title: str = TITLE) -> bytes:
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    return f"<!doctype html><html>{head}<body>{MENU}{inside}</body></html>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        f"<textarea id='content' style='display:none'>{ESCAPED}</textarea>",
        f"<textarea>{BODY}</textarea>",
        f"<div id='txt' style='display: none;'>{BODY}</div>",
        f"<noscript>{BODY}</noscript>",
        f"<template>{BODY}</template>",
        f"<script type='text/html'>{BODY}</script>",
        f"<script>var tip = '请稍候。'; var content = \"{BODY}\"; show(content);</script>",
        f"<script>window.DATA = {json.dumps({'id': 7, 'body': BODY})};</script>",
        f"<script>document.write('{BODY[:20]}' + '{BODY[20:]}');</script>",
        f'<script>show("{CODED}")</script>',
        f"<input type='hidden' id='c' value='{ESCAPED}'>",
        f"<iframe srcdoc='{ESCAPED}'></iframe>",
    ],
)
def test_the_body_that_a_page_does_not_print_itself(inside: str) -> None:
    assert read_bytes(page(inside), "a.html").text.rstrip("\n").split("\n") == LINES


def test_a_page_that_prints_its_body_is_read_as_it_stands() -> None:
    hidden = "<div style='display:none'><p>您将离开本站。</p><p>请确认。</p><p>谢谢。</p></div>"
    source = read_bytes(page(f"<h1>{TITLE}</h1>{BODY}<p>特此通知。</p>{hidden}"), "a.html")
    assert source.text.rstrip("\n").split("\n")[-len(LINES) :] == [*LINES[1:], "特此通知。"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert('请输入要查询的内容。谢谢。')</script>",
        "<div style='display:none'>您将离开本站。是否继续。</div>",
    ],
)
def test_a_list_without_sentences_is_no_page_without_a_body(hidden: str) -> None:
    rows = "".join(f"<tr><td>{number}</td><td>第{number}项政务服务事项</td></tr>" for number in range(1, 9))
    text = read_bytes(page(f"<table>{rows}</table>{hidden}"), "a.html").text
    assert "8\t第8项政务服务事项" in text and "。" not in text


@pytest.mark.parametrize(
    "inside",
    ["<iframe src='content_2019.html'></iframe>", "<div>正文</div><iframe id='f' src='/xxgk/2019/1.html'></iframe>"],
)
def test_a_page_that_only_shows_another_is_refused_with_that_one(inside: str) -> None:
    with pytest.raises(ReadError, match=r"only shows another page in a frame \(.*html\); save that page"):
        read_bytes(page(inside), "a.html")


def test_a_set_of_frames_whatever_it_says_to_old_browsers() -> None:
    frames = "<frameset><frame src='main.html'><noframes><p>您的浏览器不支持框架。请升级。</p></noframes></frameset>"
    with pytest.raises(ReadError, match=r"\(main\.html\)"):
        read_bytes(f"<html><head><title>{TITLE}</title></head>{frames}</html>".encode(), "a.html")


def archive(*parts: bytes, charset: str = "utf-8", encoding: str = "quoted-printable") -> bytes:
    head = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.qy.gov.cn/1.html\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="--b"\r\n\r\n'
    )
    coded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "8bit": bytes}[encoding]
    told = f'Content-Type: text/html; charset="{charset}"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'.encode()
    return head + b"".join(b"----b\r\n" + told + coded(part) + b"\r\n" for part in parts) + b"----b--\r\n"


WHOLE = page(f"<h1>{TITLE}</h1>{BODY}<p>特此通知。</p>")


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.html", "a.txt", "a.doc"])
def test_a_web_archive_whatever_it_is_called(name: str) -> None:
    assert read_bytes(archive(WHOLE), name).text == read_bytes(WHOLE, "a.html").text


@pytest.mark.parametrize("encoding", ["base64", "8bit"])
def test_a_web_archive_in_other_codings(encoding: str) -> None:
    chinese = WHOLE.decode().replace("charset='utf-8'", "charset='gb2312'").encode("gb18030")
    read = read_bytes(archive(chinese, charset="gb2312", encoding=encoding), "a.mht")
    assert read.text == read_bytes(WHOLE, "a.html").text


def test_the_part_of_a_web_archive_with_the_sentences_is_read() -> None:
    frames = b"<html><frameset><frame src='cid:1'></frameset></html>"
    assert read_bytes(archive(frames, WHOLE), "a.mht").text == read_bytes(WHOLE, "a.html").text


@pytest.mark.parametrize("data", [archive(), archive(WHOLE).replace(b"text/html;", b"text/css;")])
def test_a_web_archive_without_a_page(data: bytes) -> None:
    with pytest.raises(ReadError, match="the web archive holds no page"):
        read_bytes(data, "a.mht")


def test_what_is_only_called_a_web_archive() -> None:
    assert read_bytes(WHOLE, "a.mht").text == read_bytes(WHOLE, "a.html").text
    with pytest.raises(ReadError, match=r"named \.mht, but is no web archive"):
        read_bytes("清源市推行河长制。".encode(), "a.mht")
