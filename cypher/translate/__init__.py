"""From Neo4j's Cypher to the engine's: scopes, types, names, and what has to be said otherwise for the same rows."""
