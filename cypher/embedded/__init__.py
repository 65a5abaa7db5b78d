"""The embedded engine kglite behind one adapter: loading, saving, values, errors."""
