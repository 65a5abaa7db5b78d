"""From what documents say to what is meant: one node for one thing, whatever it is called where."""
