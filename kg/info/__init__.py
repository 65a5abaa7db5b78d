"""What a graph holds, at a glance: its kinds, years, regions, reforms, conflicts, and what could not be read."""
