"""From extraction records with their texts to nodes and relationships: a pure function of the set of documents."""
