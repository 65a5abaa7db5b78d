"""Which extractors made a record: a short hash over what extraction depends on, and over nothing else.

That is the code of ``extractors`` and of the modules of the ontology that it imports, as syntax trees without
docstrings, and what the data files hold that those modules name. A comment, a figure that was measured, a name or a
sentence that only people read change nothing, so no document is read again for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import extractors
import ontology
from extractors.program import Module, read_module
from ontology.contents import DATA, TOLD, contents

_RULES = "1.0"
UNREAD = TOLD | {"en"}
"""Keys of data files that no extractor reads; the English name of an initiative is the graph's."""


@cache
def extractor_version() -> str:
    """``1.0+`` and 16 hex digits; the same wherever the packages lie, under every Python and with any line ends."""
    return version_of(Path(extractors.__path__[0]), Path(ontology.__path__[0]))


def version_of(extracting: Path, knowing: Path) -> str:
    """The version of the extractors in the folder ``extracting`` with the ontology in the folder ``knowing``."""
    digest = hashlib.blake2b(digest_size=8)
    modules = _modules(extracting, knowing)
    for name, (_, module) in sorted(modules.items()):
        digest.update(f"{name}\0{module.code}\0".encode())
    for name, path in sorted(_data(modules).items()):
        digest.update(f"{name}\0".encode() + contents(path, UNREAD) + b"\0")
    return f"{_RULES}+{digest.hexdigest()}"


def data_files() -> dict[str, Path]:
    """By name (``ontology/regions.csv``) the data files that extraction depends on."""
    return dict(sorted(_data(_modules(Path(extractors.__path__[0]), Path(ontology.__path__[0]))).items()))


def _modules(extracting: Path, knowing: Path) -> dict[str, tuple[Path, Module]]:
    """All modules of the extractors (readers are imported by name), and those of the ontology that they lead to."""
    found: dict[str, tuple[Path, Module]] = {}
    waiting = [(f"extractors/{path.relative_to(extracting).as_posix()}", path) for path in extracting.rglob("*.py")]
    while waiting:
        name, path = waiting.pop()
        if name not in found:
            module = read_module(path.read_bytes())
            found[name] = path, module
            waiting += _ontology(module, knowing)
    return found


def _ontology(module: Module, knowing: Path) -> Iterator[tuple[str, Path]]:
    for imported in module.imports:
        room, _, rest = imported.partition(".")
        path = knowing.joinpath(*rest.split("."))
        for file in (path.with_suffix(".py"), path / "__init__.py") if room == "ontology" else ():
            if file.is_file():
                yield f"ontology/{file.relative_to(knowing).as_posix()}", file


def _data(modules: dict[str, tuple[Path, Module]]) -> dict[str, Path]:
    """The data files that lie beside a module which names them."""
    found: dict[str, Path] = {}
    for name, (path, module) in modules.items():
        for text in module.texts:
            if text.endswith(DATA) and "/" not in text and (path.parent / text).is_file():
                found[f"{name.rpartition('/')[0]}/{text}"] = path.parent / text
    return found
