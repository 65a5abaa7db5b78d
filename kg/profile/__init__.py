"""The profile of a region: what it adopted and when, its agencies, documents, events and figures; two side by side."""
