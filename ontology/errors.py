"""The errors of the project: one root, so that a caller can catch all that is meant for a person to read."""

from __future__ import annotations


class ReformkgError(Exception):
    """Root of all errors that say, in one sentence, what was wrong, where, and what to do."""


class OntologyError(ReformkgError):
    """A data file of the ontology contradicts itself or its schema."""
