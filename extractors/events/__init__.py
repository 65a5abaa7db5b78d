"""Happenings: bodies set up and abolished, pilots, launches, meetings, what takes force."""
