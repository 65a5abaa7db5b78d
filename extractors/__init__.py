"""From a file to its extraction record: readers, one extractor a file, the pipeline, document numbers."""
