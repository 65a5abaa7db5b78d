"""Regions: which a name means, and the document's own chain by which context words are resolved."""
