"""A loaded engine in a file, which opens faster than its graph loads; valid for one graph, one engine, one format."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from itertools import chain
from typing import Any, BinaryIO

import kglite

from cypher.translate.schema import Schema
from cypher.translate.types import Type

_FORMAT = 2
_OPENING = b"reformkg-cypher-cache\n"
_PIECE = 1 << 20


def write_engine(file: BinaryIO, graph_hash: str, graph: Any, schema: Schema) -> None:
    """Saves a loaded graph and its schema."""
    payload = graph.to_bytes()
    header = {
        "format": _FORMAT,
        "engine": kglite.__version__,
        "graph": graph_hash,
        "schema": _schema_to_json(schema),
    }
    head = json.dumps(header, ensure_ascii=False, sort_keys=True).encode() + b"\n"
    file.write(_OPENING + _hash([head, payload]) + b"\n" + head)
    file.write(payload)


def read_engine(file: BinaryIO, graph_hash: str) -> tuple[Any, Schema] | None:
    """The saved graph and its schema, or None where they are damaged, of another graph or of another engine."""
    try:
        expected, head = _opened(file, graph_hash)
        payload = file.read()
        if _hash([head, payload]) != expected:
            return None
        return kglite.from_bytes(payload), _schema_from_json(json.loads(head)["schema"])
    except (ValueError, KeyError, TypeError, kglite.KgError):
        return None


def is_whole(file: BinaryIO, graph_hash: str) -> bool:
    """Whether ``read_engine`` would find what was saved; a megabyte of it is in memory at a time."""
    try:
        expected, head = _opened(file, graph_hash)
    except (ValueError, KeyError, TypeError):
        return False
    return _hash(chain([head], iter(lambda: file.read(_PIECE), b""))) == expected


def _opened(file: BinaryIO, graph_hash: str) -> tuple[bytes, bytes]:
    """The hash of what follows, and its head, where it is of this graph and this engine; ValueError where not."""
    opening, expected, head = file.readline(), file.readline().rstrip(b"\n"), file.readline()
    header = json.loads(head)
    told = opening, header["format"], header["engine"], header["graph"]
    if told != (_OPENING, _FORMAT, kglite.__version__, graph_hash):
        raise ValueError("saved by another version, or of another graph")
    return expected, head


def _hash(pieces: Iterable[bytes]) -> bytes:
    """Over the schema as well: a property of another type would answer wrongly, too."""
    whole = hashlib.blake2b(digest_size=16)
    for piece in pieces:
        whole.update(piece)
    return whole.hexdigest().encode()


def _schema_to_json(schema: Schema) -> dict[str, Any]:
    return {**asdict(schema), "properties": {name: _type_to_json(kind) for name, kind in schema.properties.items()}}


def _type_to_json(kind: Type) -> dict[str, Any]:
    fields = None if kind.fields is None else [[name, _type_to_json(field)] for name, field in kind.fields]
    element = None if kind.element is None else _type_to_json(kind.element)
    return {
        "kinds": sorted(kind.kinds),
        "nullable": kind.nullable,
        "element": element,
        "fields": fields,
        "clash": kind.clash,
    }


def _schema_from_json(data: Mapping[str, Any]) -> Schema:
    properties = {name: _type_from_json(kind) for name, kind in data["properties"].items()}
    return Schema(**{**data, "properties": properties, "ends": [tuple(ends) for ends in data["ends"]]})


def _type_from_json(data: Mapping[str, Any]) -> Type:
    fields = data["fields"]
    return Type(
        frozenset(data["kinds"]),
        data["nullable"],
        None if data["element"] is None else _type_from_json(data["element"]),
        None if fields is None else tuple((name, _type_from_json(field)) for name, field in fields),
        clash=data["clash"],
    )
