"""Which terms rise and fall over a corpus, and which of them may be new initiatives."""

from kg.terms.cutting import CutDocument, cut_files, cut_graph
from kg.terms.table import COLUMNS, ORDERS, Term, TermTable

__all__ = ["COLUMNS", "ORDERS", "CutDocument", "Term", "TermTable", "cut_files", "cut_graph"]
