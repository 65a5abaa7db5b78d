"""The engine's values as ours: nodes, relationships and paths as such, properties under their own names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cypher.elements import Node, Path, Relationship
from cypher.embedded.load import KEY, MARK
from cypher.translate.spelling import PREFIX, UNLABELLED
from cypher.translate.types import ANY, Type

_NODE = {"id", "labels", "properties"}
_RELATIONSHIP = {"id", "start", "end", "type", "properties"}
_DURATION = {"months", "days", "seconds"}


class Decoder:
    """Turns what the engine answers into values of ours.

    Args:
        key_of: the key of a node by the engine's number for it.
        node_of: a node by its key.
    """

    def __init__(self, key_of: Callable[[int], str], node_of: Callable[[str], Node]) -> None:
        self._key_of = key_of
        self._node_of = node_of

    def value(self, raw: Any, kind: Type) -> Any:
        """One value of an expression of this type."""
        if isinstance(raw, str):
            return self._node_of(raw.removeprefix(MARK)) if raw.startswith(MARK) else raw
        if isinstance(raw, list | tuple):
            element = kind.elements
            return [self.value(item, element) for item in raw]
        if isinstance(raw, Mapping):
            return self._mapping(raw, kind)
        return raw

    def _mapping(self, raw: Mapping[str, Any], kind: Type) -> Any:
        names = raw.keys()
        if kind.may_be("node") and names == _NODE and str(raw["properties"].get("id", "")).startswith(MARK):
            return self._node(raw)
        if kind.may_be("relationship") and names == _RELATIONSHIP:
            return self._relationship(raw)
        if kind.may_be("path") and names == {"nodes", "relationships"} and (not kind.may_be("map") or raw["nodes"]):
            nodes = tuple(self._node(node) for node in raw["nodes"])
            return Path(nodes, tuple(self._relationship(r) for r in raw["relationships"]))
        if kind.may_be("duration") and not kind.may_be("map") and names >= _DURATION:
            return duration_text(raw["months"], raw["days"], raw["seconds"])
        if kind.stored or kind.is_unknown:
            raw = own_properties(raw)
        fields = dict(kind.fields or ())
        return {name: self.value(item, fields.get(name, ANY)) for name, item in raw.items()}

    def _node(self, raw: Mapping[str, Any]) -> Node:
        properties = raw["properties"]
        labels = [label for label in raw["labels"] if label != UNLABELLED]
        key = str(properties["id"]).removeprefix(MARK)
        return Node(key, labels[0] if labels else "", own_properties(properties), tuple(labels[1:]))

    def _relationship(self, raw: Mapping[str, Any]) -> Relationship:
        properties = raw["properties"]
        key = properties[KEY] if KEY in properties else properties[PREFIX + "key"]
        ends = self._key_of(raw["start"]), self._key_of(raw["end"])
        return Relationship(key, raw["type"], *ends, own_properties(properties))


def duration_text(months: int, days: int, seconds: int) -> str:
    """A duration as ISO 8601 writes it, each part with its own sign: as the driver of Neo4j does (``P1Y2M3DT4S``)."""
    sign = -1 if seconds < 0 else 1
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    years, months = (abs(months) // 12) * (1 if months >= 0 else -1), (abs(months) % 12) * (1 if months >= 0 else -1)
    date = "".join(f"{value}{unit}" for value, unit in ((years, "Y"), (months, "M"), (days, "D")) if value)
    time = "".join(f"{sign * value}{unit}" for value, unit in ((hours, "H"), (minutes, "M"), (rest, "S")) if value)
    return f"P{date}" + (f"T{time}" if time else "") if date or time else "PT0S"


def own_properties(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that the graph gave an element, in the order of their names; a map of the query stays as it is."""
    virtual = str(raw.get("id", "")).startswith(MARK) or KEY in raw or any(name.startswith(PREFIX) for name in raw)
    if not virtual:
        return dict(raw)
    found = {name.removeprefix(PREFIX): value for name, value in raw.items() if name.startswith(PREFIX)}
    return dict(sorted(found.items()))
