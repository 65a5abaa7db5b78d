"""From a file to the quotes of its relationships: the width of a page cuts none of them."""

from __future__ import annotations

from extractors.pipeline import Extractor
from kg.assemble.assemble import assemble
from kg.disk.parts import SourceDocument
from tests.kg.test_sentences import PROSE, WRAPPED


def quotes(text: str, kind: str) -> dict[str, str]:
    """The quotes of a document's relationships of one type, without line ends, by the key of what they lead to."""
    file = "遂宁市_2018.txt"
    record, read = Extractor().record_and_text(text.encode(), file)
    graph = assemble(lambda: [SourceDocument(file, record, read)], "test").graph
    return {edge.end: edge.properties["quote"].replace("\n", "") for edge in graph.relationships(kind)}


def test_an_initiative_is_shown_in_its_whole_clause() -> None:
    wrapped, whole = quotes(WRAPPED, "CONCERNS"), quotes(PROSE, "CONCERNS")
    assert wrapped["initiative/一网通办"].startswith("2018年，全市坚持便民利企")
    assert wrapped == {initiative: whole[initiative] for initiative in wrapped}
