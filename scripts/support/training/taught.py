"""Short texts of our own wording that teach a judge what annotated documents show too seldom, each with all of its names."""

from __future__ import annotations

from pathlib import Path

from ontology.loading import read_yaml

from ..annotated import AnnotatedText

PART = "taught"


def taught_texts(table: Path | None) -> list[AnnotatedText]:
    """The texts of a table (``file``, ``text``, ``names``); none without one."""
    return [
        AnnotatedText(PART, Path(entry["file"]), {PART: entry["names"]}, entry["text"])
        for entry in (read_yaml(table) if table else ())
    ]
