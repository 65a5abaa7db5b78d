"""Text as it may be shown: what a terminal would obey, or what would turn the line round, is written out."""

from __future__ import annotations

import re

# Controls but tab and line feed, marks and overrides of direction, and surrogates, which no stream can write.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(text: str) -> str:
    r"""``text`` with controls and direction marks as ``\x1b`` and ``\u202e``: a name or a cell is another's words.

    A file may be called so that a terminal that prints its name changes its title, clears the line that refuses the
    file, or shows the name backwards.
    """
    return _OBEYED.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
