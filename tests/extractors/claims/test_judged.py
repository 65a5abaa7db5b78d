"""The claims that were drawn from real documents and found right by reading (docs/review_claims.md) are still read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from extractors.pipeline import Extractor

TABLE = Path(__file__).with_name("judged_claims.csv")


@pytest.mark.slow
def test_what_was_found_right_is_still_read(shared: Path) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        judged = list(csv.DictReader(file))
    extractor = Extractor()
    read = set()
    for name in sorted({row["file"] for row in judged}):
        record = extractor.record((shared / "corpus" / name).read_bytes(), name)
        read |= {
            (name, str(c.start), str(c.end), c.kind, c.region, *(str(v or "") for v in (c.other, c.initiative, c.scope, c.year)))
            for c in record.claims
        }  # fmt: skip
    kinds = sorted({row["kind"] for row in judged})
    lost = {kind: [row for row in judged if row["kind"] == kind and tuple(row.values()) not in read] for kind in kinds}
    assert kinds == ["first", "learned", "promoted"]
    for kind, missing in lost.items():
        assert len(missing) <= 0.15 * sum(row["kind"] == kind for row in judged), missing
