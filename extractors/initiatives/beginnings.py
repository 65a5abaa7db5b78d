"""Where a name begins in the run of words that it ends: behind the verb that leads to it, and what follows that."""

from __future__ import annotations

import re

from ontology.name_words import name_words

_SHORTEST = 4
_SHORTEST_BEHIND_VERB = 3


def beginning(run: str, end: int) -> tuple[int, str]:
    """Where the name that ends at ``end`` of ``run`` begins, and the verb that leads to it (empty where none does).

    A name is no shorter than four characters, so that a verb right before its noun is part of it (三年提升行动).
    """
    words = name_words()
    start = run.rfind("的", 0, end - 2) + 1
    verb = ""
    for match in words.verb.finditer(run, start, end):
        if end - match.end() >= _SHORTEST_BEHIND_VERB:
            start, verb = match.end(), match[0]
            break
    told = _set_up(run, start, end)
    if told:
        start, verb = told.end(), told[0]
    while opening := _opening(run, start, end):
        start = opening.end()
        if opening.re is not words.levels and opening.re is not words.preposition:
            verb = opening[0] if opening.re is words.verb else verb or opening[0]
    return start, verb


def _set_up(run: str, start: int, end: int) -> re.Match[str] | None:
    """The verb of setting up behind the last word of a body that is to do it: 有关部门应当建立…制度."""
    words = name_words()
    actors = [match.end() for match in words.actor.finditer(run, start, end)]
    verbs = words.setting_up.finditer(run, actors[-1], end) if actors else iter(())
    return next((match for match in verbs if end - match.end() >= _SHORTEST), None)


def _opening(run: str, start: int, end: int) -> re.Match[str] | None:
    """What opens the run at ``start`` and no name: a preposition, verbs and adverbs, a joined verb, levels."""
    words = name_words()
    match = words.preposition.match(run, start, end)
    if match and end - match.end() >= _SHORTEST:
        return match
    match = words.opener.match(run, start, end)
    if match and end - match.end() >= _SHORTEST_BEHIND_VERB:
        return match
    joined = None
    for joint in words.joining.finditer(run, start, end):
        match = words.verb.match(run, joint.end(), end)
        joined = match if match and end - match.end() >= _SHORTEST else joined
    if joined:
        return joined
    match = words.levels.match(run, start, end)
    return match if match and match.end() > start and end - match.end() >= _SHORTEST else None
