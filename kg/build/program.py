"""Which program puts graphs together: a short hash over all of it, so that what another one made is merged anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import cypher
import ontology

_OURS = (".py", ".yaml", ".csv")


@cache
def program_hash() -> str:
    """16 hex digits over this program's files but those of the extractors, whose version stands by itself."""
    others = (Path(package.__path__[0]) for package in (cypher, ontology))
    return hash_of([Path(__file__).parents[1], *others])


def hash_of(folders: Iterable[Path]) -> str:
    """The same wherever the folders lie and however their lines end. A comment counts: to merge once more is cheap."""
    digest = hashlib.blake2b(digest_size=8)
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _OURS):
            name = path.relative_to(folder.parent).as_posix()
            digest.update(f"{name}\0".encode() + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()
