"""Finding the forms of the known initiatives in folded text: the leftmost, and at a place the longest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from extractors.text.folding import fold
from extractors.text.lexicon import Lexicon
from ontology.initiatives import Form, initiative_table
from ontology.new_initiatives import new_initiative_cues
from ontology.no_initiatives import no_initiative_cues
from ontology.rules import Rule

_BEHIND = 180  # characters behind a form in which it may turn out to be a department's: 综合行政执法、水利、财政等部门


@dataclass(frozen=True, slots=True)
class FormHit:
    """A form at ``start`` to ``end`` of the folded text; ``name`` is the initiative that it means there.

    ``new`` where that is not one of the reference list, but one of those that many places have beside it.
    """

    start: int
    end: int
    name: str
    rule: Rule
    new: bool = False


class _Meaning(NamedTuple):
    """An initiative that a form may mean."""

    form: Form
    name: str
    new: bool


class _Head(NamedTuple):
    """The forms that begin with one word: all of it, or it and a ``rest`` behind a gap, of which one may follow."""

    whole: list[_Meaning]
    gapped: list[_Meaning]
    rest: re.Pattern[str] | None


@cache
def _lexicon() -> Lexicon[_Head]:
    meanings: dict[str, list[_Meaning]] = {}
    for initiative in initiative_table():
        for form in initiative.forms:
            meanings.setdefault(fold(form.head), []).append(_Meaning(form, initiative.name, False))
    for common in new_initiative_cues().common:
        meanings.setdefault(fold(common.form.form), []).append(_Meaning(common.form, common.form.form, True))
    return Lexicon({head: _head(meant) for head, meant in meanings.items()})


def _head(meant: list[_Meaning]) -> _Head:
    rests = sorted({meaning.form.rest.pattern for meaning in meant if meaning.form.rest})
    gapped = [meaning for meaning in meant if meaning.form.rest]
    whole = [meaning for meaning in meant if not meaning.form.rest]
    return _Head(whole, gapped, re.compile("|".join(rests)) if rests else None)


def known_forms(folded: str, year: int | None) -> Iterator[FormHit]:
    """All forms in ``folded`` that mean an initiative in ``year``, from left to right.

    The longest form at a place wins even where it means nothing in that year: it hides the shorter ones in it. Of a
    form with gaps only what stands before the first one hides others; the same initiative in its rest is told already.
    """
    told: dict[str, int] = {}  # where the last hit of each initiative ends
    for start, forms in _places(folded):
        for end, (form, name, new) in forms:
            if no_initiative_cues().designation.search(folded[end : end + _BEHIND]):
                continue
            if form.holds(year) and form.fits(folded, start, end) and told.get(name, 0) <= start:
                told[name] = end
                yield FormHit(start, end, name, Rule.INITIATIVE_COMMON if new else _rule(form, name), new)
                break


def _places(folded: str) -> Iterator[tuple[int, list[tuple[int, _Meaning]]]]:
    """Where forms of one head stand, whatever they mean there, each with its end: no head inside another."""
    done = 0
    for start, heads in _lexicon().places(folded):
        if start >= done:
            behind, forms = _forms(folded, start, heads)
            if forms:
                done = behind
                yield start, forms


def _forms(folded: str, start: int, heads: list[tuple[int, _Head]]) -> tuple[int, list[tuple[int, _Meaning]]]:
    """Where the longest head of ``heads`` ends that has forms there, and these with their ends.

    After them, where no company speaks against these, those with gaps that a shorter head of the same initiative has:
    企业诉求 alone says too little, 企业……诉求……处理…机制 enough.
    """
    for index, (behind, head) in enumerate(heads):
        forms = [*_gapped(folded, behind, head), *((behind, meaning) for meaning in head.whole)]
        if forms:
            if not any(meaning.form.is_refused(folded, start, end) for end, meaning in forms):
                names = {meaning.name for _, meaning in forms}
                shorter = (found for at, short in heads[index + 1 :] for found in _gapped(folded, at, short))
                forms += [(end, meaning) for end, meaning in shorter if meaning.name in names]
            return behind, forms
    return start, []


def _gapped(folded: str, behind: int, head: _Head) -> Iterator[tuple[int, _Meaning]]:
    """The forms with gaps whose head ends at ``behind``, with their ends."""
    if head.rest and head.rest.match(folded, behind):
        for meaning in head.gapped:
            end = meaning.form.end_in(folded, behind)
            if end is not None:
                yield end, meaning


def _rule(form: Form, name: str) -> Rule:
    if form.form == name:
        return Rule.INITIATIVE_NAME
    return Rule.INITIATIVE_DATED if form.from_year or form.to_year else Rule.INITIATIVE_ALIAS


@lru_cache(maxsize=1 << 14)
def known_share(folded: str) -> str | None:
    """What is left of a folded name without the known forms in it; None where there is none of them.

    Words inside a form make a name of their own of it: forms with gaps do not count.
    """
    left, done = [], 0
    for start, forms in _places(folded):
        ends = [end for end, (form, *_) in forms if not form.is_gapped and form.fits(folded, start, end)]
        if ends:
            left.append(folded[done:start])
            done = ends[0]
    return "".join(left) + folded[done:] if done else None
