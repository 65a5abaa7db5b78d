"""Which extractors made a record: a short hash over its version, their code and the data of the ontology."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import extractors
import ontology
from extractors.record import VERSION

_RULES = "1.0"
_CODE = {".py", ".yaml", ".csv", ".txt"}


@cache
def extractor_version() -> str:
    """``1.0+`` and 16 hex digits; the same wherever the package lies and whatever the line ends of its files."""
    digest = hashlib.blake2b(f"record {VERSION}\0".encode(), digest_size=8)
    for package in (extractors, ontology):
        folder = Path(package.__path__[0])
        for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
            if path.suffix in _CODE:
                digest.update(f"{package.__name__}/{path.relative_to(folder).as_posix()}\0".encode())
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{_RULES}+{digest.hexdigest()}"
