"""Where a name begins in the run of words that it ends: behind the verb that leads to it, and what follows that."""

from __future__ import annotations

import re

from extractors.initiatives.words import Words
from ontology.name_words import name_words

_SHORTEST = 4
_SHORTEST_BEHIND_VERB = 3


def beginning(words: Words, low: int, end: int) -> tuple[int, str]:
    """Where the name that ends at ``end`` begins, at ``low`` at the earliest, and the verb that leads to it.

    The verb is empty where none does. A name is no shorter than four characters, so that a verb right before its noun
    is part of it (三年提升行动).
    """
    text = words.text
    start = text.rfind("的", low, max(low, end - 2)) + 1 or low
    verb = ""
    found = words.verb(start, end - _SHORTEST_BEHIND_VERB)
    if found:
        start, verb = found[1], text[found[0] : found[1]]
    told = _set_up(text, start, end) if words.has_actor(start, end) else None
    if told:
        start, verb = told.end(), told[0]
    while opening := _opening(words, start, end):
        start = opening.end()
        if opening.re is not name_words().levels and opening.re is not name_words().preposition:
            verb = opening[0] if opening.re is name_words().verb else verb or opening[0]
    return start, verb


def _set_up(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb of setting up behind the last word of a body that is to do it: 有关部门应当建立…制度."""
    words = name_words()
    actors = [match.end() for match in words.actor.finditer(text, start, end)]
    verbs = words.setting_up.finditer(text, actors[-1], end) if actors else iter(())
    return next((match for match in verbs if end - match.end() >= _SHORTEST), None)


def _opening(words: Words, start: int, end: int) -> re.Match[str] | None:
    """What opens the run at ``start`` and no name: a preposition, verbs and adverbs, a joined verb, levels."""
    known, text = name_words(), words.text
    if not known.opening.match(text, start, end):  # most runs begin with a name's own words
        return _joined(words, start, end)
    match = known.preposition.match(text, start, end)
    if match and end - match.end() >= _SHORTEST:
        return match
    match = known.opener.match(text, start, end)
    if match and end - match.end() >= _SHORTEST_BEHIND_VERB:
        return match
    if joined := _joined(words, start, end):
        return joined
    match = known.levels.match(text, start, end)
    return match if match and match.end() > start and end - match.end() >= _SHORTEST else None


def _joined(words: Words, start: int, end: int) -> re.Match[str] | None:
    """The last verb that something joins to what stands before it, if it leaves a name."""
    if not words.has_joined_verb(start, end):
        return None
    text, joined = words.text, None
    for joint in name_words().joining.finditer(text, start, end):
        match = name_words().verb.match(text, joint.end(), end)
        joined = match if match and end - match.end() >= _SHORTEST else joined
    return joined
