"""Finding the forms of the known initiatives in folded text: the leftmost, and at a place the longest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors.text.folding import fold
from extractors.text.lexicon import Lexicon
from ontology.initiatives import Form, initiative_table
from ontology.new_initiatives import new_initiative_cues
from ontology.no_initiatives import no_initiative_cues
from ontology.rules import Rule

_BEHIND = 24  # characters behind a form in which it may turn out to be a department's: 公共资源交易综合监督管理部门


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


@cache
def _lexicon() -> Lexicon[list[tuple[Form, str, bool]]]:
    meanings: dict[str, list[tuple[Form, str, bool]]] = {}
    for initiative in initiative_table():
        for form in initiative.forms:
            meanings.setdefault(fold(form.form), []).append((form, initiative.name, False))
    for common in new_initiative_cues().common:
        meanings.setdefault(fold(common.form.form), []).append((common.form, common.form.form, True))
    return Lexicon(meanings)


def known_forms(folded: str, year: int | None) -> Iterator[FormHit]:
    """All forms in ``folded`` that mean an initiative in ``year``, from left to right, none inside another.

    The longest form at a place wins even where it means nothing in that year: it hides the shorter ones in it.
    """
    for start, end, meant in _lexicon().find(folded):
        if no_initiative_cues().designation.search(folded[end : end + _BEHIND]):
            continue
        for form, name, new in meant:
            if form.holds(year) and form.fits(folded, start, end):
                yield FormHit(start, end, name, Rule.INITIATIVE_COMMON if new else _rule(form, name), new)
                break


def _rule(form: Form, name: str) -> Rule:
    if form.form == name:
        return Rule.INITIATIVE_NAME
    return Rule.INITIATIVE_DATED if form.from_year or form.to_year else Rule.INITIATIVE_ALIAS


def known_share(folded: str) -> str | None:
    """What is left of a folded name without the known forms in it; None where there is none of them."""
    left, done = [], 0
    for start, end, meant in _lexicon().find(folded):
        if any(form.fits(folded, start, end) for form, *_ in meant):
            left.append(folded[done:start])
            done = end
    return "".join(left) + folded[done:] if done else None
