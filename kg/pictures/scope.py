"""Which regions a trace was asked for: those on top of what it shows."""

from __future__ import annotations

from collections.abc import Collection

from kg.pictures.words import Words
from kg.tracing.background import Superiors
from kg.tracing.trace import Trace

_FEW = 3  # that are named


def top_regions(shown: Collection[str] | None, superiors: Superiors) -> list[str]:
    """The keys of ``shown`` that lie below none of the others."""
    return [key for key in sorted(shown or ()) if superiors.of(key, None) not in (shown or ())]


def scope(trace: Trace, words: Words) -> str:
    """The regions that the page shows, in words; empty for all of the graph."""
    facts = trace.facts
    if facts.shown is None and len(trace.rows) == len(trace.everyone):
        return ""
    tops = top_regions(facts.shown, facts.superiors)
    if 0 < len(tops) <= _FEW:
        return words.joined(str(facts.regions[key].properties["name"]) for key in tops)
    return words.say("scope_some")
