"""Who followed whom, as a trace tells it: links that a sentence proves, and what the years make likely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher.elements import Relationship
from kg.tracing.candidates import Tree, make_tree
from kg.tracing.facts import Facts
from kg.tracing.record import make_record, naming_rate
from kg.tracing.source import Source
from kg.tracing.tree import Candidate
from kg.tracing.words import DONE

PROVEN = "SPREAD"
"""From the region that had it to the one that says it has it from there."""
LIKELY = "MAY_HAVE_SPREAD"
"""The same, by years and rates alone."""
MOST_INITIATIVES = 12
"""A page of more initiatives tells of none: the rates of each are drawn anew."""
LANGUAGES = ("zh", "en")
_EVIDENCE = ("LEARNED_FROM", "IMPLEMENTS", "FORWARDS")
_OF_SENTENCE = ("source", "quote", "start", "end", "rule", "confidence", "year")


@dataclass(frozen=True, slots=True)
class Spread:
    """From whom regions have the initiatives of a page.

    Attributes:
        relationships: from origin to destination, one a sentence or a likely origin.
        notes: by initiative and language what they rest on.
    """

    relationships: list[Relationship]
    notes: dict[str, dict[str, list[str]]]


def spread(source: Source, found: Mapping[str, Facts]) -> Spread:
    """The trees of ``kg.tracing`` for at most ``MOST_INITIATIVES`` initiatives, as relationships.

    Args:
        source: the graph.
        found: what it states of each, by key.
    """
    if not 0 < len(found) <= MOST_INITIATIVES:
        return Spread([], {})
    sentences = {edge.key: edge for edge in source.relationships(*_EVIDENCE)}
    made: list[Relationship] = []
    notes: dict[str, dict[str, list[str]]] = {}
    for key, facts in found.items():
        tree = _tree(source, facts)
        made += _relationships(key, tree.candidates, sentences)
        notes[key] = {lang: [note.text(lang) for note in tree.notes] for lang in LANGUAGES}
    return Spread(made, notes)


def _tree(source: Source, facts: Facts) -> Tree:
    everyone = make_record(facts, DONE)
    is_shown = facts.are_shown(None)
    rate, _ = naming_rate(everyone.values())
    return make_tree(source, facts, [row for key, row in everyone.items() if is_shown(key)], everyone, rate)


def _relationships(
    initiative: str, candidates: Sequence[Candidate], sentences: Mapping[str, Relationship]
) -> Iterator[Relationship]:
    for one in candidates:
        shared: dict[str, Any] = {"initiative": initiative, "relation": one.relation, "lag": one.lag}
        if one.probability is not None:
            shared["probability"] = round(one.probability, 2)
        ends = f"{initiative}/{one.origin}/{one.destination}"
        for kind, keys in ((PROVEN, one.evidence), (LIKELY, () if one.proven else ("",))):
            for key in keys:
                told = sentences[key].properties if key else {}
                properties = {name: told[name] for name in _OF_SENTENCE if told.get(name) is not None} | shared
                own = f"{kind}/{ends}/{key}"
                # The key of the sentence is the one that ``reformkg why`` knows.
                properties |= {"statement": key} if key else {}
                yield Relationship(own, kind, one.origin, one.destination, {"key": own, **properties})
