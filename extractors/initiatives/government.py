"""Whether a document is wholly about government, so that all of its figures and local names are of reforms."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.found import InitiativeMention
from ontology.rules import Rule

# Mentions of known initiatives in a thousand characters: of 464 governments' work reports, which speak of every field,
# all but one have 0.1 to 3.7; yearly reports on administrative reform have 18 and more.
_IN_A_THOUSAND = 5
# Local names do not count: what is one depends on this very question.
_LOCAL = frozenset({
    Rule.INITIATIVE_BUILT, Rule.INITIATIVE_INTRODUCED, Rule.INITIATIVE_NUMBERED, Rule.INITIATIVE_PLACE,
    Rule.INITIATIVE_QUOTED,
})  # fmt: skip


def is_about_government(mentions: Iterable[InitiativeMention], text: str) -> bool:
    """Whether ``text``, which has these ``mentions`` of initiatives, is wholly about government."""
    return is_dense(sum(mention.mention.rule not in _LOCAL for mention in mentions), text)


def is_dense(known: int, text: str) -> bool:
    """Whether so many mentions of known initiatives make a text wholly about government."""
    return known * 1000 >= _IN_A_THOUSAND * len(text)
