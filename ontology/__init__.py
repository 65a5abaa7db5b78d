"""The ontology as data (YAML, CSV) with its typed loaders; it knows nothing of the rest."""
