"""The pipeline as a whole: components, records, determinism. The texts are of our own wording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.pipeline import Extractor
from extractors.record import LAYERS

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").iterdir())
EXTRACTOR = Extractor()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_a_record_keeps_its_shape_and_shows_its_places(path: Path) -> None:
    record, text = EXTRACTOR.record_and_text(path.read_bytes(), path.name)
    for layer in LAYERS:
        firsts = []
        for entry in record.layer(layer):
            for span in entry.spans:
                assert text[span.start : span.end] == span.surface and span.surface.strip()
            firsts.append(entry.spans[0].start)
        assert firsts == sorted(firsts)
    for evidence in record.document.evidence.values():
        assert evidence.source in {"text", "metadata", "path"}
    assert record.initiatives and record.adoptions, "each example speaks of reforms"


def test_the_same_bytes_give_the_same_record() -> None:
    data = EXAMPLES[0].read_bytes()
    once, again = (json.dumps(Extractor().record(data, "a.txt").to_json(), ensure_ascii=False) for _ in range(2))
    assert once == again


def test_a_document_that_cannot_be_read_says_so_and_nothing_else() -> None:
    record = EXTRACTOR.record(b"\0\0\0", "a.txt")
    assert record.error and not list(record.entries()) and record.text_sha256 is None
