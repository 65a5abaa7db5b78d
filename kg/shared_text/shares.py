"""Which documents of different regions share text: the tables, and the sentences that say what they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from cypher.results import Result
from kg.disk import GraphDirectory
from kg.shared_text.alike import Found, Pair, equal_pairs, first_said, similar_pairs
from kg.shared_text.origins import read_origins
from kg.shared_text.sentences import COMMON, SHORTEST, Counts, Origin, Sentence, sentences_of
from kg.tables import Tables
from kg.tracing.notes import Note
from kg.tracing.source import Source

_WHO = (
    "region", "code", "said", "document", "order", "other_region", "other_code", "other_said", "other_document",
)  # fmt: skip
PAIRS = (*_WHO, "relation", "sentences", "equal", "source", "other_source")
SENTENCES = (*_WHO, "similarity", "sentence", "other_sentence", "source", "start", "other_source", "other_start")
EARLIER, OPEN = "earlier", "open"
"""The first of a pair was said earlier; or their dates are the same as far as they are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares(Tables):
    """Text that documents of different regions have in common.

    Attributes:
        tables: ``pairs`` of documents and ``sentences``; docs/shares.md describes their columns.
        notes: what they rest on.

    Examples:
        >>> from kg import open_graph
        >>> with open_graph("out/graph") as graph:
        ...     shares = graph.shares(regions=("四川省",))
        >>> set(shares["sentences"].column("order")) <= {"earlier", "open"}
        True
    """

    CALLED: ClassVar[str] = "text in common"
    notes: tuple[Note, ...]


def shares(
    source: Source,
    directory: GraphDirectory,
    *,
    similar: float | None = None,
    initiative: str | None = None,
    regions: Collection[str] = (),
    years: tuple[int, int] | None = None,
    advance: Callable[[int, int], None] | None = None,
) -> Shares:
    """The text that documents of ``source`` have in common.

    Args:
        source: the graph: its documents are compared.
        directory: the graph directory that keeps their texts.
        similar: also sentences of which so large a share of all runs of three characters is the same (0.5 to 1).
        initiative: only sentences that name it.
        regions: names or codes: one of each two documents is of one of them, or of what belongs to them.
        years: the first and the last year that the documents are on.
        advance: is told how many steps are done and how many there are.

    Raises:
        SelectionError: for an unknown name.
    """
    known = read_origins(source, initiative, regions, years)
    counts, parts = Counts(), directory.part_paths()
    found: list[Sentence] = []
    tell = advance or (lambda _done, _of: None)
    halves = 1 if similar is None else 2  # of the work: reading, and finding what is alike
    for at, path in enumerate(parts, 1):
        found += sentences_of(path, known.origins, known.initiative, counts)
        tell(at, len(parts) * halves)
    found.sort(key=lambda sentence: (sentence.origin.document, sentence.start))
    found = first_said(found)
    if similar is None:
        alike = equal_pairs(found)
    else:
        alike = similar_pairs(found, similar, lambda done, of: tell(of + done, 2 * of))
    pairs = [_in_order(pair) for pair in alike.pairs]
    kept = [pair for pair in pairs if known.shown is None or {p.origin.region for p in pair[:2]} & known.shown]
    kept.sort(key=lambda pair: (pair.one.origin.said, pair.one.origin.document, pair.other.origin.said,
                                pair.other.origin.document, pair.one.start, pair.other.start))  # fmt: skip
    tables = {
        "pairs": Result(PAIRS, tuple(_document_rows(kept, known.relation))),
        "sentences": Result(SENTENCES, tuple(_sentence_rows(kept))),
    }
    return Shares(tables=tables, notes=tuple(_notes(counts, alike, kept, similar)))


def order_of(one: Origin, other: Origin) -> int:
    """-1 where ``one`` was said earlier, 1 where ``other`` was, 0 where their dates do not tell.

    A day and a year are compared as years: what is dated 2020-03-01 and what is dated 2020 may be of any order.
    """
    known = min(len(one.said), len(other.said))
    a, b = one.said[:known], other.said[:known]
    return (a > b) - (a < b)


def _in_order(pair: Pair) -> Pair:
    turned = order_of(pair.one.origin, pair.other.origin) or (
        1 if pair.one.origin.document > pair.other.origin.document else -1
    )
    return pair if turned < 0 else Pair(pair.other, pair.one, pair.similarity)


def _who(one: Origin, other: Origin) -> tuple[Any, ...]:
    order = EARLIER if order_of(one, other) else OPEN
    return (
        one.region_name, one.code, one.said, one.name, order, other.region_name, other.code, other.said, other.name,
    )  # fmt: skip


def _document_rows(pairs: Collection[Pair], relation: Callable[[Origin, Origin], str]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``PAIRS``, those with most sentences in common first; ``equal``: how many of them are the same."""
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.one.origin.document, pair.other.origin.document].append(pair)
    for keys, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        one, other = group[0].one.origin, group[0].other.origin
        equal = sum(1 for pair in group if pair.one.words == pair.other.words)
        yield (*_who(one, other), relation(one, other), len(group), equal, *keys)


def _sentence_rows(pairs: Collection[Pair]) -> Iterator[tuple[Any, ...]]:
    """Rows under ``SENTENCES``, by date of the earlier one."""
    for one, other, similarity in pairs:
        where = one.origin.document, one.start, other.origin.document, other.start
        yield (*_who(one.origin, other.origin), similarity, one.text, other.text, *where)


def _notes(counts: Counts, found: Found, kept: Collection[Pair], similar: float | None) -> Iterator[Note]:
    yield Note("compared", {"documents": len(counts.seen), "sentences": counts.sentences})
    yield Note("left_out", {"short": counts.short, "least": SHORTEST, "common": found.common, "places": COMMON})
    if similar is None:
        yield Note("equal_only")
    else:
        yield Note("similar_too", {"least": similar})
    if kept:
        open_ = sum(1 for pair in kept if order_of(pair.one.origin, pair.other.origin) == 0)
        yield Note("who_earlier", {"n": len(kept), "open": open_})
    else:
        yield Note("nothing_shared")
