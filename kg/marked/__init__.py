"""A document with all that was read in it marked in its text: one HTML file, to trust it by or to correct it."""
