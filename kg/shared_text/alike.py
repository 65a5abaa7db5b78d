"""Pairs of sentences of different places that are the same or much alike, common phrases left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import networkx as nx

from kg.shared_text.sentences import COMMON, Sentence

BANDS, ROWS = 25, 5
"""Of MinHash: two sentences with a share of 0.7 of their shingles in common are found with a chance of 0.99."""


class Pair(NamedTuple):
    """Two sentences and the share of their shingles that they have in common (Jaccard)."""

    one: Sentence
    other: Sentence
    similarity: float


class Found(NamedTuple):
    """The pairs, and how many different sentences were common phrases."""

    pairs: list[Pair]
    common: int


def first_said(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Each sentence where its place says it first: what is said again every year is told once."""
    earliest: dict[tuple[str, str], Sentence] = {}
    for sentence in sentences:
        key = sentence.origin.place, sentence.words
        if key not in earliest or _when(sentence) < _when(earliest[key]):
            earliest[key] = sentence
    return list(earliest.values())


def equal_pairs(sentences: Sequence[Sentence]) -> Found:
    """Pairs of equal sentences of different places."""
    groups: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        groups[sentence.words].append(sentence)
    pairs, common = [], 0
    for group in groups.values():
        places = _places(group)
        if len(places) >= COMMON:
            common += 1
        elif len(places) > 1:
            pairs += [Pair(a, b, 1.0) for a, b in combinations(group, 2) if a.origin.place != b.origin.place]
    return Found(pairs, common)


def similar_pairs(
    sentences: Sequence[Sentence], least: float, advance: Callable[[int, int], None] = lambda _done, _of: None
) -> Found:
    """Pairs of sentences of different places that have at least ``least`` of their shingles in common, equal ones too.

    Candidates are found by MinHash (Broder 1997) and each is compared in full, so that none is told by chance.
    Sentences that are joined by such pairs are wordings of one: where ``COMMON`` places have it, it is a common phrase.

    Args:
        sentences: all of them.
        least: the least share.
        advance: is told how many different sentences were looked at, and how many there are.
    """
    by_words: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_words[sentence.words].append(sentence)
    firsts = [group[0] for group in by_words.values()]
    near: dict[tuple[int, int], float] = {}
    for pair in _candidates(firsts, advance):
        similarity = _jaccard(*(firsts[at].shingles for at in pair))
        if similarity >= least:
            near[pair] = similarity
    groups = list(by_words.values())
    wordings: nx.Graph[int] = nx.Graph(list(near))
    wordings.add_nodes_from(range(len(groups)))
    wide: set[int] = set()
    for joined in nx.connected_components(wordings):
        if len(_places([sentence for at in joined for sentence in groups[at]])) >= COMMON:
            wide |= joined
    kept = [sentence for at, group in enumerate(groups) if at not in wide for sentence in group]
    pairs = list(equal_pairs(kept).pairs)
    for (a, b), similarity in near.items():
        if a not in wide:
            crossed = ((one, other) for one in groups[a] for other in groups[b])
            pairs += [Pair(x, y, similarity) for x, y in crossed if x.origin.place != y.origin.place]
    return Found(pairs, len(wide))


def _candidates(firsts: Sequence[Sentence], advance: Callable[[int, int], None]) -> Iterator[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - it takes a second to load

    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    shingles = ([shingle.encode() for shingle in sorted(sentence.shingles)] for sentence in firsts)
    for at, sketch in enumerate(MinHash.generator(shingles, num_perm=BANDS * ROWS, seed=1)):
        for other in sorted(index.query(sketch)):
            yield other, at
        index.insert(at, sketch, check_duplication=False)
        advance(at + 1, len(firsts))


def _jaccard(a: Collection[str], b: Collection[str]) -> float:
    shared = len(set(a) & set(b))
    return round(shared / (len(a) + len(b) - shared), 3)


def _when(sentence: Sentence) -> tuple[str, str, int]:
    return sentence.origin.said, sentence.origin.document, sentence.start


def _places(sentences: Sequence[Sentence]) -> set[str]:
    return {sentence.origin.place for sentence in sentences}
