"""What is taken out of every decoded text before offsets are counted in it."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
# Controls but tab and line feed; zero-width and direction marks; soft hyphen; the byte order mark; surrogates and
# non-characters, which could not be written as UTF-8 again.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """``text`` with line feeds as its only line ends and without characters that print nothing.

    Full-width forms, odd blanks and compatibility characters stay: the text remains what the document prints.
    """
    return _DROPPED.sub("", _BREAKS.sub("\n", text))
