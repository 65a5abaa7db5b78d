"""Translations that are kept, so that a query which is asked again is neither parsed nor checked anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cypher.gate import require_read_only
from cypher.translate.query import Translation, translate_query, types_of
from cypher.translate.schema import Schema
from cypher.translate.types import Type

_MOST = 200


class Translations:
    """Queries over the graph of one schema, put into the engine's words.

    What a query means depends on its text, on the types of its parameters and on the values of some (those of ``LIMIT``
    and of regular expressions); a translation is made once for all that it holds for.
    """

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._kept: dict[tuple[str, tuple[tuple[str, Type], ...]], Translation] = {}

    def of(self, query: str, parameters: Mapping[str, Any]) -> Translation:
        """The translation of a query.

        Raises:
            CypherError: one of its subclasses, as ``translate_query``; WriteRefusedError where it would write.
        """
        key = (query, types_of(parameters))
        kept = self._kept.get(key)
        found = None if kept is None else kept.given(parameters)
        if found is not None:
            return found
        require_read_only(query)
        made = translate_query(query, self._schema, parameters)
        if not made.timed:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[key] = made
        return made
