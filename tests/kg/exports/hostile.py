"""A text that would break careless writers."""

from __future__ import annotations

HOSTILE = "引号\"'<&>\\ 换行\n\x0b制表\t"
