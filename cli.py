"""The command line: reformkg."""
