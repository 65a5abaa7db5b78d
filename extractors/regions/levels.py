"""Level words that stand alone for a government of the own chain: 国家和省的规定, 争创省法治政府建设示范市."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.document import Context
from extractors.regions.context import region_of_level
from extractors.text.marks import JOINTS
from ontology.patterns import alternatives
from ontology.places import place_words
from ontology.regions import Region


def level_letters(folded: str, context: Context) -> Iterator[tuple[int, int, Region]]:
    """``(start, end, region)`` of each letter in ``folded`` that names a level of ``context`` above its own region."""
    if context.region is None:
        return
    for match in _pattern().finditer(folded):
        for group in ("first", "second"):
            region = region_of_level(context, match[group]) if match[group] else None
            if region and region != context.region:
                yield *match.span(group), region


@cache
def _pattern() -> re.Pattern[str]:
    alone = place_words().alone
    none = {letter: f"(?![{JOINTS}]?(?:{alternatives(words)}))" for letter, words in alone.none.items()}
    province, city = f"省{none['省']}", f"市{none['市']}"
    return re.compile(
        rf"(?:(?:{alternatives(alone.beside)})(?:以及|[{JOINTS}])|(?:{alternatives(alone.verbs)}))"
        rf"(?:(?P<first>{province})(?:[{JOINTS}]?(?P<second>{city}))?)"
    )
