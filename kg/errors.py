"""Errors of the graph, its directory and its commands."""

from __future__ import annotations

from ontology.errors import ReformkgError


class GraphError(ReformkgError):
    """A graph that contradicts itself or its schema, or a node or relationship that is not in it."""


class DiskError(ReformkgError):
    """A graph directory that cannot be read or written."""


class InputError(ReformkgError):
    """Sources that cannot be found or read."""


class CorrectionError(ReformkgError):
    """A file of corrections that cannot be used."""


class Neo4jError(ReformkgError):
    """A Neo4j server that cannot be reached or used, or whose database holds something else than a whole graph."""


class SelectionError(ReformkgError):
    """A subgraph option that names nothing in the graph, or is not well formed."""
