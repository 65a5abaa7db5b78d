"""Documents in the old format of Word and WPS (.doc, .wps), by an installed LibreOffice: it saves them as .docx.

One process saves many. It has a profile of its own that lets it run no macro and follow no link, limits of memory and
of time, and it ends with the process that started it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from extractors.readers.office_process import Costs, run
from extractors.readers.word import read_word
from extractors.source import NotHereError, ReadError, SourceText

_OFFICE = "office.yaml"
_VERSION = re.compile(r"LibreOffice (\d+(?:\.\d+)*)")
_PATIENCE = 30.0  # seconds for which its version is waited for
_XCU = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n%s\n</oor:items>\n'
)
_ITEM = '<item oor:path="%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value></prop></item>'
_INSTEAD = "open it in Word, WPS or LibreOffice and save it as .docx"
MISSING = (
    "it is in the old format of Word or WPS (.doc), which LibreOffice reads and nothing else here, and there is none; "
    f"install it (apt install libreoffice-writer-nogui; Windows, macOS: LibreOffice), or {_INSTEAD}"
)
"""Why such a document is not read where LibreOffice is not installed."""


@dataclass(frozen=True, slots=True)
class _Settings:
    programs: tuple[str, ...]
    arguments: tuple[str, ...]
    filter: str
    profile: str


@cache
def _settings() -> _Settings:
    raw: dict[str, Any] = yaml.safe_load(files(__package__).joinpath(_OFFICE).read_text(encoding="utf-8"))
    items = "\n".join(_ITEM % tuple(map(escape, item)) for item in raw["profile"])
    return _Settings(tuple(raw["programs"]), tuple(raw["arguments"]), raw["filter"], _XCU % items)


def program() -> str | None:
    """The path of LibreOffice; None where it is not installed."""
    return next((found for name in _settings().programs if (found := shutil.which(name))), None)


def version() -> str | None:
    """The version of LibreOffice, empty where it does not tell; None where it is not installed."""
    office = program()
    if office is None:
        return None
    try:
        told = subprocess.run([office, "--version"], capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    match = _VERSION.search(told.stdout)
    return match[1] if match else ""


def read_old(data: bytes) -> SourceText:
    """The document in a file of the old format.

    Raises:
        ReadError: LibreOffice cannot read it.
        NotHereError: there is no LibreOffice, or it took too long.
    """
    with tempfile.TemporaryDirectory(prefix="reformkg-") as folder:
        place = Path(folder) / "old.doc"
        place.write_bytes(data)
        (found,) = saved_anew([place], Path(folder))
        if isinstance(found, ReadError):
            raise found
        return read_word(found.read_bytes())


def saved_anew(documents: Sequence[Path], folder: Path, costs: Costs | None = None) -> list[Path | ReadError]:
    """Each of the files ``documents`` as a .docx in ``folder``, or why there is none.

    A document that ends LibreOffice, or on which it does not come to an end, costs only itself: those behind it are
    saved by another process.

    Args:
        documents: files in the old format, whatever they are called.
        folder: one that is there for this alone.
        costs: what one of them may cost.
    """
    office = program()
    if office is None:
        return [NotHereError(MISSING) for _ in documents]
    costs = costs or Costs()
    places = [folder / "in" / f"{number:06}.doc" for number in range(len(documents))]
    (folder / "in").mkdir()
    for place, document in zip(places, documents, strict=True):
        shutil.copyfile(document, place)
    found: dict[Path, Path | ReadError] = {}
    waiting = places
    while waiting:
        ended = _run(office, folder, waiting, costs)
        done = {place: made for place in waiting if _is_whole(made := folder / "out" / f"{place.stem}.docx")}
        found |= done
        if not ended:
            last = max((number for number, place in enumerate(waiting) if place in done), default=-1)
            culprit, rest = waiting[last + 1], waiting[last + 2 :]
            found[culprit] = NotHereError(
                f"LibreOffice, which reads the old format of Word and WPS, came to no end on it; {_INSTEAD}"
            )
            waiting, tried = rest, waiting[: last + 1]
        else:
            waiting, tried = [], waiting
        for place in tried:
            found.setdefault(place, ReadError(
                f"LibreOffice cannot read it: it is damaged, protected by a password, or no text; {_INSTEAD}"
            ))  # fmt: skip
    return [found[place] for place in places]


def _run(office: str, folder: Path, places: Sequence[Path], costs: Costs) -> bool:
    """Let one process save the documents at ``places``; gives whether it came to its end by itself."""
    settings, profile, out = _settings(), folder / "profile", folder / "out"
    registry = profile / "user" / "registrymodifications.xcu"
    registry.parent.mkdir(parents=True, exist_ok=True)
    registry.write_text(settings.profile, encoding="utf-8")
    out.mkdir(exist_ok=True)
    command = [office, f"-env:UserInstallation={profile.as_uri()}", *settings.arguments]
    return run([*command, "--convert-to", settings.filter, "--outdir", str(out), *map(str, places)],
               out, len(places), folder, costs)  # fmt: skip


def _is_whole(path: Path) -> bool:
    return zipfile.is_zipfile(path)
