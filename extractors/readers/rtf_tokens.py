"""The tokens of rich text (RTF 1.9): braces, control words, bytes of text; what binary data holds is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,9})?\x20?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: of ``word``, ``number`` (None where it has none) and ``data`` one kind is filled.

    ``word`` is a control word, a brace, or the sign behind a backslash (``*``, ``~``); ``data`` are bytes of text.
    """

    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of ``data``, in their order; bytes that are none are passed over."""
    place = 0
    while place < len(data):
        match = _TOKEN.match(data, place)
        if match is None:
            place += 1
            continue
        place = match.end()
        word, number, pair, sign, brace, text = match.groups()
        if word is not None:
            value = None if number is None else int(number)
            if word == b"bin":
                place += max(value or 0, 0)
            else:
                yield Token(word.decode("ascii"), value)
        elif pair is not None:
            yield Token(data=bytes.fromhex(pair.decode("ascii")))
        elif sign is not None:
            yield Token(data=sign) if sign in b"{}\\" else Token("par" if sign in b"\r\n" else sign.decode("latin-1"))
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif text is not None:
            yield Token(data=text)
