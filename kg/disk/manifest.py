"""The manifest of a generation: what it was built from, by which rules, and the hash of each of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.errors import DiskError
from ontology.schema import schema

FORMAT = "reformkg graph"


@dataclass(frozen=True, slots=True, order=True)
class Input:
    """One file: its path relative to its argument, its hash, its part, how many documents were read and refused.

    Of a catalogue also how many rows were left out, being no policies, and the columns that the user named. What is in
    quarantine is neither a document nor refused: a limit of the machine stood in its way. ``given`` is what a list of
    sources says of the file.
    """

    file: str
    sha256: str
    part: str
    documents: int = 1
    refused: int = 0
    left_out: int = 0
    columns: tuple[str, ...] = ()
    quarantined: int = 0
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``manifest.json`` says.

    Attributes:
        extractor: version of the extractors that made the records.
        ontology: hash of the ontology's files.
        graph: content hash of the graph.
        counts: ``documents``, ``refused``, ``quarantined``, ``conflicts``, ``nodes`` and ``relationships`` (by label
            and type).
        files: sha256 by path within the generation.
        inputs: by file; none where there are so many that they stand in a table (``GraphDirectory.inputs``).
        keep_duplicates: whether documents that say the same in texts that are not equal count each by itself.
        program: hash of the program that merged; empty where the graph was not merged here.
    """

    extractor: str
    ontology: str
    graph: str
    counts: Mapping[str, Any]
    files: Mapping[str, str]
    inputs: tuple[Input, ...] = ()
    schema: int = field(default_factory=lambda: schema().version)
    keep_duplicates: bool = False
    program: str = ""

    def to_bytes(self) -> bytes:
        """JSON, an input a line, the same bytes for the same manifest."""
        head = {
            "format": FORMAT,
            "schema": self.schema,
            "extractor": self.extractor,
            "ontology": self.ontology,
            "graph": self.graph,
            "counts": self.counts,
            **({"program": self.program} if self.program else {}),
            **({"keep_duplicates": True} if self.keep_duplicates else {}),
            "files": dict(sorted(self.files.items())),
        }
        lines = [json.dumps(_input_row(item), ensure_ascii=False) for item in sorted(self.inputs)]
        body = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
        inputs = ",\n  ".join(lines)
        return f'{body},\n "inputs": [\n  {inputs}\n ]\n}}\n'.encode()

    @classmethod
    def from_bytes(cls, data: bytes, where: str) -> Manifest:
        """The manifest in ``data``.

        Raises:
            DiskError: when it is damaged or of another schema version; ``where`` is named in the message.
        """
        try:
            raw = json.loads(data)
            if raw["format"] != FORMAT:
                raise DiskError(f"{where} is not the manifest of a graph")
            if raw["schema"] != schema().version:
                raise DiskError(
                    f"{where} was built for schema version {raw['schema']}, this program reads version "
                    f"{schema().version}; build the graph again"
                )
            inputs = tuple(_input(row) for row in raw["inputs"])
            return cls(
                raw["extractor"],
                raw["ontology"],
                raw["graph"],
                raw["counts"],
                raw["files"],
                inputs,
                keep_duplicates=raw.get("keep_duplicates", False),
                program=raw.get("program", ""),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise DiskError(f"{where} is damaged ({type(error).__name__}: {error}); build the graph again") from error


def _input_row(item: Input) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(item, name) for name in ("file", "sha256", "part", "documents", "refused")}
    row |= {name: count for name in ("left_out", "quarantined") if (count := getattr(item, name))}
    return row | {name: list(told) for name in ("columns", "given") if (told := getattr(item, name))}


def _input(row: dict[str, Any]) -> Input:
    return Input(**row | {name: tuple(row.get(name, ())) for name in ("columns", "given")})
