"""Document numbers: how they are written, the agency codes in them, and who issued them."""
