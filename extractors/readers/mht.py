"""Pages that a browser saved as one file (MHT): the page among its parts."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from extractors.readers.decoding import decode
from extractors.readers.page import read_page
from extractors.source import ReadError, SourceText


def read_mht(data: bytes) -> SourceText:
    """The document in a web archive: that of the part with the most sentences, as the others are frames around it.

    Raises:
        ReadError: it holds no page, or one without text of its own.
    """
    pages = [_markup(part) for part in message_from_bytes(data, policy=compat32).walk() if _is_page(part)]
    if not pages:
        raise ReadError("the web archive holds no page; save the page anew from the browser")
    return read_page(max(pages, key=lambda page: page.count("。")).encode("utf-8", "replace"))


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def _markup(part: Message) -> str:
    """The markup of a part, whose own head says how it is encoded; else as a page says it itself."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = part.get_content_charset()
    try:
        return content.decode("gb18030" if charset in ("gb2312", "gbk") else charset or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(content, markup=True)
