"""What a build tells of its documents: those that tell no region or no year, and those that were read in part.

What the former state is kept apart, and given to none by default. Of catalogues it tells what is of no use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.tracing.source import Source
from ontology.regions import region_table

_SHOWN = 5  # rows of a catalogue that are told one by one
Untold = tuple[str, tuple[str, ...]]
"""A document's file and what of ``region`` and ``year`` it does not tell."""


Unread = tuple[str, tuple[str, ...]]
"""A document's file and what of it could not be read, a sentence each."""


def missing(region: str | None, year: int | None) -> tuple[str, ...]:
    """What of region and year is not told."""
    return tuple(name for name, value in (("region", region), ("year", year)) if value is None)


def later_in(graph: Source) -> int:
    """How many documents of ``graph`` speak of years of which the table of regions knows nothing."""
    return sum(1 for node in graph.nodes("Document") if is_later(node.properties.get("year")))


def is_later(year: int | None) -> bool:
    """Whether ``year`` lies after the last of which the table of regions knows a change."""
    return year is not None and year > region_table().last_year


def later_sentences(count: int) -> Iterator[str]:
    """A sentence, where ``count`` documents speak of such years."""
    if count:
        documents = f"{count:,} documents speak" if count > 1 else "1 document speaks"
        last = region_table().last_year
        yield f"{documents} of years after {last}, where the table of regions ends: names may have changed since"


def untold_in(graph: Source) -> list[Untold]:
    """The documents of ``graph`` that tell no region or no year, after all corrections, by file."""
    placed = {edge.start for kind in ("COVERS", "OF_AREA") for edge in graph.relationships(kind)}
    found = []
    for node in graph.nodes("Document"):
        lacks = missing("" if node.key in placed else None, node.properties.get("year"))
        found += [(path, lacks) for path in node.properties["paths"] if lacks]
    return sorted(found)


def unread_in(graph: Source) -> list[Unread]:
    """The documents of ``graph`` that were read in part, by file."""
    partly = [node for node in graph.nodes("Document") if node.properties.get("unread")]
    return sorted((path, tuple(node.properties["unread"])) for node in partly for path in node.properties["paths"])


def partly_read(unread: Iterable[Unread]) -> Iterator[str]:
    """A sentence for each file that was read in part; of the rows of a catalogue the first few are told."""
    rows: dict[str, list[str]] = {}
    for file, told in unread:
        catalogue, row, number = file.partition("#")
        if row:
            rows.setdefault(catalogue, []).append(f"#{number} {'; '.join(told)}")
        else:
            yield f"{file}: read in part: {'; '.join(told)}"
    for catalogue, found in rows.items():
        shown = "\n  ".join(found[:_SHOWN])
        more = f"\n  and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else ""
        yield f"{catalogue}: {len(found):,} {'row' if len(found) == 1 else 'rows'} read in part:\n  {shown}{more}"


def unused_sentences(unused: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """A sentence for each file."""
    for file, told in sorted(unused.items()):
        yield f"{file}: not used: {'; '.join(told)} (--map FIELD=COLUMN names a column)"


def sentences(untold: Iterable[Untold], documents: int) -> Iterator[str]:
    """A sentence for each file, the rows of a catalogue taken together, and one that counts all of ``documents``."""
    rows: dict[str, Counter[str]] = {}
    count = 0
    for file, lacks in untold:
        count += 1
        catalogue, row, _ = file.partition("#")
        if row:
            rows.setdefault(catalogue, Counter()).update(lacks)
        else:
            yield f"{file}: it tells no {' and no '.join(lacks)}; what it states is given to none"
    for catalogue, lacking in rows.items():
        told = ", no ".join(f"{name}: {number:,}" for name, number in sorted(lacking.items()))
        yield f"{catalogue}: rows that tell no {told}; what they state is given to none"
    if count:
        yield f"{count:,} of {documents:,} documents tell no region or no year"
