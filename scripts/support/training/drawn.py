"""Candidates drawn at random from whole documents and judged one by one: what annotated passages have too few of.

A table has the file of each within the corpus, where the candidate starts in its text, and whether it is right. It holds no
document of which a passage is annotated, so that none is judged by what it was trained on.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from ..annotated import AnnotatedText

PART = "drawn"
_IN_CORPUS = ("seeds", "other")  # the annotated parts whose documents lie in folders of the corpus


def drawn_texts(table: Path | None, texts: Sequence[AnnotatedText]) -> list[AnnotatedText]:
    """The documents of a table, found beside those of ``texts``; ``gold`` has the verdict for each start.

    None without a table, or where no text lies in the corpus.
    """
    corpus = next((text.file.parents[1] for text in texts if text.part in _IN_CORPUS), None)
    if table is None or corpus is None:
        return []
    verdicts: dict[str, dict[int, bool]] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            verdicts.setdefault(row["file"], {})[int(row["start"])] = row["right"] == "yes"
    return [AnnotatedText(PART, corpus / name, {PART: found}) for name, found in sorted(verdicts.items())]
