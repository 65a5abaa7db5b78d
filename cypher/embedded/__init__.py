"""The embedded engine kglite behind one adapter: loading, cache, values, errors."""
