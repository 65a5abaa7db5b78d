"""Cypher over nodes and relationships: queries as data, the embedded engine's adapter, results, the read-only gate."""
