"""What speaks for and against a candidate's being the name of a local initiative, as named features for the judge."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extractors.analysis import Analysis
from extractors.initiatives.candidates import PART, Candidate, Known, rest_beside
from extractors.initiatives.found import Found, Places, around, columns
from extractors.initiatives.government import is_dense
from extractors.initiatives.place_brands import own_letters, own_names
from extractors.initiatives.shown import is_shown, of_others
from extractors.initiatives.wording import FORM_PREFIXES, following, form_prefix, wording
from extractors.judges.columns import Columns, numbered
from extractors.judges.judge import Judge
from extractors.text.folding import fold
from extractors.text.marks import PHRASE_MARKS
from extractors.text.numerals import TO_99
from extractors.text.structure import Section
from ontology.adoption_cues import adoption_cues
from ontology.government_words import government_scores
from ontology.name_words import name_words
from ontology.new_initiatives import new_initiative_cues
from ontology.no_initiatives import no_initiative_cues
from ontology.widespread_names import widespread_names

_BEFORE, _BEHIND, _AROUND, _CLAUSE, _NEAR = 18, 10, 36, 40, 150
_OPENING = 12  # characters of a line in which the number of an article stands
_OF_TITLE = 2  # pairs of characters that a name shares with the title of a rule whose own matter it is
_LATIN = re.compile("[A-Za-zＡ-Ｚａ-ｚ]")  # of a text that is not folded
_ARTICLE = re.compile(f"第[{TO_99}百]+条")
_FIRST = re.compile("率先|全国首|全省首|首创|首个")
_SHOWN, _SHOWN_ELSEWHERE = "shown by rule", "shown by rule in another field"
_OF_OTHERS, _GENERIC = "told to others", "generic name"
_SERVICES = "通办码"
_OPENS = f"{PHRASE_MARKS}\n \u3000"
_DENSE = (0, 2, 5, 10)
_WHOLE = 4000  # characters
_CHARACTERS = (1500, 4000, 10000)
_GOVERNMENT = (-30, 0, 30, 60, 100)
_LITTLE = 30  # the score of words around a name that hardly speak of government
_ECONOMY = (0, 2)
_FIELD = (0, 1)
_KNOWN_HERE = (0, 1, 2)
_KNOWN_NEAR = (0, 2, 4)
_TIMES = (1, 2)
_LENGTH = (4, 5, 6, 8, 9, 12, 13)
_BESIDE = (3, 6)
_PROVINCES = (3, 5, 9)


class Hearing:
    """The document in which candidates are judged; what can be told of all of them at once is.

    Attributes:
        folded: the folded name of each candidate.
    """

    def __init__(self, analysis: Analysis, known: Known, candidates: Sequence[Candidate]) -> None:
        """Hear ``candidates`` of ``analysis``, in which the initiatives of the list stand at ``known``."""
        self._analysis, self._known, self._candidates = analysis, known, candidates
        self._starts, self._ends = columns([(candidate.start, candidate.end) for candidate in candidates])
        self.folded = [fold(candidate.name) for candidate in candidates]
        self._mentioned = known.meets(self._starts, self._ends)
        self._governance = is_dense(len(known), analysis.text)
        brand = new_initiative_cues().brand
        self._branded = {c.around for c in candidates if c.form == "quoted" and brand.search(c.inner)}
        self._subjects = Found(new_initiative_cues().subject, analysis.text)
        self._economy = Found(name_words().economy, analysis.text)
        self._foreign = Found(no_initiative_cues().fields.pattern, analysis.text).any(self._starts, self._ends)
        self._scores = government_scores(analysis.text)
        rule, title = analysis.head.kind in adoption_cues().policies, analysis.head.title or ""
        self._matter = _pairs(fold(title)) if rule else frozenset()
        self._of_another_field = bool(self._matter) and not new_initiative_cues().subject.search(title)
        self._columns = Columns(len(candidates))
        self._tell_words()
        self._tell_own()
        self._tell_names()
        self._tell_clauses()
        self._tell_sentences()
        self._tell_places()

    @property
    def is_of_all_fields(self) -> bool:
        """Whether it is a whole document, and not wholly about government."""
        return len(self._analysis.text) > _WHOLE and not self._governance

    def is_of_others(self, index: int) -> bool:
        """Whether it is only a noun of a rule of another field: the mechanisms that such orders are that field's."""
        candidate = self._candidates[index]
        unquoted = candidate.form in ("headed", "bare")
        return self._of_another_field and unquoted and not new_initiative_cues().conduct.search(candidate.name)

    def is_of_another_field(self, index: int) -> bool:
        """Whether its sentence speaks of another field and hardly of government, or the name does without a quote."""
        candidate = self._candidates[index]
        if self._elsewhere[index]:
            return True
        unquoted = candidate.form in ("headed", "bare") and bool(self._foreign[index])
        return unquoted and not name_words().governing.search(candidate.name)

    def is_shown(self, index: int) -> bool:
        """Whether the rules alone take the candidate at ``index`` for a name."""
        candidate = self._candidates[index]
        branded, mentioned = candidate.around in self._branded, bool(self._mentioned[index])
        return is_shown(self._analysis, candidate, self._governance, branded, mentioned)

    def features(self, index: int) -> frozenset[str]:
        """The features of the candidate at ``index``, each by itself and together with its form."""
        candidate = self._candidates[index]
        found = self._columns.of(index).union(self._of_rules(index), self._of_document())
        prefix = form_prefix(candidate.form)
        return frozenset([*found, *[prefix + feature for feature in found], f"form {candidate.form}"])

    def totals(self, judge: Judge) -> NDArray[np.int64]:
        """What each candidate sums up to for ``judge``; exact where that reaches its threshold, else at most that much.

        The rules look at whole clauses: they are not asked where even their best word would leave too little.
        """
        judges = [judge.doubled(prefix) for prefix in FORM_PREFIXES]
        forms, form = numbered(candidate.form for candidate in self._candidates)
        which = np.array([FORM_PREFIXES.index(form_prefix(name)) for name in forms], np.intp)[form]
        document = np.array([own.total(self._of_document()) - own.intercept for own in judges], np.int64)[which]
        of_form = np.array([judge.weights.get(f"form {name}", 0) for name in forms], np.int64)[form]
        totals = self._columns.totals(judges, which) + document + of_form
        best = np.array([_best_of_rules(own) for own in judges], np.int64)[which]
        for index in np.flatnonzero(totals + best >= judge.threshold).tolist():
            own = judges[which[index]]
            totals[index] += own.total(self._of_rules(index)) - own.intercept
        return totals

    def _of_rules(self, index: int) -> Iterator[str]:
        """What rules alone say of a candidate."""
        if self.is_shown(index):
            yield _SHOWN_ELSEWHERE if self._foreign[index] else _SHOWN
        candidate = self._candidates[index]
        if candidate.form != "quoted" and of_others(self._analysis, candidate):
            yield _OF_OTHERS
        if candidate.form != "quoted" and no_initiative_cues().generic.search(candidate.name):
            yield _GENERIC

    def _of_document(self) -> Iterator[str]:
        """What the document is, and how much of it speaks of government."""
        analysis = self._analysis
        yield f"document {analysis.head.kind}"
        dense, characters = len(self._known) * 1000 / max(300, len(analysis.text)), len(analysis.text)
        yield from (f"known in a thousand > {mark}" for mark in _DENSE if dense > mark)
        yield from (f"characters > {mark}" for mark in _CHARACTERS if characters > mark)
        if self._governance:
            yield "about government"
        if self._of_another_field:
            yield "rule of another field"

    def _tell_words(self) -> None:
        """Verb and nouns, and what the folded name says."""
        tell, folded, title = self._columns, self.folded, self._analysis.head.title or ""
        tell.says(*numbered(map(wording, self._candidates)))
        tell.above("length", _LENGTH, np.array([len(name) for name in folded]))
        counts, provinces = Counter(folded), widespread_names()
        tell.above("times in the document", _TIMES, np.array([counts[name] for name in folded]))
        tell.above("named in provinces", _PROVINCES, np.array([provinces.get(name, 0) for name in folded]))
        if self._matter:
            tell.holds("shares words with the rule's title", _each(self._is_of_matter(name) for name in folded))
        tell.holds("latin letters", Found(_LATIN, self._analysis.text).any(self._starts, self._ends))
        service = _each(each.form == "place" and each.name[-1] in _SERVICES for each in self._candidates)
        tell.holds("brand of a letter", service)
        tell.holds("in the title", _each(candidate.name in title for candidate in self._candidates))

    def _is_of_matter(self, name: str) -> bool:
        """Whether a folded name shares words with the title of the rule that the document is."""
        return len(_pairs(name) & self._matter) >= _OF_TITLE

    def _tell_own(self) -> None:
        """Whether the folded name is made of the document's own place."""
        tell, folded, quality = self._columns, self.folded, name_words().quality
        places, letters = own_names(self._analysis), own_letters(self._analysis)
        tell.holds("own letter", _each(name[:1] in letters if name else False for name in folded))
        own = np.zeros(len(folded), np.bool_)
        for place in places:
            own |= _each(place in name for name in folded)
        tell.holds("own place", own)
        said: list[tuple[str, ...]] = [()] * len(folded)
        for index in np.flatnonzero(own).tolist():
            found = quality.match(folded[index])
            if found and folded[index].startswith(places, found.end()):
                said[index] = (f"place with {found[0]}",)
        tell.says(*numbered(said))

    def _tell_names(self) -> None:
        """What stands in the name."""
        tell, starts, ends = self._columns, self._starts, self._ends
        tell.holds("subject in the name", self._subjects.any(starts, ends))
        tell.holds("economy in the name", self._economy.any(starts, ends))
        tell.holds("another field", self._foreign)
        tell.above("government in the name", _GOVERNMENT, self._government((starts, ends)))
        held, part = np.zeros(len(starts), np.bool_), np.zeros(len(starts), np.bool_)
        beside = np.zeros(len(starts), np.intp)
        for index in np.flatnonzero(self._mentioned).tolist():
            rest = rest_beside(self._candidates[index].name, mentioned=True)
            if rest is not None:
                held[index], beside[index], part[index] = True, len(rest), self.folded[index].endswith(PART)
        tell.holds("holds a known one", held)
        tell.above("beside a known one", _BESIDE, beside)
        tell.holds("part of a known one", part)

    def _tell_clauses(self) -> None:
        """The words around a name in its clause."""
        analysis, tell, first, last = self._analysis, self._columns, self._starts, self._ends
        start, end = columns([candidate.around for candidate in self._candidates])
        low, high = around(analysis.structure.clauses, first)
        subject = self._subjects.any(np.maximum(low, first - _AROUND), np.minimum(high, last + _AROUND))
        tell.holds("subject around", subject)
        tell.holds("no subject around", ~subject)
        presented = Found(new_initiative_cues().presented, analysis.text)
        tell.holds("presented before", presented.any(start - _BEFORE, start))
        other = _each(candidate.form != "headed" for candidate in self._candidates)
        tell.holds("presented behind", presented.any(end, end + _BEHIND) & other)
        pride = Found(name_words().pride, analysis.text)
        tell.holds("pride before", pride.any(np.maximum(low, first - _BEFORE), first))
        tell.holds("pride behind", pride.any(last, last + _BEHIND))
        tell.says(*numbered(following(analysis.text, candidate.end) for candidate in self._candidates))
        inside = low < first
        before = np.array([analysis.text[max(0, candidate.start - 1)] for candidate in self._candidates], "U1")
        tell.holds("opens the phrase", _each(char in _OPENS for char in before) | ~inside)
        tell.holds("behind 的", inside & (before == "的"))
        tell.holds("listed", inside & ((before == "、") | (before == "和")))
        sides = (np.maximum(low, start - _CLAUSE), first), (last, np.minimum(high, end + _CLAUSE))
        tell.above("government around", _GOVERNMENT, self._government(*sides))

    def _tell_sentences(self) -> None:
        """What else stands in the sentence, and near."""
        analysis, tell, known = self._analysis, self._columns, self._known
        low, high = around(analysis.structure.sentences, self._starts)
        tell.above("economy in the sentence", _ECONOMY, self._economy.count(low, high))
        tell.holds("a first in the sentence", Found(_FIRST, analysis.text).any(low, high))
        others = self._economy.count(low, high)
        for name, pattern in name_words().fields.items():
            found = Found(pattern, analysis.text)
            count = found.count(low, high)
            others = others + count
            tell.holds(f"{name} in the name", found.any(self._starts, self._ends))
            tell.above(f"{name} in the sentence", _FIELD, count)
        here = known.count(low, high)
        tell.above("known in the sentence", _KNOWN_HERE, here)
        first, last = self._starts, self._ends
        sides = (np.maximum(low, first - _CLAUSE), first), (last, np.minimum(high, last + _CLAUSE))
        self._elsewhere = (here == 0) & (others > 0) & (self._government(*sides) < _LITTLE)
        tell.above("known near", _KNOWN_NEAR, known.count(self._starts - _NEAR, self._ends + _NEAR))

    def _tell_places(self) -> None:
        """The line, the section and the heading in which a name stands."""
        structure, tell, starts = self._analysis.structure, self._columns, self._starts
        line, _ = around(structure.lines, starts)
        tell.holds("in an article", Found(_ARTICLE, self._analysis.text).any(line, line + _OPENING))
        begins = np.array([section.start for section in structure.sections], np.intp)
        index = np.maximum(np.searchsorted(begins, starts, side="right") - 1, 0)
        tell.says([tuple(_of_section(section)) for section in structure.sections], index)
        ends = [section.body + len(section.title) + 2 if section.title else 0 for section in structure.sections]
        tell.holds("in a heading", (begins[index] <= starts) & (starts < np.array(ends, np.intp)[index]))

    def _government(self, *spans: tuple[Places, Places]) -> NDArray[np.float64]:
        """For each candidate the mean score of the pairs of characters in its ``spans``; 0 where there are none."""
        total = pairs = np.zeros(len(self._candidates), np.int64)
        for low, high in spans:
            count = np.maximum(high - 1 - low, 0)
            last = len(self._scores) - 1
            score = self._scores[np.clip(high - 1, 0, last)] - self._scores[np.clip(low, 0, last)]
            total, pairs = total + np.where(count > 0, score, 0), pairs + count
        return total / np.maximum(pairs, 1)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


def _each(holds: Iterator[bool]) -> NDArray[np.bool_]:
    return np.array(list(holds), np.bool_)


def _best_of_rules(judge: Judge) -> int:
    """The most that the rules' features can add to a sum of ``judge``."""
    shown = max(judge.weights.get(_SHOWN, 0), judge.weights.get(_SHOWN_ELSEWHERE, 0))
    return max(0, shown) + sum(max(0, judge.weights.get(name, 0)) for name in (_OF_OTHERS, _GENERIC))


def _of_section(section: Section) -> Iterator[str]:
    """What a section is about."""
    if section.kind:
        yield f"section {section.kind}"
    if section.title and new_initiative_cues().subject.search(section.title):
        yield "heading of government"
    if section.title and name_words().economy.search(section.title):
        yield "heading of the economy"
