"""The extraction on annotated documents is no worse than it was.

Seeds and other were in sight of rules and judges alike. Wide is measured with judges that have not seen the text: its figures
stand in docs/quality.md, whose freshness tests/test_docs.py holds. Of the sealed set, which nobody reads, only totals are
known.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.pipeline import Extractor
from scripts.support.annotated import AnnotatedText, annotated_texts

QUALITY = Path(__file__).parents[2] / "docs" / "quality.md"
FLOORS = Path(__file__).with_name("gold_floors.csv")
"""Lowest F1 by layer and part: seeds and other at 0.97 of what they had on 2026-11-23, the rest a point below the last."""


def floors(part: str) -> dict[str, float]:
    with FLOORS.open(encoding="utf-8", newline="") as file:
        return {row["layer"]: float(row[part]) for row in csv.DictReader(file) if row[part]}


def measured(part: str) -> dict[str, float]:
    """F1 by layer as docs/quality.md has it."""
    page = QUALITY.read_text(encoding="utf-8")
    table = page.split(f"\n## {part.capitalize()} (", 1)[1].split("\n## ", 1)[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines() if line.startswith("| ")]
    return {row[0]: float(row[3]) for row in rows if row[0] not in ("layer", "---")}


def test_every_layer_reaches_its_floor_on_texts_that_the_judges_have_not_seen() -> None:
    reached = measured("wide")
    assert {layer: reached[layer] for layer, floor in floors("wide").items() if reached[layer] < floor} == {}


@pytest.mark.slow
@pytest.mark.parametrize("part", ["seeds", "other", "sealed"])
def test_every_layer_reaches_its_floor(
    part: str, shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = shared / "gold"
    totals = scored(part, gold, shared / "corpus", tmp_path)
    with capsys.disabled():
        print(f"\nF1 on the documents of {part} (precision/recall, gold/found):")
        for layer, row in totals.items():
            counts = f"{row['precision']:.3f}/{row['recall']:.3f}, {row['gold']}/{row['predicted']}"
            print(f"  {layer:28} {row['f1']:.3f}  ({counts})")
    assert {layer: totals[layer]["f1"] for layer, floor in floors(part).items() if totals[layer]["f1"] < floor} == {}


def scored(part: str, gold: Path, corpus: Path, folder: Path) -> dict[str, dict[str, Any]]:
    """The scorer's totals by layer for the documents of ``part``, with the judges that the product ships."""
    beside, extractor, found = gold / f"{part}.texts", Extractor(), folder / "records.jsonl"
    with found.open("w", encoding="utf-8") as out:
        for file in sorted((beside if beside.is_dir() else corpus / part).iterdir()):
            out.write(json.dumps(extractor.record(file.read_bytes(), file.name).to_json(), ensure_ascii=False) + "\n")
    annotated = gold / f"{part}.gold.sealed" if part == "sealed" else gold / part
    command = [sys.executable, gold / "score.py", annotated, found, "--json"]
    totals: dict[str, dict[str, Any]] = json.loads(
        subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    )
    return totals


def heads_right(texts: Iterable[AnnotatedText], names: Iterator[str]) -> float:
    """The share of regions and years that are right, of those annotated that the text itself tells."""
    extractor, right, told = Extractor(), 0, 0
    for text, name in zip(texts, names, strict=True):
        head = extractor.record(text.data, name).to_json()["document"]
        printed = {"region": True, "year": str(text.gold["document"].get("year")) in text.data.decode("utf-8")}
        for field, tells in printed.items():
            expected = text.gold["document"].get(field)
            if expected and tells:
                told, right = told + 1, right + (str(head[field]) == str(expected))
    return right / told


@pytest.mark.slow
def test_region_and_year_are_known_without_the_file_s_name(shared: Path) -> None:
    wide = list(annotated_texts(shared / "gold", shared / "corpus", "wide"))
    assert heads_right(wide, (text.file.name for text in wide)) >= 0.98
    assert heads_right(wide, (f"d{place:03}{text.file.suffix}" for place, text in enumerate(wide))) >= 0.95
