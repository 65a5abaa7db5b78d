"""How a reform spread: what the sentences of a graph prove of it, with the denominator of every share."""
