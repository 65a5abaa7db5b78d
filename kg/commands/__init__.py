"""The commands, one topic a file; each is a thin wrapper of what it is called after."""
