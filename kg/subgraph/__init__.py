"""Part of a graph: by region, initiative, agency, policy, years, knowledge at a year, hops, or a query."""
