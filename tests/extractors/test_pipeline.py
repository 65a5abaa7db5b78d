"""The pipeline as a whole: components, records, determinism. The texts are of our own wording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.analysis import Analysis
from extractors.pipeline import Extractor
from extractors.record import LAYERS
from extractors.source import SourceText

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


def test_mentions_stand_in_the_span_groups_of_the_doc() -> None:
    text = "遂宁市人民政府关于2018年度法治政府建设情况的报告\n推进“最多跑一次”改革。\n"
    nlp = EXTRACTOR.nlp
    doc = nlp.make_doc(text)
    doc._.analysis = Analysis(SourceText(text), "a.txt")
    doc = nlp(doc)
    assert doc.text == text and len(doc) == len(text)
    assert ("最多跑一次", "最多跑一次") in {(s.text.strip("“”"), s.kb_id_) for s in doc.spans["initiatives"]}


def test_what_spacy_notes_of_a_document_is_freed() -> None:
    texts = [f"示例市{i}号文件：推进“最多跑一次”改革，设立第{i}窗口。".encode() for i in range(50)]
    EXTRACTOR.record(texts[0], "a.txt")
    before = len(EXTRACTOR.nlp.vocab.strings)
    for text in texts:
        EXTRACTOR.record(text, "a.txt")
    assert len(EXTRACTOR.nlp.vocab.strings) <= before + 20  # new single characters only
