"""A graph in the formats of other programs, one format a file."""

from kg.exports.formats import FORMATS, ExportFormat

__all__ = ["FORMATS", "ExportFormat"]
