"""The graph: model, resolution, build, disk, stores, exports, views and checks.

What ``__all__`` names is what programmers use of the project, described in docs/api.md. Each name is loaded when it is
first asked for, so that ``import kg`` takes no time.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cypher.elements import Node, Path, Relationship
    from cypher.errors import (
        CypherError,
        CypherSyntaxError,
        CypherTypeError,
        EngineError,
        ParameterError,
        QueryTimeoutError,
        UnsupportedCypherError,
        WriteRefusedError,
    )
    from cypher.results import Result
    from extractors.record import Record, RecordError
    from kg.build.budget import Limits
    from kg.build.build import BuildReport, build_graph
    from kg.corrections.load import load_corrections
    from kg.errors import CorrectionError, DiskError, GraphError, InputError, Neo4jError, SelectionError
    from kg.extraction import extract, extract_files
    from kg.info.info import Info
    from kg.lineage.lineage import Lineage
    from kg.profile.profile import Profile
    from kg.shared_text.shares import Shares
    from kg.stores.base import Store
    from kg.stores.open import open_graph
    from kg.tracing.candidates import Tree
    from kg.tracing.listed import trace_events
    from kg.tracing.persistence import Network, network_of_events
    from kg.tracing.trace import Trace
    from kg.viewing import View
    from ontology.errors import OntologyError, ReformkgError

__version__ = "1.0.0"

__all__ = [
    "BuildReport",
    "CorrectionError",
    "CypherError",
    "CypherSyntaxError",
    "CypherTypeError",
    "DiskError",
    "EngineError",
    "GraphError",
    "Info",
    "InputError",
    "Limits",
    "Lineage",
    "Neo4jError",
    "Network",
    "Node",
    "OntologyError",
    "ParameterError",
    "Path",
    "Profile",
    "QueryTimeoutError",
    "Record",
    "RecordError",
    "ReformkgError",
    "Relationship",
    "Result",
    "SelectionError",
    "Shares",
    "Store",
    "Trace",
    "Tree",
    "UnsupportedCypherError",
    "View",
    "WriteRefusedError",
    "__version__",
    "build_graph",
    "extract",
    "extract_files",
    "load_corrections",
    "network_of_events",
    "open_graph",
    "trace_events",
]

# By module, the names that it gives; the imports above say the same to type checkers.
_HOMES = {
    "cypher.elements": ("Node", "Path", "Relationship"),
    "cypher.errors": (
        "CypherError", "CypherSyntaxError", "CypherTypeError", "EngineError", "ParameterError", "QueryTimeoutError",
        "UnsupportedCypherError", "WriteRefusedError",
    ),
    "cypher.results": ("Result",),
    "extractors.record": ("Record", "RecordError"),
    "kg.build.budget": ("Limits",),
    "kg.build.build": ("BuildReport", "build_graph"),
    "kg.corrections.load": ("load_corrections",),
    "kg.errors": ("CorrectionError", "DiskError", "GraphError", "InputError", "Neo4jError", "SelectionError"),
    "kg.extraction": ("extract", "extract_files"),
    "kg.info.info": ("Info",),
    "kg.lineage.lineage": ("Lineage",),
    "kg.profile.profile": ("Profile",),
    "kg.shared_text.shares": ("Shares",),
    "kg.stores.base": ("Store",),
    "kg.stores.open": ("open_graph",),
    "kg.tracing.candidates": ("Tree",),
    "kg.tracing.listed": ("trace_events",),
    "kg.tracing.persistence": ("Network", "network_of_events"),
    "kg.tracing.trace": ("Trace",),
    "kg.viewing": ("View",),
    "ontology.errors": ("OntologyError", "ReformkgError"),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            found = globals()[name] = getattr(importlib.import_module(module), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
