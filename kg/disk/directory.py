"""A graph directory opened for reading: its generation, nodes, relationships, conflicts, records and texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

from cypher.elements import Node, Relationship
from kg.corrections import NONE, Corrections, Outcome
from kg.disk.atomic import readable_sha256
from kg.disk.locks import Hold, hold
from kg.disk.manifest import Input, Manifest
from kg.disk.parts import SourceDocument, read_part, read_texts
from kg.disk.tables import read_conflicts, read_inputs, read_nodes, read_outcomes, read_relationships
from kg.errors import DiskError
from kg.keys import digest, document_key
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
SOURCES = "sources.json"
INPUTS = "inputs.parquet"
MOST_INPUTS = 100_000
"""Files that a manifest lists itself: each command reads it. More stand in a table of their own."""
GENERATION = re.compile(r"[0-9a-f]{16}")
_TRIES = 5  # a build may put another generation in place between the reading of CURRENT and the hold


class GraphDirectory:
    """The current generation of a graph directory; it stays readable while another one is built beside it."""

    def __init__(self, path: Path) -> None:
        """Open ``path``.

        Raises:
            DiskError: when it is missing, no graph, half written, or of another schema version.
        """
        self.path = path
        self.generation, self._hold = _current_generation(path)
        manifest = self.generation / MANIFEST
        try:
            data = manifest.read_bytes()
        except OSError as error:
            raise DiskError(f"{manifest} cannot be read ({error.strerror}); build the graph again") from error
        if generation_name(data) != self.generation.name:
            raise DiskError(f"{manifest} is damaged (its hash is not the generation's name); build the graph again")
        self.manifest = Manifest.from_bytes(data, str(manifest))
        self._checked: set[str] = set()

    def release(self) -> None:
        """Let a build remove this generation once another is in its place; what is read later may fail."""
        if self._hold:
            self._hold.release()

    @property
    def cache(self) -> Path:
        """The file in which an engine may keep what it made of this generation; ``build`` removes it."""
        return kept_engine(self.path, self.generation.name)

    def checked(self, name: str) -> Path:
        """The file ``name`` of the generation, compared with its hash in the manifest when it is first asked for.

        One pass over 100 MB takes about a tenth of a second. A file is read after its check, not during it: what
        damages it in between is told by its next reader.

        Raises:
            DiskError: when it is missing or no longer what the build wrote.
        """
        path = self.generation / name
        if name not in self._checked:
            if readable_sha256(path) != self.manifest.files.get(name):
                what = "is no longer what the build wrote (its SHA-256 is another)" if path.exists() else "is missing"
                raise DiskError(f"{path} {what}; build the graph again")
            self._checked.add(name)
        return path

    def is_whole(self) -> bool:
        """Whether each file of the generation is what the build wrote."""
        return all(readable_sha256(self.generation / name) == sha256 for name, sha256 in self.manifest.files.items())

    def nodes(self, *labels: str) -> Iterator[Node]:
        """All nodes, or those of ``labels``, by key."""
        return read_nodes(self.checked(NODES), labels)

    def relationships(self, *kinds: str, to: Collection[str] | None = None) -> Iterator[Relationship]:
        """All relationships, or those of types ``kinds``, by key; given ``to``, those that end at one of its keys."""
        return read_relationships(self.checked(EDGES), kinds, to)

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """The files that the graph was built of, by name."""
        return read_inputs(self.checked(INPUTS)) if INPUTS in self.manifest.files else self.manifest.inputs

    @cached_property
    def graph(self) -> KnowledgeGraph:
        """The whole graph in memory, loaded once."""
        return KnowledgeGraph(self.nodes(), self.relationships())

    def conflicts(self) -> list[Conflict]:
        """The contradictions between sources, sorted."""
        return read_conflicts(self.checked(CONFLICTS))

    def corrections(self) -> Corrections:
        """The analyst's corrections that the graph was built with.

        Raises:
            CorrectionError: when this version no longer understands them.
        """
        from kg.corrections.load import load_corrections  # noqa: PLC0415 - it loads the ontology, and queries need none

        if CORRECTIONS not in self.manifest.files:
            return NONE
        return load_corrections(self.checked(CORRECTIONS).read_bytes(), f"{self.path} ({CORRECTIONS})")

    def outcomes(self) -> list[Outcome]:
        """What became of each correction, in the order of the file."""
        return read_outcomes(self.checked(OUTCOMES)) if OUTCOMES in self.manifest.files else []

    def part_paths(self) -> list[Path]:
        """The files of the records, by name."""
        return [self.generation / name for name in sorted(self.manifest.files) if name.startswith(f"{RECORDS}/")]

    def checked_part(self, part: str) -> Path:
        """The file of records called ``part``, as ``checked`` gives it."""
        return self.checked(f"{RECORDS}/{part}")

    def documents(self) -> Iterator[SourceDocument]:
        """All extraction records with their texts, part by part."""
        for path in self.part_paths():
            yield from read_part(self.checked_part(path.name))

    def texts(self, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
        """Of the documents whose texts have one of the hashes ``wanted``, the hash and the text, part by part."""
        for path in self.part_paths():
            yield from read_texts(self.checked_part(path.name), wanted)

    def documents_of(self, sources: Collection[str]) -> Iterator[SourceDocument]:
        """Those of ``documents`` whose nodes have one of the keys ``sources``."""
        for document in self.documents():
            text = document.record.text_sha256
            if text and document_key(text) in sources:
                yield document


def kept_engine(path: Path, generation: str) -> Path:
    """Where an engine may keep what it made of a generation of the graph directory ``path``."""
    return path / CACHE / f"{generation}.kgl"


def generation_name(manifest: bytes) -> str:
    """What the generation with this manifest is called: by its hash, so that the name tells a damaged one."""
    return digest(manifest.decode("utf-8", errors="replace"))


def _current_generation(path: Path) -> tuple[Path, Hold | None]:
    """The generation in place, held so that no build removes it while it is read."""
    for _ in range(_TRIES):
        generation = path / _current(path)
        held = hold(generation)
        if generation.is_dir():
            return generation, held
    raise DiskError(f"{path} names the generation {generation.name}, which is missing; build it again")


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
