"""Catalogues of policy titles (CSV, XLSX, JSON lines): each row a document of its own."""

from extractors.catalogues.catalogue import Catalogue, is_catalogue, read_catalogue, row_text

__all__ = ["Catalogue", "is_catalogue", "read_catalogue", "row_text"]
