"""Figures that measure a reform's work."""
