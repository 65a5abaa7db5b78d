"""Reform initiatives: those of the ontology, and local ones found in the text."""
