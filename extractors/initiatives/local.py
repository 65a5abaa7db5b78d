"""Local initiatives that no list knows, found by the form of their names and by how the text presents them."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.analysis import Analysis, Mention
from extractors.initiatives.built import built_names
from extractors.initiatives.quoted import quoted_names
from extractors.text.folding import fold


@dataclass(frozen=True, slots=True)
class NewName:
    """A local initiative named at a place."""

    mention: Mention
    name: str


def new_names(analysis: Analysis, governance: bool) -> list[NewName]:
    """All names of local initiatives in the text, by position, the longest where several begin at one place.

    Args:
        analysis: the document.
        governance: whether it is wholly about government; else names that speak of other fields are left out.
    """
    found = [*quoted_names(analysis, governance), *built_names(analysis, governance)]
    names: list[NewName] = []
    done = 0
    for start, end, name, rule in sorted(found, key=lambda f: (f[0], -f[1])):
        if start >= done and not analysis.structure.is_furniture(start):
            done = end
            names.append(NewName(Mention(start, end, rule), name))
    return _one_name_each(names)


def _one_name_each(names: list[NewName]) -> list[NewName]:
    """“光速办” and “光速办”品牌 are one initiative of a document: it goes by the shorter name."""
    folded = {name.name: fold(name.name) for name in names}
    by_length = sorted(folded, key=lambda n: (len(folded[n]), n))
    short = {name: next(n for n in by_length if folded[n] in folded[name]) for name in folded}
    return [NewName(name.mention, short[name.name]) for name in names]
