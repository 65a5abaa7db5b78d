"""The read side of Neo4j 5's Cypher as a tree: what a query can be made of, and the parser that reads it."""
