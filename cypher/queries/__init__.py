"""The named queries, one a file; the comment block on top of each is data (see :mod:`cypher.named`)."""
