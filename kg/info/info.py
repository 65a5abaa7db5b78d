"""What a graph holds, in tables, with the sentences that say what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from cypher.results import Result
from kg.coverage import Coverage, coverage
from kg.disk import GraphDirectory
from kg.errors import CorrectionError
from kg.info.not_read import quarantine_of, refused_in
from kg.tables import Tables
from kg.tracing.notes import Note
from kg.tracing.source import Source
from kg.tracing.words import DONE
from ontology.schema import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Info(Tables):
    """What a graph holds.

    Attributes:
        tables: by name. ``about``: the versions of what made it. ``files``: how many there are, and what became of
            them. ``nodes``, ``relationships``: how many of each label and
            type. ``kinds``, ``years``: its documents by kind and by the year that they are on. ``levels``: its regions
            by level, and how many have a document. ``initiatives``: by the number of regions that adopted them.
            ``conflicts``: contradictions between sources by kind. ``quarantine``, ``not_read``: files and rows that are
            no part of it, with the reason; a build tries again what is in quarantine.
        notes: what is wrong with it, if anything.

    Examples:
        >>> from kg import open_graph
        >>> with open_graph("out/graph") as graph:
        ...     info = graph.info()
        >>> info["kinds"].columns
        ('kind', 'documents', 'first_year', 'last_year')
    """

    CALLED: ClassVar[str] = "what is told of a graph"
    notes: tuple[Note, ...]


def info(graph: Source, directory: GraphDirectory | None) -> Info:
    """What ``graph`` holds.

    Args:
        graph: the whole graph, as far as it is asked for.
        directory: that it is read from; None where it is not, and nothing is known of conflicts and of what could not
            be read.

    Raises:
        DiskError: a file of the directory is missing or damaged.
    """
    covered = coverage(graph)
    quarantine = quarantine_of(directory) if directory else []
    tables = {
        "about": Result(("schema", "extractor", "ontology", "hash", "generation"), (_about(graph, directory),)),
        "files": Result(
            ("files", "documents", "unreadable", "quarantined", "left_out", "same_source"),
            tuple(_files(graph, directory)),
        ),
        "nodes": _counted("label", _labels(graph, directory)),
        "relationships": _counted("type", _types(graph, directory)),
        "kinds": Result(("kind", "documents", "first_year", "last_year"), tuple(_kinds(graph))),
        "levels": Result(
            ("level", "regions", "regions_covered", "region_years", "region_years_observed"),
            tuple(_levels(graph, covered)),
        ),
        "years": Result(("year", "documents", "observing", "regions"), tuple(_years(covered))),
        "initiatives": Result(
            ("initiative", "regions", "first_year", "last_year", "documents"), tuple(_initiatives(graph))
        ),
        "conflicts": _counted("kind", Counter(one.kind for one in (directory.conflicts() if directory else ()))),
        "quarantine": Result(("file", "reason"), tuple((one.file, one.reason) for one in quarantine)),
        "not_read": Result(("file", "reason"), tuple(refused_in(directory) if directory else ())),
    }
    return Info(tables=tables, notes=tuple(_notes(covered, directory, len(quarantine))))


def _about(graph: Source, directory: GraphDirectory | None) -> tuple[Any, ...]:
    told = next((node.properties for node in graph.nodes("Graph")), {})
    versions = (told.get(name) for name in ("extractor", "ontology", "hash"))
    return schema().version, *versions, directory.generation.name if directory else None


def _files(graph: Source, directory: GraphDirectory | None) -> Iterator[tuple[int, ...]]:
    if directory is not None:
        inputs, documents = directory.inputs, list(graph.nodes("Document"))
        yield (
            len(inputs),
            len(documents),
            sum(item.refused for item in inputs),
            sum(item.quarantined for item in inputs),
            sum(item.left_out for item in inputs),
            sum(len(node.properties["paths"]) - 1 for node in documents),
        )


def _labels(graph: Source, directory: GraphDirectory | None) -> Mapping[str, int]:
    """How many nodes of each label; a directory has counted them."""
    return directory.manifest.counts["nodes"] if directory else Counter(node.label for node in graph.nodes())


def _types(graph: Source, directory: GraphDirectory | None) -> Mapping[str, int]:
    """How many relationships of each type, likewise."""
    return directory.manifest.counts["relationships"] if directory else Counter(e.type for e in graph.relationships())


def _counted(column: str, counts: Mapping[str, int]) -> Result:
    return Result((column, "count"), tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))))


def _kinds(graph: Source) -> Iterator[tuple[Any, ...]]:
    years: dict[str, list[int | None]] = {}
    for node in graph.nodes("Document"):
        years.setdefault(str(node.properties.get("kind") or "other"), []).append(node.properties.get("year"))
    for kind, found in sorted(years.items(), key=lambda item: (-len(item[1]), item[0])):
        yield kind, len(found), *_ends(found)


def _levels(graph: Source, covered: Coverage) -> Iterator[tuple[Any, ...]]:
    of_level: dict[str, list[str]] = {}
    for node in graph.nodes("Region"):
        of_level.setdefault(str(node.properties["level"]), []).append(node.key)
    years = covered.years()
    observed = {
        (region, year)
        for region, by_year in covered.documents.items()
        for year, documents in by_year.items()
        if year and any(document.key in covered.observing for document in documents)
    }
    for level in schema().levels:
        regions = of_level.get(level, [])
        known = [key for key in regions if key in years]
        told = sum(len(years[key]) for key in known)
        if regions:
            yield level, len(regions), len(known), told, sum(1 for key, _ in observed if key in set(known))


def _years(covered: Coverage) -> Iterator[tuple[Any, ...]]:
    documents: dict[int, set[str]] = {}
    regions: Counter[int] = Counter()
    for by_year in covered.documents.values():
        for year, found in by_year.items():
            if year is not None:
                documents.setdefault(year, set()).update(document.key for document in found)
                regions[year] += 1
    for year, keys in sorted(documents.items()):
        yield year, len(keys), len(keys & covered.observing), regions[year]


def _initiatives(graph: Source) -> Iterator[tuple[Any, ...]]:
    regions: dict[str, set[str]] = {}
    years: dict[str, list[int | None]] = {}
    named: dict[str, set[str]] = {}
    for edge in graph.relationships("ADOPTED"):
        if edge.properties["status"] in DONE and not edge.properties.get("laid_down"):
            regions.setdefault(edge.end, set()).add(edge.start)
            years.setdefault(edge.end, []).append(edge.properties.get("year"))
    for edge in graph.relationships("CONCERNS"):
        if edge.start.startswith("document/"):
            named.setdefault(edge.end, set()).add(edge.start)
    nodes = {node.key: node for node in graph.nodes("Initiative")}
    for key in sorted(named.keys() | regions.keys(), key=lambda key: (-len(regions.get(key, ())), key)):
        node = nodes.get(key)
        if node:
            told = _ends(years.get(key, []))
            yield node.properties["name"], len(regions.get(key, ())), *told, len(named.get(key, ()))


def _ends(years: Iterable[int | None]) -> tuple[int | None, int | None]:
    told = [year for year in years if year is not None]
    return min(told, default=None), max(told, default=None)


def _notes(covered: Coverage, directory: GraphDirectory | None, waiting: int) -> Iterator[Note]:
    yield Note("info_initiatives")
    if covered.without_region:
        yield Note("info_without_region", {"n": len(covered.without_region)})
    if directory is None:
        return
    if waiting:
        yield Note("info_quarantine", {"n": waiting})
    try:
        corrections = directory.corrections()
    except CorrectionError as error:
        yield Note("info_bad_corrections", {"error": error})
    else:
        outcomes = directory.outcomes()
        if corrections.source:
            applied = sum(outcome.applied for outcome in outcomes)
            yield Note("info_corrections", {"n": applied, "of": len(outcomes)})
