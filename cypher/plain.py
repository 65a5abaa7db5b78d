"""Values as JSON can hold them."""

from __future__ import annotations

import math
from typing import Any

from cypher.elements import Node, Path, Relationship


def plain(value: Any) -> Any:
    """A value as JSON can hold it: elements as maps; dates, times and what is no finite number as text."""
    if isinstance(value, Node):
        return {"labels": list(value.labels), "properties": plain(dict(value.properties))}
    if isinstance(value, Relationship):
        return {
            "type": value.type,
            "start": value.start,
            "end": value.end,
            "properties": plain(dict(value.properties)),
        }
    if isinstance(value, Path):
        return {"nodes": [plain(n) for n in value.nodes], "relationships": [plain(r) for r in value.relationships]}
    if isinstance(value, dict):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
