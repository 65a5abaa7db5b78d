"""Names without quotation marks: those that a noun ends (…核查机制), and those that a verb or a list leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.initiatives.beginnings import beginning
from extractors.initiatives.candidates import Candidate
from extractors.text.marks import HAN, PHRASE_MARKS, QUOTES
from ontology.name_words import name_words

_PHRASE = re.compile(rf"[^{PHRASE_MARKS}{QUOTES}《》（）()\s…—]{{4,}}")
_SHORTEST, _LONGEST = 3, 30
_SHORTEST_BARE, _LONGEST_BARE = 4, 12
_LONGEST_REST = 3  # characters behind a noun that are still of the name: 窗口值守
_LEAST_OWN = 2  # characters of a name beside nouns and light words
_BARE = re.compile(rf"[{HAN}A-Za-z0-9+＋]+")


def headed_candidates(text: str) -> Iterator[Candidate]:
    """All candidates of ``text`` that stand in no quotation marks, at most one an item of a phrase."""
    for phrase in _PHRASE.finditer(text):
        run, offset = phrase[0], phrase.start()
        shared: re.Match[str] | None = name_words().shared_noun.search(run) if "等" in run and "、" in run else None
        verb = ""  # that of the first item counts for those behind it: 抓好甲制度、乙制度
        for start, end, listed in _items(run):
            shares = shared is not None and start < shared.start()
            end = min(end, shared.start()) if shared and shares else end
            found = _candidate(run[start:end], offset + start, listed or bool(shared), shares)
            if found:
                verb = found.verb or verb * listed
                if shared and shares:
                    found = found._replace(form="headed", shared=shared["nouns"])
                yield found if found.verb == verb else found._replace(verb=verb)


def _items(run: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each item of a phrase, and whether others stand before it.

    Items end at the marks of a list, and at a joining behind a noun.
    """
    words = name_words()
    start, end = 0, run.find("、")
    later = False
    while True:
        stop = len(run) if end < 0 else end
        for nouns in words.nouns.finditer(run, start, stop):
            joining = words.joining.match(run, nouns.end())
            if joining and joining.end() < stop - 1 and nouns.end() > start:
                yield start, nouns.end(), later
                start = joining.end()
        yield start, stop, later
        if end < 0:
            return
        later, start, end = True, end + 1, run.find("、", end + 1)


def _candidate(item: str, offset: int, listed: bool, shares: bool) -> Candidate | None:
    """The name in ``item``, which begins at ``offset`` of the text.

    ``listed`` where others stand before it; where it ``shares`` a noun with them, all of it is the name.
    """
    around = (offset, offset + len(item))
    chains = list(name_words().nouns.finditer(item))
    if chains and not (shares and 0 < len(item) - chains[-1].end() <= _LONGEST_REST):
        nouns = next((chain for chain in chains[:-1] if _ends(item, chain.end())), chains[-1])
        start, verb = beginning(item, nouns.end())
        name = item[start : nouns.end()]
        if not _SHORTEST <= len(name) <= _LONGEST or _says_nothing(name, nouns[0]):
            return None
        return Candidate(offset + start, offset + nouns.end(), name, "headed", around, verb, nouns[0])
    start, verb = beginning(item, len(item))
    name = item[start:].split("等", maxsplit=1)[0]
    if not (verb or listed) or not _SHORTEST_BARE <= len(name) <= _LONGEST_BARE or not _BARE.fullmatch(name):
        return None
    return Candidate(offset + start, offset + start + len(name), name, "bare", around, verb)


def _says_nothing(name: str, nouns: str) -> bool:
    """Whether all but the last noun of a name is light words (工作制度, 示范区), so that it is anybody's."""
    words = name_words()
    last = list(words.noun.finditer(nouns))[-1]
    return len(words.light.sub("", name[: len(name) - len(nouns) + last.start()])) < _LEAST_OWN


def _ends(item: str, position: int) -> bool:
    """Whether what follows a noun ends its name: 等, 的 or a verb."""
    return item.startswith(("等", "的"), position) or bool(name_words().verb.match(item, position))
