"""How likely an adoption is right, by a judge over what stands before the verdict: its rules, its place, its words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.analysis import Analysis
from extractors.found import Adoption, InitiativeMention
from extractors.text.folding import fold
from ontology.rules import Rule

TASK = "adoption"
_SHORT, _LONG = 20, 120  # characters of a quote
_CROWDED = 3  # statements in one quote
_OF_WORDS = 4  # characters of a name up to which it may be ordinary words


@dataclass(frozen=True, slots=True)
class Stated:
    """What a statement's features are made of.

    Attributes:
        mention: the rule that read the initiative's name in it.
        rule: that of the adoption.
        status: how far it is.
        document: the document's kind.
        section: the kind of its section.
        name: characters of the name as the text has it.
        quote: characters of its quote.
        crowd: statements with the same quote, itself included.
        heading: whether the quote is a heading.
        title: whether the document's title holds the name.
    """

    mention: str
    rule: str
    status: str
    document: str | None
    section: str | None
    name: int
    quote: int
    crowd: int
    heading: bool
    title: bool

    def features(self) -> Iterator[str]:
        """The names of the features that hold."""
        yield f"name read by {self.mention}"
        yield f"stated by {self.rule}"
        yield f"status {self.status}"
        yield f"document: {self.document or 'kind not known'}"
        if self.section:
            yield f"section: {self.section}"
        if self.name <= _OF_WORDS:
            yield "short name"
        if self.quote < _SHORT or self.quote > _LONG:
            yield f"{'short' if self.quote < _SHORT else 'long'} quote"
        if self.crowd >= _CROWDED:
            yield "one of many in its quote"
        if self.heading:
            yield "quote is a heading"
        if self.title:
            yield "name stands in the title"


def with_confidence(analysis: Analysis, adoptions: Sequence[Adoption]) -> list[Adoption]:
    """``adoptions``, each with its features that have a weight and how likely it is right."""
    judge = analysis.judges[TASK]
    return [
        replace(adoption, **judge.verdict(features))
        for adoption, features in zip(adoptions, features_of(analysis, adoptions), strict=True)
    ]


def features_of(analysis: Analysis, adoptions: Sequence[Adoption]) -> list[frozenset[str]]:
    """The names of the features that hold for each of ``adoptions``."""
    crowds = Counter((adoption.start, adoption.end) for adoption in adoptions)
    title = fold(analysis.head.title or "")
    return [
        frozenset(_stated(analysis, adoption, crowds[adoption.start, adoption.end], title).features())
        for adoption in adoptions
    ]


def _stated(analysis: Analysis, adoption: Adoption, crowd: int, title: str) -> Stated:
    mention = _mention(analysis, adoption)
    surface = analysis.text[mention.mention.start : mention.mention.end] if mention else ""
    section = analysis.structure.section_at(adoption.start)
    return Stated(
        mention=mention.mention.rule if mention else Rule.INITIATIVE_IMPLIED,
        rule=adoption.rule,
        status=adoption.status,
        document=analysis.head.kind,
        section=section.kind,
        name=len(fold(surface)),
        quote=adoption.end - adoption.start,
        crowd=crowd,
        heading=bool(section.title) and section.start <= adoption.start < section.body + len(section.title),
        title=bool(surface) and fold(surface) in title,
    )


def _mention(analysis: Analysis, adoption: Adoption) -> InitiativeMention | None:
    first = bisect_left(analysis.initiatives, adoption.start, key=lambda mention: mention.mention.start)
    for mention in analysis.initiatives[first:]:
        if mention.mention.start >= adoption.end:
            return None
        if mention.name == adoption.initiative:
            return mention
    return None
