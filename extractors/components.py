"""The extractors as spaCy components: each a named factory, in the order in which a document passes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from extractors.analysis import Analysis

# Component → the module whose ``extract(analysis)`` fills its layer. The order is the order of the pipeline.
EXTRACTORS = {
    "reform_dates": "extractors.times.dates",
    "reform_head": "extractors.head.extract",
    "reform_regions": "extractors.regions.extract",
    "reform_agencies": "extractors.agencies.extract",
    "reform_issuer": "extractors.head.issuer",
    "reform_agencies_again": "extractors.agencies.settled",
    "reform_policies": "extractors.policies.extract",
    "reform_initiatives": "extractors.initiatives.extract",
    "reform_measurements": "extractors.measurements.extract",
    "reform_events": "extractors.events",
    "reform_adoptions": "extractors.adoptions.extract",
}
LAYERS = ("regions", "agencies", "policies", "initiatives")


class CharacterTokenizer:
    """One token a character, blanks and line ends included: a token's index is its offset, and every span aligns."""

    def __init__(self, vocab: Vocab) -> None:
        """Tokenize with ``vocab``."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """``text`` as a Doc of single characters."""
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))

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


if not Doc.has_extension("analysis"):
    Doc.set_extension("analysis", default=None)


class Component:
    """A spaCy component around one extractor."""

    def __init__(self, extract: Callable[[Analysis], None]) -> None:
        """Wrap ``extract``, which fills its layer of the analysis in place."""
        self.extract = extract

    def __call__(self, doc: Doc) -> Doc:
        """Run the extractor on ``doc._.analysis``."""
        self.extract(doc._.analysis)
        return doc


class SpanGroups:
    """The last component: the layers' mentions as ``doc.spans``, the canonical id in ``kb_id_``."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill ``doc.spans``."""
        analysis: Analysis = doc._.analysis
        for layer in LAYERS:
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


def _register(name: str, module: str) -> None:
    @Language.factory(name)
    def _create(nlp: Language, name: str) -> Component:
        return Component(import_module(module).extract)


for _name, _module in EXTRACTORS.items():
    _register(_name, _module)


@Language.factory("reform_spans")
def create_span_groups(nlp: Language, name: str) -> SpanGroups:
    """The factory of ``SpanGroups``."""
    return SpanGroups()
