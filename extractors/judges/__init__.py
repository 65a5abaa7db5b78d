"""Linear judges over named features: sums of whole numbers, the same on every machine."""
