"""The lineage of a reform: what it came from and turned into, which name is used when, what late adopters say anew."""
