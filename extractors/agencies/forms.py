"""The listed words for bodies: what may stand after a region or level word, and where such a word ends."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractors.text.numerals import TO_99
from ontology.agencies import agency_words
from ontology.initiatives import initiative_table

SESSION = re.compile(rf"\n?第?[{TO_99}\d]{{1,3}}届\n?")
_LEVEL_INSIDE = re.compile(r"省|(?<!城)市(?!场|政|容|民)|县(?!域)|州|\d")
_SHORT = 2  # characters of a form that may be a part of an office's name: 导办
_STANDING = re.compile(r"\n?常\n?务\n?委\n?员\n?会")


class Body(NamedTuple):
    """A body's words in a text: where they end, the templates of the full names, and the listed form, if it is one."""

    end: int
    templates: tuple[str, ...]
    form: str = ""


def listed_at(text: str, position: int) -> Body | None:
    """The longest listed form that begins at ``position`` of a folded text."""
    forms, longest, firsts = _forms()
    if text[position : position + 1] not in firsts:
        return None
    for size in range(min(longest, len(text) - position), 0, -1):
        templates = forms.get(text[position : position + size])
        if templates and may_end(text, text[position : position + size], position + size):
            standing = _STANDING.match(text, position + size) if templates == ("{R}人民代表大会",) else None
            if standing:  # broken over two lines
                return Body(standing.end(), ("{R}人民代表大会常务委员会",))
            return Body(position + size, templates, text[position : position + size])
    return None


def may_end(text: str, form: str, end: int) -> bool:
    """Whether ``form``, which ends at ``end`` of ``text``, is not the beginning of another word (教育部门, 市委员)."""
    words = agency_words()
    if text.startswith(words.not_after.get(form[-1], ("\0",)), end):
        return False
    return not text.startswith(words.forms_not_before.get(form, ("\0",)), end)


def starts_department(text: str, position: int) -> bool:
    """Whether a listed body of three characters and more begins at ``position``: 市|民政局, though 市民 is a word."""
    found = listed_at(text, position)
    return found is not None and len(found.form) > 2


def is_name(words: str) -> bool:
    """Whether ``words`` may be a body's name: no word that says what is done with a body, no level word inside.

    What ends as a reform does (一网通办, 接诉即办) names no office.
    """
    return not (_stop_pattern().search(words) or _LEVEL_INSIDE.search(words) or words.endswith(_reforms()))


@cache
def _reforms() -> tuple[str, ...]:
    """The forms of reforms that end as the name of an office does."""
    forms = {form.form for row in initiative_table() for form in row.forms}
    return tuple(sorted(form for form in forms if form.endswith("办") and len(form) > _SHORT))


@cache
def departments() -> dict[str, str]:
    """What is written of a department (人社局) → the end of its full name."""
    return agency_words().department_forms()


@cache
def _forms() -> tuple[dict[str, tuple[str, ...]], int, frozenset[str]]:
    forms = agency_words().forms()
    return forms, max(map(len, forms)), frozenset(form[0] for form in forms)


@cache
def _stop_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, agency_words().generic_stop)))
