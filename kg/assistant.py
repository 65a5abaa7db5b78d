"""The graph as tools of an assistant (Model Context Protocol): they only read, and what is stated is to be cited."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from cypher.elements import Path, Relationship
from cypher.named import load_named_query, named_queries
from cypher.plain import plain
from cypher.results import Result
from kg import __version__
from kg.stores.base import Store
from kg.why import COLUMNS, explain
from ontology.errors import ReformkgError
from ontology.schema import schema

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

MOST_ROWS = 1_000
SECONDS = 30.0
INSTRUCTIONS = """\
A knowledge graph of Chinese governance reforms: regions adopt initiatives, documents report it, policies launch it.
It only reads. Begin with `schema` and `queries`; find keys with `search`; prefer `ask` (a named query) to `cypher`.

State nothing from this graph without its sentence. A relationship is one statement of one document: its `quote` is
the sentence, `source` the key of the document, `start` and `end` the place, `rule` what read it, `confidence` how
often such a statement is right (one below 0.8 is doubtful: say so). Rows without a quote are counts or names: before
you rely on one, ask for the quotes, or call `why` with the key. Names mean what they meant in that year (射洪县 became
射洪市). What the graph does not hold, say that it does not hold; `a.year` may be missing. Dates are text.
"""
_UNCITED = "these rows hold no sentence: before you state them, ask for quote and source, or call why with a key"
_COUNTS = (
    "MATCH (n) RETURN labels(n)[0] AS name, count(*) AS n "
    "UNION ALL MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS n"
)
_SEARCH = (
    "MATCH (n) WHERE n.name CONTAINS $text OR n.key CONTAINS $text "
    "OR any(alias IN n.aliases WHERE alias CONTAINS $text) "
    "RETURN n.key AS key, labels(n)[0] AS label, n.name AS name ORDER BY size(n.name), key"
)

P = ParamSpec("P")
T = TypeVar("T")


class Tools:
    """What an assistant may ask of one graph; each answer can be written as JSON."""

    def __init__(self, store: Store, lang: str = "en") -> None:
        """Ask ``store``, which stays open; rules are explained in ``lang``."""
        self._store = store
        self._lang = lang

    def schema(self) -> dict[str, Any]:
        """Labels and relationship types of the graph with their properties, what they join, and how many there are."""
        there = self._store.query(_COUNTS, timeout=SECONDS)
        counts = dict(there.rows)
        whole = schema()
        return {
            "labels": {
                name: {"count": counts[name], "is": spec.asks, "properties": _properties(spec.properties)}
                for name, spec in whole.labels.items()
                if name in counts
            },
            "relationships": {
                name: {
                    "count": counts[name],
                    "joins": [f"(:{start})-[:{name}]->(:{end})" for start, end in spec.ends],
                    "properties": _properties(spec.properties),
                }
                for name, spec in whole.relationships.items()
                if name in counts
            },
        }

    def queries(self) -> list[dict[str, Any]]:
        """The named queries: what each answers, its parameters with their defaults, and its columns."""
        return [
            {
                "name": query.name,
                "asks": query.zh if self._lang == "zh" else query.asks,
                "parameters": {p.name: {"type": p.type, "default": p.default} for p in query.parameters},
                "returns": list(query.returns),
            }
            for query in named_queries()
        ]

    def ask(self, name: str, parameters: dict[str, str] | None = None, limit: int = 100) -> dict[str, Any]:
        """The rows of a named query (see queries); parameters are texts by name, the others have their defaults."""
        query = load_named_query(name)
        return self._rows(query.text, query.parameters_from(parameters or {}), limit)

    def cypher(self, query: str, parameters: dict[str, Any] | None = None, limit: int = 100) -> dict[str, Any]:
        """The rows of a reading query in Neo4j 5's Cypher; let it return quote and source of what you will state."""
        return self._rows(query, parameters or {}, limit)

    def search(self, text: str, limit: int = 20) -> dict[str, Any]:
        """Nodes whose name, alias or key contains the text, shortest names first: their key, label and name."""
        return self._rows(_SEARCH, {"text": text}, limit, cited=False)

    def sentences(self, words: list[str], limit: int = 50) -> dict[str, Any]:
        """The sentences of all documents in which each of the words stands, earliest first, with their source."""
        found = self._store.search(*words)
        rows = [plain(record) for record in found.records()][: _bounded(limit)]
        return {"columns": list(found.columns), "rows": rows, "notes": [], "truncated": len(rows) < len(found.rows)}

    def why(self, key: str, limit: int = 100) -> dict[str, Any]:
        """The sentences behind a node or relationship, given by its key or by a name that only one node has."""
        explanation = explain(self._store, key, self._lang)
        rows = explanation.rows[: _bounded(limit)]
        return {
            "steps": explanation.steps,
            "sentences": [plain(dict(zip(COLUMNS, row, strict=True))) for row in rows],
            "rules": explanation.rules,
            "truncated": len(rows) < len(explanation.rows),
        }

    def _rows(self, query: str, parameters: dict[str, Any], limit: int, cited: bool = True) -> dict[str, Any]:
        result = self._store.query(query, parameters, timeout=SECONDS, limit=_bounded(limit))
        notes = [*result.notes, *([_UNCITED] if cited and result.rows and not _cites(result) else [])]
        rows = [plain(record) for record in result.records()]
        return {"columns": list(result.columns), "rows": rows, "notes": notes, "truncated": result.truncated}


def serve(store: Store, lang: str = "en") -> MCPServer[Any]:
    """The server of the tools of one graph, to be run.

    Raises:
        ReformkgError: the package ``mcp`` is not installed.
    """
    try:
        from mcp.server.mcpserver import MCPServer  # noqa: PLC0415 - an extra
        from mcp_types import ToolAnnotations  # noqa: PLC0415
    except ImportError as error:
        raise ReformkgError(
            "reformkg mcp needs the package mcp; install it with: pip install 'reformkg[mcp]'"
        ) from error
    server: MCPServer[Any] = MCPServer("reformkg", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING")
    tools, one_at_a_time = Tools(store, lang), Lock()
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in (tools.schema, tools.queries, tools.ask, tools.cypher, tools.search, tools.sentences, tools.why):
        server.add_tool(_told(tool, one_at_a_time), annotations=reads)
    return server


def _told(tool: Callable[P, T], lock: Lock) -> Callable[P, T]:
    """A tool whose errors an assistant is told as they are, and that runs alone."""
    from mcp.server.mcpserver.exceptions import ToolError  # noqa: PLC0415 - an extra

    @wraps(tool)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            with lock:
                return tool(*args, **kwargs)
        except ReformkgError as error:
            raise ToolError(str(error)) from error

    return told


def _bounded(limit: int) -> int:
    if not 1 <= limit <= MOST_ROWS:
        raise ReformkgError(f"limit is a number from 1 to {MOST_ROWS:,}, not {limit}")
    return limit


def _properties(specs: Any) -> dict[str, str]:
    return {"key": "string", **{name: spec.type for name, spec in specs.items()}}


def _cites(result: Result) -> bool:
    """Whether sentences stand in the rows: in a column, or in a relationship."""
    named = any("quote" in column.lower() for column in result.columns)
    return named or any(_is_stated(value) for row in result.rows for value in row)


def _is_stated(value: Any) -> bool:
    if isinstance(value, Relationship):
        return "quote" in value.properties
    if isinstance(value, Path):
        return any(map(_is_stated, value.relationships))
    if isinstance(value, list):
        return any(map(_is_stated, value))
    return isinstance(value, dict) and ("quote" in value or any(map(_is_stated, value.values())))
