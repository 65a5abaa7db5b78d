"""The merge: all documents in two passes, first to see what they name, then to take in what they state."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from cypher.elements import Node
from kg import keys
from kg.assemble.background import take_background
from kg.assemble.claims import take_claims
from kg.assemble.context import DocumentContext, Known
from kg.assemble.copies import Sketches, Texts, copies
from kg.assemble.head import take_head
from kg.assemble.mentions import take_mentions
from kg.assemble.sink import Sink
from kg.assemble.survey import Survey, launch_reference, survey
from kg.assemble.years import settle_years
from kg.corrections.apply import Corrector
from kg.corrections.corrections import NONE, TEXT_DIGITS, Corrections
from kg.corrections.outcome import Outcome, entity_outcomes
from kg.disk.parts import SourceDocument
from kg.model import Elements, KnowledgeGraph
from kg.resolve.conflicts import Conflict
from kg.resolve.numbers import issuer_told
from kg.resolve.policies import PolicyIndex
from kg.resolve.regions import RegionResolver
from ontology.contents import TOLD, contents
from ontology.initiatives import initiative_table
from ontology.regions import region_table
from ontology.schema import ontology_files, schema


@dataclass(frozen=True)
class Assembled:
    """All of a graph, the contradictions found while it was put together, and what became of each correction."""

    elements: Elements
    conflicts: tuple[Conflict, ...]
    corrected: tuple[Outcome, ...] = ()

    @cached_property
    def graph(self) -> KnowledgeGraph:
        """The graph itself, for those who ask more of it than to be written."""
        return KnowledgeGraph(self.elements.nodes(), self.elements.relationships())


def assemble(
    documents: Callable[[], Iterable[SourceDocument]],
    extractor: str,
    horizon: int | None = None,
    corrections: Corrections = NONE,
    *,
    keep_duplicates: bool = False,
    texts: Texts | None = None,
) -> Assembled:
    """The graph of ``documents``, which is called two or three times and may give them in any order.

    Args:
        documents: gives an iterator over all documents; those that could not be read are passed over.
        extractor: version of the extractors, for the ``Graph`` node.
        horizon: what could be known at the end of this year: documents dated up to it (undated: the year after the
            one they report on) and statements of years up to it. None: everything.
        corrections: an analyst's, which have the last word.
        keep_duplicates: whether documents that say the same in texts that are not equal count each by itself.
        texts: the texts of some of ``documents`` (None: those are asked), where they are to be had for less.

    Returns:
        The same graph for the same set of documents.
    """
    corrector = Corrector(corrections)

    def known_by_then() -> Iterator[SourceDocument]:
        return (document for document in map(corrector.apply, documents()) if known_at(document, horizon))

    def texts_of(wanted: Collection[str]) -> Iterator[tuple[str, str]]:
        return ((told, each.text) for each in documents() if (told := each.record.text_sha256) and told in wanted)

    seen = _surveyed(known_by_then, texts or texts_of, corrections, keep_duplicates)
    launches = [launch_reference(row.launched) for row in initiative_table() if row.launched]
    policies = PolicyIndex([*seen.references, *launches], issuer_told, corrections)
    known = Known(Sink(), RegionResolver(region_table(), horizon), policies, initiative_table(), corrections)
    for document in known_by_then():
        text = document.record.text_sha256
        if text is not None and seen.stands(document):
            settled = settle_years(document.record)
            context = DocumentContext(known, keys.document_key(text), settled.record, document.text)
            known.sink.conflicts.update(settled.conflicts(context.key))
            take_head(context, seen.paths[text], seen.copies.get(text, []))
            take_mentions(context)
            take_claims(context)
    take_background(known)
    elements = Elements(known.sink.nodes(), known.sink.relationships())
    elements.add_node(_graph_node(elements, extractor))
    conflicts = tuple(sorted({*known.sink.conflicts, *known.sink.contested(), *_of_survey(seen, known)}))
    outcomes = (*corrector.outcomes(), *entity_outcomes(corrections, known.corrected | policies.corrected))
    return Assembled(elements, conflicts, tuple(sorted(outcomes, key=lambda outcome: outcome.line)))


def _surveyed(
    documents: Callable[[], Iterable[SourceDocument]], texts: Texts, corrections: Corrections, keep_duplicates: bool
) -> Survey:
    """What is known of all documents, copies joined."""
    if keep_duplicates:
        return survey(documents())
    sketches, corrected = Sketches(), corrections.by_text
    seen = survey(documents(), sketches, corrected)
    kept = [text for text in seen.faces if text[:TEXT_DIGITS] in corrected]
    seen.join(copies(seen.faces.values(), sketches.alike(), texts, kept))
    return seen


def known_at(document: SourceDocument, horizon: int | None) -> bool:
    """Whether ``document`` could be known at the end of ``horizon``; one without date and year could not."""
    if horizon is None:
        return True
    head = document.record.document
    if head.date:
        return int(head.date[:4]) <= horizon
    if head.year is None:
        return False
    return head.year + (0 if head.kind in schema().policy_kinds else 1) <= horizon


@cache
def ontology_hash(files: tuple[Path, ...] = ()) -> str:
    """Hex blake2b over what data files hold, by default all of the ontology's.

    A comment makes no other ontology, nor does a Chinese word of ``schema.yaml`` or the sentence of a cue: no graph
    holds them. The English name of an initiative stands in the graph and counts.
    """
    state = hashlib.blake2b(digest_size=8)
    for path in files or ontology_files():
        state.update(path.name.encode("utf-8") + b"\0" + contents(path, TOLD) + b"\0")
    return state.hexdigest()


def _graph_node(elements: Elements, extractor: str) -> Node:
    properties = {
        "key": keys.GRAPH,
        "name": "reformkg",
        "hash": elements.content_hash(),
        "schema": schema().version,
        "extractor": extractor,
        "ontology": ontology_hash(),
        "documents": sum(1 for _ in elements.nodes("Document")),
    }
    return Node(keys.GRAPH, "Graph", properties)


def _of_survey(seen: Survey, known: Known) -> Iterator[Conflict]:
    for text, regions in seen.regions.items():
        if len(regions) > 1:
            key = keys.document_key(text)
            files = sorted(file for named in regions.values() for file in named)
            yield Conflict("document.region", key, tuple(sorted(regions)), tuple(files))
    for key, found in known.policies.titles_of_several_numbers():
        yield Conflict("policy.number", key, tuple(found), ())
