"""One thing that verify found wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong: the check that found it (``quote``, ``schema`` …), the key or file, and a sentence."""

    check: str
    subject: str
    message: str
