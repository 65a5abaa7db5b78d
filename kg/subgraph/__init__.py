"""Part of a graph: by region, initiative, agency, policy, years, knowledge at a year, hops, or a query."""

from kg.subgraph.select import Chosen, Selection, select

__all__ = ["Chosen", "Selection", "select"]
