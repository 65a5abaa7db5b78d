"""Where a graph is kept and asked: one file a store, the same behaviour on all."""
