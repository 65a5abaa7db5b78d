"""The embedded engine: Cypher over nodes and relationships in this process, with Neo4j's rows or a clear refusal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import kglite

from cypher.elements import Node, Relationship
from cypher.embedded.failures import check_warnings, raise_for
from cypher.embedded.load import MARK, Elements, Listed, load
from cypher.embedded.passes import DISABLED
from cypher.embedded.saved import read_engine, write_engine
from cypher.embedded.values import Decoder
from cypher.errors import CypherError, EngineError, ParameterError
from cypher.results import Result
from cypher.translate.kept import Translations
from cypher.translate.query import Translation
from cypher.translate.schema import Schema
from cypher.translate.types import NODE

ENGINE_VERSION = "0.21.2"
_FEW = 1000  # ends of relationships that are looked up one by one, before all are


class EmbeddedEngine:
    """A graph that is queried in Cypher and never changed."""

    def __init__(self, graph: Any, schema: Schema) -> None:
        self.schema = schema
        self._translations = Translations(schema)
        kglite.set_query_warning_policy("silent")
        graph.read_only(True)
        self._graph = graph
        self._keys: dict[int, str] = {}
        self._decoder = Decoder(self._key_of, self._node_of)

    @classmethod
    def from_elements(cls, nodes: Iterable[Node], relationships: Iterable[Relationship]) -> EmbeddedEngine:
        """An engine over these elements.

        Raises:
            EngineError: the elements are no graph, or kglite is not the version that the adapter was tested with.
        """
        return cls.from_graph(Listed(nodes, relationships))

    @classmethod
    def from_graph(cls, elements: Elements) -> EmbeddedEngine:
        """An engine over elements that come by key; the relationships are read twice, and never all in memory.

        Raises:
            EngineError: as for ``from_elements``.
        """
        _check_version()
        return cls(*load(elements))

    @classmethod
    def from_file(cls, file: BinaryIO, graph_hash: str) -> EmbeddedEngine | None:
        """The engine that was saved in ``file``, or None where it is damaged or not the one of this very graph.

        Raises:
            EngineError: kglite is not the version that the adapter was tested with.
        """
        _check_version()
        saved = read_engine(file, graph_hash)
        return None if saved is None else cls(*saved)

    def save(self, file: BinaryIO, graph_hash: str) -> None:
        """Write the engine into ``file``, which ``from_file`` reads; ``graph_hash`` tells what graph it is of."""
        write_engine(file, graph_hash, self._graph, self.schema)

    def run(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = 30.0,
        limit: int | None = None,
    ) -> Result:
        """The rows of a reading query.

        Args:
            query: Cypher as Neo4j 5 takes it.
            parameters: values by name; a name that the query does not use is refused.
            timeout: seconds, None for none.
            limit: the most rows to give; ``Result.truncated`` says whether there were more.

        Raises:
            CypherError: one of its subclasses, by what is wrong.
        """
        translation = self._translations.of(query, parameters or {})
        raw = self._execute(translation.text, translation.parameters, timeout, limit)
        notes = (*translation.notes, *check_warnings(raw.warnings))
        rows = self._rows(raw, translation)
        total = (raw.diagnostics or {}).get("total_rows")
        return Result(translation.columns, rows, notes, total is not None)

    def explain(self, query: str, parameters: Mapping[str, Any] | None = None) -> Result:
        """The engine's plan of a query, one step a row; the query is not run.

        Raises:
            CypherError: one of its subclasses, by what is wrong.
        """
        translation = self._translations.of(query, parameters or {})
        raw = self._execute("EXPLAIN " + translation.text, translation.parameters, None, None)
        columns = tuple(raw.columns)
        return Result(columns, tuple(tuple(row[name] for name in columns) for row in raw.to_list()))

    def _execute(self, text: str, parameters: Mapping[str, Any], timeout: float | None, limit: int | None) -> Any:
        milliseconds = 0 if timeout is None else max(1, round(timeout * 1000))
        try:
            raw = self._graph.cypher(
                text,
                params=dict(parameters),
                timeout_ms=milliseconds,
                row_limit=limit,
                disabled_passes=DISABLED,
            )
        except OverflowError as error:
            raise ParameterError(f"an integer among the parameters is too large for 64 bits: {error}") from error
        except (kglite.KgError, ValueError, TypeError) as error:
            raise_for(error, timeout)
        return raw

    def _rows(self, raw: Any, translation: Translation) -> tuple[tuple[Any, ...], ...]:
        found, decode = raw.to_list(), self._decoder.value
        columns: list[list[Any]] = []
        for column in translation.found:
            values = [row[column.code] for row in found]
            columns.append(values if column.type.is_plain else [decode(value, column.type) for value in values])
        return translation.finish(tuple(zip(*columns, strict=True)))

    def _key_of(self, number: int) -> str:
        """The key of a node by the engine's number for it: one by one for a few, of all nodes for many."""
        if number not in self._keys:
            many = len(self._keys) >= _FEW
            where, parameters = ("", {}) if many else (" WHERE elementId(n) = $number", {"number": str(number)})
            rows = self._graph.cypher(f"MATCH (n){where} RETURN elementId(n) AS e, n.id AS i", params=parameters)
            self._keys.update((int(row["e"]), row["i"].removeprefix(MARK)) for row in rows.to_list())
        return self._keys[number]

    def _node_of(self, key: str) -> Node:
        raw = self._graph.cypher("MATCH (n) WHERE n.id = $id RETURN n", params={"id": MARK + key}).to_list()
        if not raw:
            raise CypherError(f"the engine spoke of a node {key!r} that it does not have")
        node = self._decoder.value(raw[0]["n"], NODE)
        if not isinstance(node, Node):
            raise CypherError(f"the engine gave something else for the node {key!r}")
        return node


def _check_version() -> None:
    if kglite.__version__ != ENGINE_VERSION:
        raise EngineError(
            f"kglite {kglite.__version__} is installed, and this package was tested with {ENGINE_VERSION}; "
            f"install it with `pip install kglite=={ENGINE_VERSION}`"
        )
