"""The files that hang on a mail (.eml); the mail itself is a document where it says something."""

from __future__ import annotations

import io
from collections.abc import Iterator
from email.message import Message
from functools import partial
from typing import BinaryIO

from extractors.archives.entry import Budget, Entry
from extractors.readers.mail import attachments, has_words, mail_of
from extractors.source import ReadError


def mail_entries(file: BinaryIO, budget: Budget) -> Iterator[Entry]:
    """The mail in ``file``, where it has words of its own or nothing hangs on it, then its attachments."""
    data = file.read()
    mail = mail_of(data)
    found = list(attachments(mail))
    if not found or _speaks(mail):
        yield Entry("")
    for name, part in found:
        budget.file()
        yield Entry(name, partial(_open, part))


def _speaks(mail: Message) -> bool:
    """Whether the mail is a document itself; where that cannot be read, its reader says why."""
    try:
        return has_words(mail)
    except ReadError:
        return True


def _open(part: Message) -> BinaryIO:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        content = first.as_bytes() if isinstance(first, Message) else b""
    else:
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
    return io.BytesIO(content)
