"""Names without quotation marks: those that a noun ends (…核查机制), and those that a verb or a list leads to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from extractors.initiatives.beginnings import beginning
from extractors.initiatives.candidates import Candidate
from extractors.initiatives.words import Chain, Words
from extractors.text.marks import HAN, PHRASE_MARKS, QUOTES
from ontology.name_words import name_words

_PHRASE = re.compile(rf"[^{PHRASE_MARKS}{QUOTES}《》（）()\s…—]{{4,}}")
_SHORTEST, _LONGEST = 3, 30
_SHORTEST_BARE, _LONGEST_BARE = 4, 12
_LONGEST_REST = 3  # characters behind a noun that are still of the name: 窗口值守
_FURTHEST = 200  # characters before the end of a name beyond which nothing that leads to it is looked for
_LEAST_OWN = 2  # characters of a name beside nouns and light words
_BARE = re.compile(rf"[{HAN}A-Za-z0-9+＋·]+")
_BUILDING = "建设"


class _Item(NamedTuple):
    """A part of a phrase that holds one name at most: its chains of nouns, and whether others stand before it."""

    start: int
    end: int
    chains: Sequence[Chain]
    listed: bool


def headed_candidates(words: Words) -> Iterator[Candidate]:
    """All candidates of a text that stand in no quotation marks, at most one an item of a phrase."""
    text = words.text
    for phrase in _PHRASE.finditer(text):
        low, high = phrase.span()
        several = text.find("等", low, high) >= 0
        shared = name_words().shared_noun.search(text, low, high) if several else None
        verb = ""  # that of the first item counts for those behind it: 抓好甲制度、乙制度
        for item in _items(words, low, high):
            shares = shared is not None and item.start < shared.start()
            if shared and shares:
                item = _up_to(item, shared.start())
            found = _candidate(words, item, listed=item.listed or bool(shared), shares=shares)
            if found:
                verb = found.verb or verb * item.listed
                if shared and shares:
                    found = found._replace(form="headed", shared=shared["nouns"])
                yield found if found.verb == verb else found._replace(verb=verb)


def _items(words: Words, low: int, high: int) -> Iterator[_Item]:
    """The items of a phrase that may hold a name: they end at the marks of a list, and at a joining behind a noun."""
    text, chains, count = words.text, words.chains, len(words.chains)
    start, end = low, text.find("、", low, high)
    first = index = bisect_left(words.chain_starts, low)
    listed = False
    while True:
        stop = high if end < 0 else end
        while index < count and chains[index].end <= stop:
            chain = chains[index]
            index += 1
            if chain.joint and chain.joint < stop - 1 and chain.end > start:
                yield _Item(start, chain.end, chains[first:index], listed)
                start, first = chain.joint, index
        if stop - start >= _SHORTEST:
            yield _Item(start, stop, chains[first:index], listed)
        if end < 0:
            return
        listed, first, start, end = True, index, end + 1, text.find("、", end + 1, high)


def _up_to(item: _Item, end: int) -> _Item:
    """``item`` where it ends at ``end`` at the latest."""
    return item._replace(end=min(item.end, end), chains=[chain for chain in item.chains if chain.end <= end])


def _candidate(words: Words, item: _Item, *, listed: bool, shares: bool) -> Candidate | None:
    """The name in ``item``: ``listed`` among others; where it ``shares`` a noun with them, all of it is the name."""
    chains = item.chains
    if chains and not (shares and 0 < item.end - chains[-1].end <= _LONGEST_REST):
        nouns = chains[0] if len(chains) == 1 else next((c for c in chains[:-1] if c.ends), chains[-1])
        return _headed(words, item, _without_building(words.text, nouns))
    return _bare(words, item, listed)


def _headed(words: Words, item: _Item, nouns: Chain) -> Candidate | None:
    """The name that ``nouns`` end."""
    text, (low, stop, *_), end = words.text, item, nouns.end
    start, verb = beginning(words, max(low, end - _FURTHEST), end)
    if not _SHORTEST <= end - start <= _LONGEST:
        return None
    name, noun = text[start:end], text[nouns.start : end]
    if _says_nothing(name, noun):
        return None
    return Candidate(start, end, name, "headed", (low, stop), verb, noun)


def _bare(words: Words, item: _Item, listed: bool) -> Candidate | None:
    """The name that a verb leads to, or that is ``listed`` among others, without a noun."""
    text, (low, end, *_) = words.text, item
    if end - low < _SHORTEST_BARE:
        return None
    start, verb = beginning(words, max(low, end - _FURTHEST), end)
    if not (verb or listed):
        return None
    others = text.find("等", start, end)
    stop = end if others < 0 else others
    if not _SHORTEST_BARE <= stop - start <= _LONGEST_BARE or not _BARE.fullmatch(text, start, stop):
        return None
    return Candidate(start, stop, text[start:stop], "bare", (low, end), verb)


def _without_building(text: str, nouns: Chain) -> Chain:
    """``nouns`` without a last 建设 that only says that what they name is made: 数字化试验区建设."""
    shorter = nouns.end - len(_BUILDING)
    built = text.startswith(_BUILDING, shorter) and name_words().nouns.fullmatch(text, nouns.start, shorter)
    return nouns._replace(end=shorter) if built else nouns


def _says_nothing(name: str, nouns: str) -> bool:
    """Whether all but the last noun of a name is light words (工作制度, 示范区), so that it is anybody's."""
    return len(name_words().light.sub("", name[: len(name) - _last_noun(nouns)])) < _LEAST_OWN


@lru_cache(maxsize=1 << 12)
def _last_noun(nouns: str) -> int:
    """How many characters the last of ``nouns`` takes."""
    return len(nouns) - list(name_words().noun.finditer(nouns))[-1].start()
