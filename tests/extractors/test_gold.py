"""The extraction on the annotated documents: F1 per layer, printed, and no lower than the floors."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.pipeline import Extractor

# Layer → lowest F1 on the seeds and on the other documents.
FLOORS = {
    "document": (0.92, 0.90),
    "regions": (0.97, 0.96),
    "agencies": (0.90, 0.90),
    "policies": (0.95, 0.95),
    "policies+issuer": (0.90, 0.88),
    "initiatives": (0.80, 0.80),
    "initiatives:known": (0.97, 0.94),
    "initiatives:new": (0.58, 0.58),
    "adoptions": (0.77, 0.77),
    "adoptions:known": (0.94, 0.90),
    "adoptions:known+status+year": (0.84, 0.80),
    "adoptions:known+evidence": (0.88, 0.82),
    "events": (0.75, 0.75),
    "measurements": (0.87, 0.87),
    "measurements+indicator": (0.80, 0.80),
    "measurements+region+year": (0.80, 0.80),
}


@pytest.fixture(scope="module")
def records(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    extractor = Extractor()
    path = tmp_path_factory.mktemp("gold") / "records.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for folder in ("seeds", "other"):
            for source in sorted((shared / "corpus" / folder).iterdir()):
                record = extractor.record(source.read_bytes(), source.name)
                out.write(json.dumps(record.to_json(), ensure_ascii=False) + "\n")
    return path


@pytest.mark.parametrize(("column", "folder"), [(0, "seeds"), (1, "other")])
def test_every_layer_reaches_its_floor(
    shared: Path, records: Path, column: int, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, shared / "gold" / "score.py", shared / "gold" / folder, records, "--json"]
    scores = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    with capsys.disabled():
        print(f"\nF1 on the annotated documents of {folder} (precision/recall, gold/found):")
        for layer, row in scores.items():
            print(
                f"  {layer:28} {row['f1']:.3f}  ({row['precision']:.3f}/{row['recall']:.3f}, {row['gold']}/{row['predicted']})"
            )
    low = {layer: scores[layer]["f1"] for layer, floor in FLOORS.items() if scores[layer]["f1"] < floor[column]}
    assert not low, f"below the floor: {low}"
