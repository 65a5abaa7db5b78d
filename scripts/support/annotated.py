"""Annotated documents beside the checkout: what a careful reader found in each, and where its file lies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PARTS = ("seeds", "other", "wide")


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One document with its annotation.

    Attributes:
        part: one of ``PARTS``, or what else a judge is taught by.
        file: its path. text: what stands there, where there is no such file.
        gold: the annotation.
    """

    part: str
    file: Path
    gold: dict[str, Any]
    text: str | None = None

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.file.read_bytes() if self.text is None else self.text.encode()

    @property
    def province(self) -> str:
        """The first two digits of its region's code; empty where none is annotated."""
        return str((self.gold.get("document") or {}).get("region") or "")[:2]


def annotated_texts(gold: Path, corpus: Path, part: str) -> Iterator[AnnotatedText]:
    """The documents of ``part`` by name.

    Args:
        gold: holds a folder of annotations a part, and for some the documents beside it (``wide.texts``).
        corpus: holds the documents of the other parts in folders of the same names.
        part: one of ``PARTS``.
    """
    beside = gold / f"{part}.texts"
    files = {file.stem: file for file in sorted((beside if beside.is_dir() else corpus / part).iterdir(), reverse=True)}
    for annotation in sorted((gold / part).glob("*.json")):
        yield AnnotatedText(part, files[annotation.stem], json.loads(annotation.read_text("utf-8")))
