"""Each step of the pipeline reads and writes the layers that it declares, and no others; a layer has one writer."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from extractors.analysis import Analysis
from extractors.components import SPANS, build_pipeline
from extractors.pipeline import Extractor
from extractors.source import SourceText
from extractors.steps import STEPS, Step

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").iterdir())
EXTRACTOR, NLP = Extractor(), build_pipeline()
# What no report holds: an act that names itself only as 本办法.
ACT = "绵阳市便民服务办法\n第一条 为了便民，制定本办法。\n第二条 本办法自2022年5月1日起施行。\n"
LAYERS = {step.writes for step in STEPS}


@dataclass
class Watched(Analysis):
    """An analysis that notes which of its layers are read and written."""

    read: set[str] = field(default_factory=set)
    wrote: list[str] = field(default_factory=list)

    def __getattribute__(self, name: str) -> Any:
        if name in LAYERS:
            self.read.add(name)
        return super().__getattribute__(name)

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name in LAYERS and "wrote" in self.__dict__:
            self.wrote.append(name)


def watched(data: bytes, file: str) -> Iterator[tuple[Step, set[str], list[str]]]:
    """Each step with the layers that it reads and writes in a document."""
    source = EXTRACTOR.source(data, file)
    doc, analysis = NLP.make_doc(source.text), Watched(source, file)
    doc._.analysis = analysis
    for step in STEPS:
        analysis.read.clear()
        analysis.wrote.clear()
        before = {layer: Analysis.__getattribute__(analysis, layer) for layer in LAYERS}
        copies = {layer: repr(value) for layer, value in before.items()}
        doc = NLP.get_pipe(step.name)(doc)
        read, wrote = set(analysis.read), list(analysis.wrote)
        changed = {layer for layer, value in before.items() if repr(value) != copies[layer]}
        assert not changed, f"{step.name} changes {changed} in place"
        yield step, read, wrote


@pytest.fixture(scope="module")
def done() -> list[tuple[Step, set[str], list[str]]]:
    documents = [(path.read_bytes(), path.name) for path in EXAMPLES] + [(ACT.encode("utf-8"), "绵阳市.txt")]
    return [row for document in documents for row in watched(*document)]


def test_a_step_reads_and_writes_what_it_declares(done: list[tuple[Step, set[str], list[str]]]) -> None:
    read: dict[str, set[str]] = {step.name: set() for step in STEPS}
    for step, reads, writes in done:
        assert writes == [step.writes], step.name
        read[step.name] |= reads
    assert read == {step.name: set(step.reads) for step in STEPS}


def test_a_layer_has_one_writer_and_is_read_only_after_it() -> None:
    assert {name: count for name, count in Counter(step.writes for step in STEPS).items() if count > 1} == {}
    before: set[str] = set()
    for step in STEPS:
        assert set(step.reads) <= before, step.name
        before.add(step.writes)


def test_every_layer_of_the_analysis_has_its_step() -> None:
    given = {"source", "file", "judges"}
    assert {f.name for f in fields(Analysis)} - given == LAYERS


def test_spacy_knows_what_each_component_needs_and_gives() -> None:
    assert NLP.pipe_names == [*(step.name for step in STEPS), "reform_spans"]  # nothing disappears unseen
    found = NLP.analyze_pipes()
    assert {name: problems for name, problems in found["problems"].items() if problems} == {}
    for step in STEPS:
        meta = NLP.get_pipe_meta(step.name)
        assert (meta.requires, meta.assigns) == ([f"doc._.{n}" for n in step.reads], [f"doc._.{step.writes}"])
    assert NLP.get_pipe_meta("reform_spans").requires == [f"doc._.{layer}" for layer in SPANS]


def test_a_layer_is_an_attribute_of_the_doc() -> None:
    text = "遂宁市人民政府关于2018年度法治政府建设情况的报告\n推进“最多跑一次”改革。\n"
    doc: Doc = NLP.make_doc(text)
    doc._.analysis = Analysis(SourceText(text), "a.txt")
    doc = NLP(doc)
    assert doc._.head.region == "510900" and doc._.initiatives[-1].name == "最多跑一次"
    doc._.initiatives = ()
    assert doc._.analysis.initiatives == ()


def test_mentions_stand_in_the_span_groups_of_the_doc() -> None:
    text = "遂宁市人民政府关于2018年度法治政府建设情况的报告\n推进“最多跑一次”改革。\n"
    doc = NLP.make_doc(text)
    doc._.analysis = Analysis(SourceText(text), "a.txt")
    doc = NLP(doc)
    assert doc.text == text and len(doc) == len(text)
    assert ("最多跑一次", "最多跑一次") in {(s.text.strip("“”"), s.kb_id_) for s in doc.spans["initiatives"]}


def test_extraction_gives_the_layers_of_the_components_and_loads_no_spacy() -> None:
    path = EXAMPLES[0]
    source = EXTRACTOR.source(path.read_bytes(), path.name)
    doc = NLP.make_doc(source.text)
    doc._.analysis = Analysis(source, path.name)
    assert EXTRACTOR.analyse(source, path.name) == NLP(doc)._.analysis
    code = "import sys; from extractors.pipeline import Extractor; Extractor().record(b'\\xe5\\xb8\\x82', 'a.txt'); print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
