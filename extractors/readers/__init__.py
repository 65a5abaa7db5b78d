"""From bytes to the text that all spans count in: one file format a module."""
