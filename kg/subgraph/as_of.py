"""The graph as it could be known at the end of a year."""

from __future__ import annotations

from kg.assemble.assemble import assemble
from kg.disk import GraphDirectory
from kg.errors import SelectionError
from kg.model import KnowledgeGraph


def known_by(directory: GraphDirectory | None, year: int) -> KnowledgeGraph:
    """The graph of the documents of ``directory`` that were dated up to ``year``.

    Raises:
        SelectionError: when there is no directory, or no such document.
    """
    if directory is None:
        raise SelectionError("--as-of needs a graph directory (--graph), which keeps the records of its documents")
    assembled = assemble(
        directory.documents,
        directory.manifest.extractor,
        year,
        directory.corrections(),
        keep_duplicates=directory.manifest.keep_duplicates,
        texts=directory.texts,
    )
    if not any(True for _ in assembled.elements.nodes("Document")):
        raise SelectionError(f"no document of this graph could be known at the end of {year}")
    return assembled.graph
