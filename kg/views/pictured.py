"""The pictures of a trace inside the page of a subgraph: the very page that ``trace --html`` writes, packed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import SelectionError
from kg.pictures.names import family
from kg.pictures.outlines import Outlines
from kg.pictures.page import render_pages
from kg.pictures.tiles import NoMapError
from kg.tracing.facts import Facts, facts_of
from kg.tracing.ground import Ground
from kg.tracing.source import Source
from kg.tracing.trace import Trace, make_trace
from kg.tracing.words import DONE
from kg.views.packing import packed

MOST_PICTURED = 3
"""A page of more initiatives has no pictures of theirs."""
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Pictured:
    """The pictures of one initiative.

    Attributes:
        initiative: its key.
        pages: by language the page of its trace, deflated, in base64.
    """

    initiative: str
    pages: Mapping[str, str]


def pictured(
    source: Source, ground: Ground, found: Mapping[str, Facts], outlines: Outlines | None = None
) -> list[Pictured]:
    """The pictures of at most ``MOST_PICTURED`` initiatives; none of what there is nothing to draw of.

    Args:
        source: the graph.
        ground: what it states apart from the initiatives.
        found: what it states of each, by key.
        outlines: those of a reader's own file, which are drawn in place of tiles.

    Raises:
        NoMapError: there are outlines, but no picture that they could stand in.
        InputError: none of the outlines is of a region of the map.
    """
    if not 0 < len(found) <= MOST_PICTURED:
        if outlines:
            raise NoMapError(f"--outlines are drawn for up to {MOST_PICTURED} initiatives; name one with --initiative")
        return []
    made = []
    for key, facts in found.items():
        trace = make_trace(facts, DONE, source=source)
        names = family(source, key)
        chain = [_trace(source, ground, facts, found, f"initiative/{name}") for name in names] if len(names) > 1 else []
        try:
            pages = {lang: packed(html) for lang, html in render_pages(trace, LANGUAGES, chain, outlines).items()}
        except NoMapError:
            raise
        except SelectionError:  # no region of which anything is known
            continue
        made.append(Pictured(key, pages))
    return made


def _trace(source: Source, ground: Ground, shown: Facts, found: Mapping[str, Facts], key: str) -> Trace:
    """The trace of another name of a reform, of the same regions."""
    if key in found:
        return make_trace(found[key], DONE, source=source)
    regions = sorted(shown.shown or ())
    (facts,) = facts_of(source, ground, [key], regions=regions)
    return make_trace(facts, DONE, source=source)
