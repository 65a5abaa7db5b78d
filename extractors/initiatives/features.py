"""What speaks for and against a candidate's being the name of a local initiative, as named features for the judge."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from extractors.analysis import Analysis
from extractors.initiatives.candidates import PART, Candidate, Known, rest_beside
from extractors.initiatives.found import Found
from extractors.initiatives.government import is_dense
from extractors.initiatives.place_brands import own_letters, own_names
from extractors.initiatives.quoted import is_numbered
from extractors.initiatives.shown import is_shown, of_others
from extractors.text.folding import fold
from extractors.text.marks import COMMAS
from extractors.text.numerals import TO_99
from ontology.adoption_cues import adoption_cues
from ontology.government_words import government_scores
from ontology.name_words import name_words
from ontology.new_initiatives import new_initiative_cues
from ontology.no_initiatives import no_initiative_cues
from ontology.widespread_names import widespread_names

_BEFORE, _BEHIND, _AROUND, _CLAUSE, _NEAR = 18, 10, 36, 40, 150
_FOLLOWS = re.compile(
    f"改革|机制|制度|平台|试点|工作|建设|品牌|模式|服务|活动|行动|等|的|取得|(?P<mark>[。；、{COMMAS};])"
)
_LATIN = re.compile("[A-Za-z]")
_ARTICLE = re.compile(f"第[{TO_99}百]+条")
_FIRST = re.compile("率先|全国首|全省首|首创|首个")
_NUMBER = re.compile(rf"[{TO_99}两双多\d]")
FORM_PREFIXES = _QUOTED, _BARE = "quoted: ", "bare: "
SHOWN, SHOWN_ELSEWHERE, OF_OTHERS = "shown by rule", "shown by rule in another field", "told to others"
_SERVICE = re.compile("[办通码易]$")
_OF_TITLE = 2  # pairs of characters that a name shares with the title of a rule whose own matter it is


class Hearing:
    """The document in which candidates are judged: what is asked of each is looked up here, once for all."""

    def __init__(self, analysis: Analysis, known: Known, candidates: Sequence[Candidate]) -> None:
        """Hear ``candidates`` of ``analysis``, in which the initiatives of the list stand at ``known``."""
        self._analysis, self._known = analysis, known
        self._counts = Counter(fold(candidate.name) for candidate in candidates)
        self._places, self._letters = own_names(analysis), own_letters(analysis)
        self._governance = is_dense(len(known), analysis.text)
        rule = analysis.head.kind in adoption_cues().policies
        title = analysis.head.title or ""
        self._matter = _pairs(fold(title)) if rule else frozenset()
        self.of_another_field = bool(self._matter) and not new_initiative_cues().subject.search(title)
        cues, words, text = new_initiative_cues(), name_words(), analysis.text
        self._branded = {c.around for c in candidates if c.form == "quoted" and cues.brand.search(c.inner)}
        self._scores = government_scores(text)
        self._subjects, self._presented = Found(cues.subject, text), Found(cues.presented, text)
        self._pride, self._economy = Found(words.pride, text), Found(words.economy, text)
        self._fields = Found(no_initiative_cues().fields.pattern, text)
        self.document = tuple(self._of_document())

    def is_shown(self, candidate: Candidate) -> bool:
        """Whether the rules alone take ``candidate`` for a name."""
        branded, mentioned = candidate.around in self._branded, self._known.meets(candidate)
        return is_shown(self._analysis, candidate, self._governance, branded, mentioned)

    def is_of_others(self, candidate: Candidate) -> bool:
        """Whether it is only a noun of a rule of another field: the mechanisms that such orders are that field's."""
        own = new_initiative_cues().conduct.search(candidate.name)
        return self.of_another_field and candidate.form in ("headed", "bare") and not own

    def features(self, candidate: Candidate) -> frozenset[str]:
        """The features of ``candidate``, each by itself and together with its form."""
        own = chain(self.of_itself(candidate), self.of_rules(candidate), self.of_surroundings(candidate), self.document)
        found, prefix = {*own}, form_prefix(candidate)
        return frozenset([*found, *[prefix + feature for feature in found], f"form {candidate.form}"])

    def of_itself(self, candidate: Candidate) -> Iterator[str]:
        """The features of the name, and of the verb and the nouns that go with it."""
        own = _of_quoted(candidate) if candidate.form == "quoted" else _of_built(candidate)
        return chain(self._of_name(candidate), own)

    def of_rules(self, candidate: Candidate) -> Iterator[str]:
        """What rules alone say of it."""
        if self.is_shown(candidate):
            foreign = self._fields.any(candidate.start, candidate.end)
            yield SHOWN_ELSEWHERE if foreign else SHOWN
        if candidate.form != "quoted" and of_others(self._analysis, candidate):
            yield OF_OTHERS

    def of_surroundings(self, candidate: Candidate) -> Iterator[str]:
        """The features of the clause, the sentence and the section that it stands in."""
        return chain(self._of_clause(candidate), self._of_place(candidate))

    def _of_document(self) -> Iterator[str]:
        """What it is, and how much of it speaks of government."""
        analysis = self._analysis
        yield f"document {analysis.head.kind}"
        dense = len(self._known) * 1000 / max(300, len(analysis.text))
        yield from _DENSE.of(dense)
        yield from _CHARACTERS.of(len(analysis.text))
        if self._governance:
            yield "about government"
        if self.of_another_field:
            yield "rule of another field"

    def _of_clause(self, candidate: Candidate) -> Iterator[str]:
        """The words around it."""
        text = self._analysis.text
        (start, end), (low, high) = candidate.around, self._analysis.structure.clause_at(candidate.start)
        first, last = candidate.start, candidate.end
        if self._subjects.any(max(low, first - _AROUND), min(high, last + _AROUND)):
            yield "subject around"
        else:
            yield "no subject around"
        if self._presented.any(start - _BEFORE, start):
            yield "presented before"
        if candidate.form != "headed" and self._presented.any(end, end + _BEHIND):
            yield "presented behind"
        if self._pride.any(max(low, first - _BEFORE), first):
            yield "pride before"
        if self._pride.any(last, last + _BEHIND):
            yield "pride behind"
        follows = _FOLLOWS.match(text, last)
        if follows:
            yield "before a mark" if follows["mark"] else f"before {follows[0]}"
        if low < first and text[first - 1] in "的、和":
            yield "behind 的" if text[first - 1] == "的" else "listed"
        sides = ((max(low, start - _CLAUSE), candidate.start), (candidate.end, min(high, end + _CLAUSE)))
        yield from _GOVERNMENT_AROUND.of(self._government(*sides))

    def _of_place(self, candidate: Candidate) -> Iterator[str]:
        """Where it stands, and what else stands there."""
        analysis, folded = self._analysis, fold(candidate.name)
        low, high = analysis.structure.sentence_at(candidate.start)
        yield from _ECONOMY.of(self._economy.count(low, high))
        if _FIRST.search(analysis.text, low, high):
            yield "a first in the sentence"
        yield from _KNOWN_HERE.of(self._known.count(low, high))
        yield from _KNOWN_NEAR.of(self._known.count(candidate.start - _NEAR, candidate.end + _NEAR))
        section = analysis.structure.section_at(candidate.start)
        if section.kind:
            yield f"section {section.kind}"
        if section.title and new_initiative_cues().subject.search(section.title):
            yield "heading of government"
        if section.title and name_words().economy.search(section.title):
            yield "heading of the economy"
        if section.title and section.start <= candidate.start < section.body + len(section.title) + 2:
            yield "in a heading"
        if candidate.name in (analysis.head.title or ""):
            yield "in the title"
        if len(_pairs(folded) & self._matter) >= _OF_TITLE:
            yield "shares words with the rule's title"
        line = analysis.structure.line_at(candidate.start)[0]
        if _ARTICLE.search(analysis.text, line, line + 12):
            yield "in an article"
        yield from _TIMES.of(self._counts[folded])
        if any(place in folded for place in self._places):
            yield "own place"
        if folded[:1] and folded[0] in self._letters:
            yield "own letter"

    def _government(self, *spans: tuple[int, int]) -> float:
        """The mean score of the pairs of characters that stand in ``spans``; 0 where there are none."""
        inner = [(low, high - 1) for low, high in spans if high - low > 1]
        pairs = sum(high - low for low, high in inner)
        return sum(self._scores[high] - self._scores[low] for low, high in inner) / pairs if pairs else 0.0

    def _of_name(self, candidate: Candidate) -> Iterator[str]:
        """What the name itself says."""
        start, end, folded = candidate.start, candidate.end, fold(candidate.name)
        yield from _LENGTH.of(len(folded))
        yield from _PROVINCES.of(widespread_names().get(folded, 0))
        if self._subjects.any(start, end):
            yield "subject in the name"
        if self._economy.any(start, end):
            yield "economy in the name"
        if self._fields.any(start, end):
            yield "another field"
        yield from _GOVERNMENT_INSIDE.of(self._government((start, end)))
        rest = rest_beside(candidate.name, self._known.meets(candidate))
        if rest is not None:
            yield "holds a known one"
            yield from _BESIDE.of(len(rest))
            if folded.endswith(PART):
                yield "part of a known one"
        quality = name_words().quality.match(folded)
        if quality and folded.startswith(self._places, quality.end()):
            yield f"place with {quality[0]}"
        if _LATIN.search(folded):
            yield "latin letters"


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


def _of_built(candidate: Candidate) -> Iterator[str]:
    """Verb and noun of a name without quotation marks."""
    yield f"verb {candidate.verb}" if candidate.verb else "no verb"
    if not candidate.noun and not candidate.shared:
        yield "no noun"
    if candidate.noun:
        yield f"nouns {candidate.noun}"
        yield f"noun {_last_noun(candidate.noun)}"
        if len(candidate.name) - len(candidate.noun) < 3:
            yield "hardly more than a noun"
    if candidate.shared:
        yield "shared noun"
        yield f"shared noun {_last_noun(candidate.shared)}"
    if no_initiative_cues().generic.search(candidate.name):
        yield "generic name"


def _of_quoted(candidate: Candidate) -> Iterator[str]:
    """Verb, noun and make of a quoted run."""
    cues, inner, noun = new_initiative_cues(), candidate.inner, candidate.noun
    yield f"verb {candidate.verb}" if candidate.verb else "no verb"
    if no_initiative_cues().slogans.search(fold(inner)):
        yield "slogan"
    if cues.brand.search(inner):
        yield "brand"
    if is_numbered(inner):
        yield "numbers with a noun" if noun else "numbers alone"
    yield "noun behind" if noun else "no noun behind"
    yield from (f"noun {found[0]}" for found in name_words().noun.finditer(noun))
    if noun and cues.telling.search(noun):
        yield "telling noun"
    if noun and cues.campaign.search(noun):
        yield "campaign"
    if noun.startswith("等"):
        yield "noun of several"
    if candidate.lead:
        yield "lead"
    if "、" in inner:
        yield "list"
    if re.search(f"[{COMMAS}]", inner):
        yield "comma"
    if _NUMBER.search(inner):
        yield "number word"
    if re.search("[+＋]", inner):
        yield "plus"
    if _SERVICE.search(inner):
        yield "service"


def form_prefix(candidate: Candidate) -> str:
    """What the features of ``candidate`` go by together with whether it is quoted."""
    return _QUOTED if candidate.form == "quoted" else _BARE


def _last_noun(nouns: str) -> str:
    return str(name_words().noun.findall(nouns)[-1])


class _Steps:
    """Features of a value: ``name`` with each of some marks that it is above."""

    def __init__(self, name: str, *marks: float) -> None:
        """Name the features of ascending ``marks``."""
        self._marks = marks
        self._features = [tuple(f"{name} > {mark}" for mark in marks[:count]) for count in range(len(marks) + 1)]

    def of(self, value: float) -> tuple[str, ...]:
        """Those that hold for ``value``."""
        return self._features[bisect_left(self._marks, value)]


_DENSE = _Steps("known in a thousand", 0, 2, 5, 10)
_CHARACTERS = _Steps("characters", 1500, 4000, 10000)
_GOVERNMENT_AROUND = _Steps("government around", -30, 0, 30, 60, 100)
_GOVERNMENT_INSIDE = _Steps("government in the name", -30, 0, 30, 60, 100)
_ECONOMY = _Steps("economy in the sentence", 0, 2)
_KNOWN_HERE = _Steps("known in the sentence", 0, 1, 2)
_KNOWN_NEAR = _Steps("known near", 0, 2, 4)
_PROVINCES = _Steps("named in provinces", 3, 5, 9)
_TIMES = _Steps("times in the document", 1, 2)
_LENGTH = _Steps("length", 4, 5, 6, 8, 9, 12, 13)
_BESIDE = _Steps("beside a known one", 3, 6)
