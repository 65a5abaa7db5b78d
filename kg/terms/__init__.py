"""Which terms rise and fall over a corpus, and which of them may be new initiatives."""

ORDERS = ("documents", "rising", "falling")
"""What may come first in the table; it stands here so that ``terms --help`` need not load what makes one."""
