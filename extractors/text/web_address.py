"""Which words are the address of a web page."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.IGNORECASE)


def web_address(printed: str) -> str | None:
    """``printed`` without the blanks around it if it is one absolute address of ``http`` or ``https``, else None."""
    stripped = printed.strip()
    return stripped if _ADDRESS.fullmatch(stripped) else None
