"""What a judge hears of a figure to decide whether it measures a reform's work: named features, true or not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain

from extractors.analysis import Analysis
from extractors.initiatives.government import is_about_government
from extractors.measurements.figures import Figure
from extractors.measurements.quantities import Quantity
from extractors.measurements.topics import Topics, topics_of
from extractors.text.starts import count_between
from ontology.adoption_cues import adoption_cues
from ontology.figure_words import figure_words
from ontology.measurements import measurement_cues

_MOST = 3  # words of a kind; more say no more
_BEFORE = 30  # characters before a figure in which an initiative is near
_PARTY = 60  # characters before a term in which a regulation names who must keep it
_KINDS = frozenset(("law", "news"))


class Hearing:
    """Names the features of one document's figures."""

    def __init__(self, analysis: Analysis) -> None:
        """Listen to ``analysis``; what it speaks of is found once it is asked for."""
        self._analysis = analysis
        self._mentions = sorted(m.mention.start for m in analysis.initiatives)

    @cached_property
    def _topics(self) -> Topics:
        return Topics(self._analysis.text)

    @cached_property
    def document(self) -> set[str]:
        """What all figures share: kind, title and what it speaks of as a whole; a work report speaks of all fields."""
        analysis, head = self._analysis, self._analysis.head
        title = head.title or ""
        of = figure_words().topics
        told = {f"title: {topic}" for topic in topics_of(title) if of[topic].of == "government"}
        if told:
            told.add("title: government")
        if title.endswith(figure_words().all_fields):
            told = {"title: all fields"}
        if is_about_government(analysis.initiatives, analysis.text):
            told.add("document about government")
        told.add(f"document: government {self._topics.share((0, len(analysis.text)))}")
        return told | ({f"document {head.kind}"} if head.kind in _KINDS else set())

    def features(self, figure: Figure) -> frozenset[str]:
        """The features of ``figure``; their names are the keys of the judge's table."""
        return frozenset([*self.document, *self.of_sentence(figure.sentence), *self.of_figure(figure)])

    def of_figure(self, figure: Figure) -> Iterator[str]:
        """The features of its own, some of which may come twice."""
        quantity = figure.quantity
        return chain(self._of_number(quantity), self._of_words(figure), self._of_surroundings(quantity, figure))

    def of_sentence(self, sentence: tuple[int, int]) -> Iterator[str]:
        """The features that all figures of a sentence share."""
        yield from self._counted("sentence", sentence)
        structure, position = self._analysis.structure, sentence[0]
        section = structure.section_at(position)
        yield from _of_heading(section.title)
        yield f"section: government {self._topics.share((section.start, section.end))}"
        yield f"paragraph: government {self._topics.share(structure.line_at(position))}"

    def _of_number(self, quantity: Quantity) -> Iterator[str]:
        unit = quantity.unit
        yield f"unit {figure_words().unit_class.get(unit, 'other')}"
        if quantity.words:
            yield "number in words"
        if quantity.value >= 10**8:
            yield "value of 亿"
        elif quantity.value < 10:
            yield "value below ten"

    def _of_words(self, place: Figure) -> Iterator[str]:
        for name, span in (("near", place.near), ("phrase", place.phrase)):
            yield from (f"{name}: {topic}" for topic in self._topics.within(span))
            yield from self._counted(name, span)

    def _counted(self, name: str, span: tuple[int, int]) -> tuple[str, str]:
        government, other = self._topics.counts(span)
        unsure = not government and self._topics.has_either(span)
        return _told(name, min(government, _MOST), min(other, _MOST), unsure)

    def _of_surroundings(self, quantity: Quantity, place: Figure) -> Iterator[str]:
        analysis, text = self._analysis, self._analysis.text
        cues = figure_words()
        behind = text[quantity.end : quantity.end + 8].lstrip("以上左右余的“")
        before = text[max(place.phrase[0], quantity.start - 8) : quantity.start]
        if behind.startswith(cues.reform_nouns):
            yield "noun of reform behind"
        if behind.startswith(cues.light_nouns):
            yield "light noun behind"
        if cues.growth.search(text, place.near[0], place.near[1]):
            yield "growth"
        if cues.target.search(text, place.phrase[0], place.phrase[1]):
            yield "target"
        limit = cues.limit.search(text, place.phrase[0], place.phrase[1]) is not None
        term = quantity.unit in measurement_cues().deadlines
        if limit:
            yield "limit"
        if (limit or term) and analysis.head.kind in adoption_cues().policies:
            yield "laid down by a policy"
            yield from self._party(quantity, place)
        if cues.issuing.match(text, quantity.end):
            yield "departments that issue"
        if term and cues.term.match(text, quantity.end):
            yield "term within which"
        if before.endswith(("“", "‘", '"', "《")):
            yield "quote before"
        elif before.endswith(("”", "’")):
            yield "quoted name before"
        if text[quantity.end : quantity.end + 1] in {"”", "’"}:
            yield "quote behind"
        section = analysis.structure.section_at(quantity.start)
        if section.kind:
            yield f"section {section.kind}"
        yield self._initiative(quantity.start, place)

    def _party(self, quantity: Quantity, place: Figure) -> Iterator[str]:
        """Who must do it, by who is named last before the figure, and whether it is done towards an office."""
        text, cues = self._analysis.text, figure_words()
        span = max(place.sentence[0], quantity.start - _PARTY), quantity.start
        body, private = (
            max((match.end() for match in cue.finditer(text, *span)), default=0) for cue in (cues.bodies, cues.private)
        )
        if body or private:
            yield "a body must" if body > private else "a private party must"
        if cues.applies.search(text, quantity.end, min(place.sentence[1], quantity.end + _PARTY)):
            yield "applied for at an office"

    def _initiative(self, position: int, place: Figure) -> str:
        start, end = place.sentence
        if self._mentioned(*place.phrase):
            return "initiative in phrase"
        if self._mentioned(max(start, position - _BEFORE), position):
            return "initiative shortly before"
        if self._mentioned(start, end):
            return "initiative in sentence"
        return (
            "initiative in paragraph" if self._mentioned(*self._analysis.structure.line_at(start)) else "no initiative"
        )

    def _mentioned(self, start: int, end: int) -> bool:
        return count_between(self._mentions, start, end) > 0


@lru_cache(maxsize=1 << 8)
def _told(name: str, government: int, other: int, unsure: bool) -> tuple[str, str]:
    """How many words of a span are of government and of other fields."""
    either = " but of either" if unsure else ""
    return f"{name}: {government} words of government{either}", f"{name}: {other} words of other fields"


@lru_cache(maxsize=1 << 12)
def _of_heading(title: str) -> tuple[str, ...]:
    return tuple(f"heading: {topic}" for topic in sorted(set(topics_of(title))))
