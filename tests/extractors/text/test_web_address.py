"""Which words are the address of a web page."""

from __future__ import annotations

import pytest

from extractors.text.web_address import web_address


@pytest.mark.parametrize(
    "printed",
    [
        "https://www.example.gov.cn/a/1.html",
        " http://www.example.gov.cn/info/1?id=2&kind=通知 \n",
        "HTTPS://EXAMPLE.ORG",
    ],
)
def test_absolute_addresses_of_the_web_are_taken_without_blanks(printed: str) -> None:
    assert web_address(printed) == printed.strip()


@pytest.mark.parametrize(
    "printed",
    [
        "", "/a/1.html", "//www.example.gov.cn/1.html", "www.example.gov.cn", "ftp://example.gov.cn/1.doc", "点击查看",
        "javascript:alert(1)", "https://", "https:///1.html", "见 https://www.example.gov.cn/1.html",
        "https://a.example.cn/1 https://a.example.cn/2", "遂宁市船山区政务路1号",
    ],
)  # fmt: skip
def test_what_is_none_is_refused(printed: str) -> None:
    assert web_address(printed) is None
