"""An engine kept in a file, from which it is opened faster than its graph is loaded."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from cypher.embedded.saved import is_whole
from cypher.engine import EmbeddedEngine
from kg.disk.atomic import TEMPORARY, replacing


def open_engine(path: Path, graph_hash: str) -> EmbeddedEngine | None:
    """The engine of the graph of this hash, or None where none such was kept whole in ``path``."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        return EmbeddedEngine.from_file(file, graph_hash)
    return None


def engine_is_kept(path: Path, graph_hash: str) -> bool:
    """Whether ``open_engine`` would find one, which is not opened."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        return is_whole(file, graph_hash)
    return False


def keep_engine(engine: EmbeddedEngine, path: Path, graph_hash: str) -> None:
    """Keep ``engine`` in ``path``, whole or, where nothing can be written there, not at all.

    Several processes may keep the engine of one graph at the same time: any of them is as good as the others, so that
    the first one to end removes what the others wrote so far, or left behind when they were killed.
    """
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path, secrets.token_hex(4)) as temporary, temporary.open("wb") as file:
            engine.save(file, graph_hash)
        for unfinished in path.parent.glob(f"{path.name}*{TEMPORARY}"):
            unfinished.unlink(missing_ok=True)
