"""The steps of the pipeline as spaCy components, for those who go on with its Docs; extraction itself needs none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter
from typing import Any

import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from extractors.analysis import Analysis
from extractors.steps import STEPS, Step

SPANS = ("regions", "agencies", "policies", "initiatives")  # layers whose mentions stand in ``doc.spans``, too


class _Orths(dict[str, int]):
    """The number of each character in a vocabulary's strings: a Doc is made of them in half the time."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, character: str) -> int:
        orth = self[character] = self._strings.add(character)
        return orth


class CharacterTokenizer:
    """One token a character, blanks and line ends included: a token's index is its offset, and every span aligns."""

    def __init__(self, vocab: Vocab) -> None:
        """Tokenize with ``vocab``."""
        self.vocab = vocab
        self._orths = _Orths(vocab.strings)

    def __call__(self, text: str) -> Doc:
        """``text`` as a Doc of single characters."""
        orths: list[Any] = [self._orths[character] for character in text]  # a Doc takes them for words, its stub not
        return Doc(self.vocab, words=orths, spaces=[False] * len(text))

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to save: the tokenizer has no settings."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> CharacterTokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to save."""

    def from_disk(self, _path: Any, **_: Any) -> CharacterTokenizer:
        """Nothing to load."""
        return self


@registry.tokenizers("reformkg.characters.v1")
def character_tokenizer() -> Callable[[Language], CharacterTokenizer]:
    """The factory that spaCy's configuration names."""
    return lambda nlp: CharacterTokenizer(nlp.vocab)


def _extend_doc() -> None:
    """``doc._.analysis``, and each of its layers as ``doc._.<layer>``."""
    if not Doc.has_extension("analysis"):
        Doc.set_extension("analysis", default=None)
    for step in STEPS:
        if not Doc.has_extension(step.writes):
            layer = attrgetter(f"_.analysis.{step.writes}")
            Doc.set_extension(step.writes, getter=layer, setter=partial(_write, step.writes))


def _write(layer: str, doc: Doc, value: Any) -> None:
    setattr(doc._.analysis, layer, value)


_extend_doc()


class Component:
    """A spaCy component around one step."""

    def __init__(self, step: Step) -> None:
        """Load the function of ``step``."""
        self.layer = step.writes
        self.extract = step.load()

    def __call__(self, doc: Doc) -> Doc:
        """Write the step's layer to the analysis of ``doc``."""
        analysis = doc._.analysis
        setattr(analysis, self.layer, self.extract(analysis))
        return doc


class SpanGroups:
    """The last component: the layers' mentions as ``doc.spans``, the canonical id in ``kb_id_``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill ``doc.spans``."""
        analysis: Analysis = doc._.analysis
        for layer in SPANS:
            doc.spans[layer] = [
                Span(doc, start, end, label=layer, kb_id=name) for start, end, name in _mentions(analysis, layer)
            ]
        return doc


def _mentions(analysis: Analysis, layer: str) -> Iterable[tuple[int, int, str]]:
    if layer == "regions":
        return ((m.mention.start, m.mention.end, m.region.key) for m in analysis.regions)
    if layer == "agencies":
        return ((m.mention.start, m.mention.end, m.name) for m in analysis.agencies)
    if layer == "initiatives":
        return ((m.mention.start, m.mention.end, m.name) for m in analysis.initiatives)
    return ((m.start, m.end, p.number or p.title or "") for p in analysis.policies for m in p.mentions)


def _register(step: Step) -> None:
    requires, assigns = ([f"doc._.{layer}" for layer in layers] for layers in (step.reads, (step.writes,)))

    @Language.factory(step.name, requires=requires, assigns=assigns)
    def _create(nlp: Language, name: str) -> Component:
        return Component(step)


for _step in STEPS:
    _register(_step)


@Language.factory("reform_spans", requires=[f"doc._.{layer}" for layer in SPANS], assigns=["doc.spans"])
def create_span_groups(nlp: Language, name: str) -> SpanGroups:
    """The factory of ``SpanGroups``."""
    return SpanGroups()


def build_pipeline() -> Language:
    """A spaCy pipeline of all steps over single characters; give it a Doc whose ``_.analysis`` is set."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "reformkg.characters.v1"}}})
    for name in (*(step.name for step in STEPS), "reform_spans"):
        nlp.add_pipe(name)
    nlp.max_length = 100_000_000
    return nlp
