"""Text made small enough to stand in a page until it is asked for."""

from __future__ import annotations

import base64
import zlib


def packed(text: str) -> str:
    """``text`` as UTF-8, deflated (RFC 1950), in base64: letters that mean nothing to HTML.

    >>> packed("一网通办" * 100)[:4], len(packed("一网通办" * 100)) < 60
    ('eNp7', True)
    """
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode("ascii")
