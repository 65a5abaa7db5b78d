"""Annotated documents beside the checkout: what a careful reader found in each, and where its file lies."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ontology.loading import read_yaml

PARTS = ("seeds", "other", "wide")
_TRAINING = Path(__file__).with_name("training")
_JUDGED, _TAUGHT = _TRAINING / "judged_names.csv", _TRAINING / "taught_names.yaml"


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One document with its annotation.

    Attributes:
        part: one of ``PARTS``; ``judged``, where only some names in it were; ``taught``, where it is of our own wording.
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


def training_texts(gold: Path, corpus: Path) -> list[AnnotatedText]:
    """All that judges are trained on: the annotated documents, those with names judged one by one, those of our own."""
    return [*(text for part in PARTS for text in annotated_texts(gold, corpus, part)), *_judged(corpus), *_taught()]


def _judged(corpus: Path) -> list[AnnotatedText]:
    """The documents of ``judged_names.csv``, by path, with what each of its names is."""
    names: dict[str, dict[str, bool]] = {}
    with _JUDGED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names.setdefault(row["document"], {})[row["name"]] = row["so"] == "yes"
    return [AnnotatedText("judged", corpus / path, {"judged_names": names[path]}) for path in sorted(names)]


def _taught() -> list[AnnotatedText]:
    """The texts of ``taught_names.yaml``, whose names are all listed."""
    return [
        AnnotatedText(
            "taught",
            Path(entry["file"]),
            {"initiatives": [{"name": name, "new": True} for name in entry["names"]]},
            entry["text"],
        )
        for entry in read_yaml(_TAUGHT)
    ]
