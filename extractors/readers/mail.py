"""Mails (.eml): what a mail says itself; what hangs on it are documents of their own (``extractors/archives``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32

from extractors.readers.cleaning import clean
from extractors.readers.decoding import decode
from extractors.readers.page import read_page
from extractors.readers.plain import as_source
from extractors.source import ReadError, SourceText

_FORWARDED = re.compile(r"^(?:(?:re|fw|fwd|回复|答复|转发)\s*[:：]\s*)+", re.IGNORECASE)
_WORDS = re.compile(r"\w")


def read_mail(data: bytes) -> SourceText:
    """The text of a mail below its subject; of several forms of one text the plain one.

    The sender and the day of sending are not used: a mail passes documents on.

    Raises:
        ReadError: it says nothing itself.
    """
    mail = mail_of(data)
    if not has_words(mail):
        raise ReadError("the mail says nothing itself, and no document that is read hangs on it")
    subject, body = _subject(mail), _body(mail).strip("\r\n")
    printed = body if body.startswith(subject) else f"{subject}\n{body}"
    return as_source(clean(f"{printed}\n"))


def mail_of(data: bytes) -> Message:
    """The mail in ``data``.

    Raises:
        ReadError: its parts are nested without end.
    """
    try:
        return message_from_bytes(data, policy=compat32)
    except RecursionError as error:
        raise ReadError("the mail has parts nested without end; save what hangs on it as files") from error


def has_words(mail: Message) -> bool:
    """Whether the mail says something itself."""
    return bool(_WORDS.search(_body(mail)))


def attachments(mail: Message) -> Iterator[tuple[str, Message]]:
    """What hangs on a mail, by its name: files, and mails that were passed on as they are."""
    for part in _parts(mail):
        name = _name(part)
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            subject = _subject(first) if isinstance(first, Message) else ""
            yield name or f"{subject or 'mail'}.eml", part
        elif name and not part.is_multipart():
            yield name, part


def _parts(part: Message) -> Iterator[Message]:
    """The parts of a mail, those of a mail inside it left out."""
    if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
        for inner in part.get_payload():
            if isinstance(inner, Message):
                yield from _parts(inner)
    else:
        yield part


def _body(mail: Message) -> str:
    """The text of a mail: of its parts without a name the plain ones, else what its pages say."""
    own = [part for part in _parts(mail) if not _name(part)]
    plain = [_text(part) for part in own if part.get_content_type() == "text/plain"]
    if _WORDS.search("".join(plain)):
        return "\n".join(plain)
    pages = [_text(part) for part in own if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    return "\n".join(_page(page) for page in pages if page.strip())


def _page(markup: str) -> str:
    try:
        return read_page(markup.encode("utf-8", "replace")).text
    except ReadError:
        return ""


def _text(part: Message) -> str:
    """The characters of a part: as its head says, else as is found."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes) or not content.strip():
        return ""
    try:
        charset = (part.get_content_charset() or "utf-8").lower()
        return content.decode("gb18030" if charset in ("gb2312", "gbk") else charset)
    except (UnicodeDecodeError, LookupError):
        return decode(content, markup=part.get_content_subtype() == "html")


def _name(part: Message) -> str:
    return _decoded(part.get_filename() or "")


def _subject(mail: Message) -> str:
    raw = next((value for name, value in mail.raw_items() if name.lower() == "subject"), "")
    return _FORWARDED.sub("", " ".join(_decoded(str(raw)).split()))


def _decoded(words: str) -> str:
    """A head's words: encoded (RFC 2047), or bytes as they were written."""
    try:
        found = str(make_header(decode_header(words)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        found = words
    raw = found.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
