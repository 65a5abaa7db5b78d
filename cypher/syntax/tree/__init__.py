"""The tree of a query: expressions, patterns and clauses, each with its place in the text."""
