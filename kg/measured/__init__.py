"""What was measured about the extraction: figures that the graph shows and no extractor reads."""
