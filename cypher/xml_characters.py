"""The characters that XML 1.0 can hold, and so a workbook, GraphML and GEXF."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def for_xml(text: str) -> str:
    """``text`` without the characters that XML cannot hold, however they are written."""
    return _FORBIDDEN.sub("", text)
