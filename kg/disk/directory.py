"""A graph directory opened for reading: its generation, nodes, relationships, conflicts, records and texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

from cypher.elements import Node, Relationship
from kg.corrections import NONE, Corrections, Outcome
from kg.disk.manifest import Manifest
from kg.disk.parts import SourceDocument, read_part
from kg.disk.tables import read_conflicts, read_nodes, read_outcomes, read_relationships
from kg.errors import DiskError
from kg.keys import document_key
from kg.model import KnowledgeGraph
from kg.resolve.conflicts import Conflict

CURRENT = "CURRENT"
STAGING = "staging"
CACHE = "cache"
RECORDS = "records"
MANIFEST = "manifest.json"
NODES = "nodes.parquet"
EDGES = "edges.parquet"
CONFLICTS = "conflicts.parquet"
CORRECTIONS = "corrections.yaml"
OUTCOMES = "corrections.parquet"
GENERATION = re.compile(r"[0-9a-f]{16}")


class GraphDirectory:
    """The current generation of a graph directory; it stays readable while another one is built beside it."""

    def __init__(self, path: Path) -> None:
        """Open ``path``.

        Raises:
            DiskError: when it is missing, no graph, half written, or of another schema version.
        """
        self.path = path
        self.generation = path / _current(path)
        if not self.generation.is_dir():
            raise DiskError(f"{path} names the generation {self.generation.name}, which is missing; build it again")
        manifest = self.generation / MANIFEST
        try:
            data = manifest.read_bytes()
        except OSError as error:
            raise DiskError(f"{manifest} cannot be read ({error.strerror}); build the graph again") from error
        self.manifest = Manifest.from_bytes(data, str(manifest))

    @property
    def cache(self) -> Path:
        """The file in which an engine may keep what it made of this generation; ``build`` removes it."""
        return self.path / CACHE / f"{self.generation.name}.kgl"

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""
        return read_nodes(self.generation / NODES, labels)

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""
        return read_relationships(self.generation / EDGES, kinds, to)

    @cached_property
    def graph(self) -> KnowledgeGraph:
        """The whole graph in memory, loaded once."""
        return KnowledgeGraph(self.nodes(), self.relationships())

    def conflicts(self) -> list[Conflict]:
        """The contradictions between sources, sorted."""
        return read_conflicts(self.generation / CONFLICTS)

    def corrections(self) -> Corrections:
        """The analyst's corrections that the graph was built with.

        Raises:
            CorrectionError: when this version no longer understands them.
        """
        from kg.corrections.load import load_corrections  # noqa: PLC0415 - it loads the ontology, and queries need none

        path = self.generation / CORRECTIONS
        return load_corrections(path.read_bytes(), f"{self.path} ({CORRECTIONS})") if path.is_file() else NONE

    def outcomes(self) -> list[Outcome]:
        """What became of each correction, in the order of the file."""
        path = self.generation / OUTCOMES
        return read_outcomes(path) if path.is_file() else []

    def part_paths(self) -> list[Path]:
        """The files of the records, by name."""
        return [self.generation / name for name in sorted(self.manifest.files) if name.startswith(f"{RECORDS}/")]

    def documents(self) -> Iterator[SourceDocument]:
        """All extraction records with their texts, part by part."""
        for path in self.part_paths():
            yield from read_part(path)

    def documents_of(self, sources: Collection[str]) -> Iterator[SourceDocument]:
        """Those of ``documents`` whose nodes have one of the keys ``sources``."""
        for document in self.documents():
            text = document.record.text_sha256
            if text and document_key(text) in sources:
                yield document


def _current(path: Path) -> str:
    if not path.exists():
        raise DiskError(f"{path} is not there; make it with: reformkg build FOLDER -o {path}")
    if not path.is_dir():
        raise DiskError(f"{path} is a file, not a graph directory")
    pointer = path / CURRENT
    if not pointer.is_file():
        if (path / STAGING).is_dir():
            raise DiskError(f"{path} holds a build that was cut short; run the same build again, it goes on from there")
        raise DiskError(f"{path} is not a graph directory (it has no file {CURRENT})")
    name = pointer.read_text(encoding="utf-8", errors="replace").strip()
    if not GENERATION.fullmatch(name):
        raise DiskError(f"{pointer} is damaged: it names no generation; build the graph again")
    return name
